import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Combobox } from '../../../src/ui/Combobox.tsx';
import type { ComboboxOption } from '../../../src/ui/ComboboxList.tsx';
import { activeOption, focusName } from './focus.ts';

// An editable combobox with list autocomplete whose listbox takes several, after the WAI-ARIA authoring practices.

const vocabulary: readonly ComboboxOption[] = [
  { id: 'vip', name: 'VIP' },
  { id: 'spring', name: 'Spring' },
  { id: 'closed', name: 'Closed' },
  { id: 'cart', name: 'Abandoned cart' },
  { id: 'summer', name: 'Summer' },
];

const closed = new Set(['closed']);

function Example() {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const isNew = text !== '' && !vocabulary.some(({ name }) => name === text);
  return (
    <>
      <button type="button">Before</button>
      <Combobox
        label="Add tag"
        options={vocabulary.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))}
        pickedIds={new Set(picked)}
        disabledIds={closed}
        createOption={
          isNew ? { label: `Create ${text}`, onCreate: () => setPicked([...picked, text]) } : null
        }
        inputValue={text}
        onInputChange={setText}
        onToggle={(id) =>
          setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id])
        }
      />
      <output>{picked.join(' ')}</output>
      <button type="button">After</button>
    </>
  );
}

const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Add tag' });

interface State {
  readonly isOpen: boolean;
  /** The option that the keys are at. */
  readonly at: string | null;
  readonly text: string;
  readonly caret: number | null;
  readonly picked: string;
  readonly focus: string;
}

function read(): State {
  return {
    isOpen: screen.queryByRole('listbox') !== null,
    at: activeOption(input()),
    text: input().value,
    caret: input().selectionStart,
    picked: document.querySelector('output')?.textContent ?? '',
    focus: focusName(),
  };
}

beforeAll(async () => {
  await import('../../../src/ui/ComboboxList.tsx');
});

async function begin(keys: string) {
  render(<Example />);
  act(() => input().focus());
  if (keys !== '') await userEvent.keyboard(keys);
}

const rows: readonly (readonly [keys: string, outcome: string, state: Partial<State>])[] = [
  ['', 'the list is closed, and nothing is active', { isOpen: false, at: null, focus: 'Add tag' }],
  ['{ArrowDown}', 'opens the list at the first option', { isOpen: true, at: 'VIP', focus: 'Add tag' }],
  ['{ArrowUp}', 'opens the list at the last option', { isOpen: true, at: 'Summer', focus: 'Add tag' }],
  ['{Alt>}{ArrowDown}{/Alt}', 'opens the list without an active option', { isOpen: true, at: null }],
  ['{ArrowDown}{ArrowDown}', 'moves to the next option', { at: 'Spring', focus: 'Add tag' }],
  ['{ArrowDown}{End}{ArrowUp}', 'moves to the option before', { at: 'Abandoned cart' }],
  ['{ArrowDown}{Home}{ArrowDown}{ArrowDown}', 'passes over a disabled option', { at: 'Abandoned cart' }],
  ['{ArrowDown}{End}{ArrowUp}{ArrowUp}', 'passes over a disabled option, upwards', { at: 'Spring' }],
  ['{ArrowDown}{End}{ArrowDown}', 'goes on from the last option to the first', { at: 'VIP' }],
  ['{ArrowDown}{Home}{ArrowUp}', 'goes on from the first option to the last', { at: 'Summer' }],
  ['{ArrowDown}{Home}', 'moves to the first option', { at: 'VIP' }],
  ['{ArrowDown}{End}', 'moves to the last option', { at: 'Summer' }],
  ['{ArrowDown}{Enter}', 'picks the active option', { picked: 'vip', focus: 'Add tag' }],
  ['{ArrowDown}{Enter}', 'leaves the list open for the next one', { isOpen: true, at: 'VIP' }],
  ['{ArrowDown}{Home}{Enter}{Enter}', 'takes the pick back', { picked: '', isOpen: true }],
  ['{ArrowDown}{Home}{Enter}{ArrowDown}{Enter}', 'picks a second one', { picked: 'vip spring' }],
  ['{Alt>}{ArrowDown}{/Alt}{Enter}', 'picks nothing without an active option', { picked: '', isOpen: true }],
  ['{Enter}', 'does nothing while the list is closed', { picked: '', isOpen: false }],
  ['v', 'opens the list of what matches, its first option active', { isOpen: true, at: 'VIP', text: 'v' }],
  ['sp', 'narrows the list', { at: 'Spring', text: 'sp' }],
  ['sp{Enter}', 'picks the match', { picked: 'spring' }],
  ['clo', 'is at no disabled option', { at: 'Create clo' }],
  ['gold{End}', 'moves to the offer to create', { at: 'Create gold' }],
  ['gold{Enter}', 'creates what does not exist', { picked: 'gold' }],
  ['sp{Backspace}', 'widens the list again', { text: 's', isOpen: true }],
  ['sp{ArrowLeft}', 'moves the caret back', { caret: 1, text: 'sp', focus: 'Add tag' }],
  ['sp{ArrowLeft}{ArrowRight}', 'moves the caret on', { caret: 2 }],
  ['sp{ArrowLeft}e', 'types at the caret', { text: 'sep' }],
  ['sp{Control>}a{/Control}{Delete}', 'clears the text', { text: '' }],
  ['{ArrowDown}{Home} ', 'types a space and picks nothing', { text: ' ', picked: '' }],
  ['sp{Escape}', 'closes the list and keeps the text', { isOpen: false, text: 'sp', focus: 'Add tag' }],
  ['sp{Escape}{Escape}', 'clears the text', { isOpen: false, text: '' }],
  ['{ArrowDown}{Home}{Escape}', 'closes the list and picks nothing', { isOpen: false, at: null, picked: '' }],
  ['{ArrowDown}{Home}{Escape}{ArrowDown}', 'opens it again', { isOpen: true }],
  ['{ArrowDown}{Home}{Alt>}{ArrowUp}{/Alt}', 'closes the list', { isOpen: false, at: null, picked: '' }],
  [
    '{ArrowDown}{Home}{Tab}',
    'leaves, closes and picks nothing',
    { isOpen: false, picked: '', focus: 'After' },
  ],
  ['{ArrowDown}{Home}{Shift>}{Tab}{/Shift}', 'leaves backwards', { isOpen: false, focus: 'Before' }],
  ['{Tab}', 'leaves a closed list', { focus: 'After' }],
];

describe('the keys of a combobox', () => {
  test.each(rows)('%s %s', async (keys, _outcome, state) => {
    await begin(keys);
    await vi.waitFor(() => expect(read()).toMatchObject(state));
  });
});

const open = '{ArrowDown}{Enter}';

describe('the roles and states of a combobox', () => {
  const states: readonly (readonly [what: string, keys: string, check: () => void])[] = [
    ['the input has the role combobox', '', () => expect(input().tagName).toBe('INPUT')],
    ['aria-autocomplete is list', '', () => expect(input()).toHaveAttribute('aria-autocomplete', 'list')],
    ['aria-expanded is false', '', () => expect(input()).toHaveAttribute('aria-expanded', 'false')],
    ['aria-expanded is true', open, () => expect(input()).toHaveAttribute('aria-expanded', 'true')],
    [
      'aria-controls refers to the listbox',
      open,
      () => expect(input()).toHaveAttribute('aria-controls', screen.getByRole('listbox').id),
    ],
    ['a closed one controls nothing', '', () => expect(input()).not.toHaveAttribute('aria-controls')],
    [
      'aria-activedescendant refers to the active option',
      open,
      () =>
        expect(input()).toHaveAttribute(
          'aria-activedescendant',
          screen.getByRole('option', { name: 'VIP' }).id,
        ),
    ],
    [
      'a closed one has no active descendant',
      `${open}{Escape}`,
      () => expect(input()).not.toHaveAttribute('aria-activedescendant'),
    ],
    ['the listbox has the name of the input', open, () => screen.getByRole('listbox', { name: 'Add tag' })],
    [
      'aria-multiselectable is true',
      open,
      () => expect(screen.getByRole('listbox')).toHaveAttribute('aria-multiselectable', 'true'),
    ],
    [
      'aria-selected tells what is picked',
      open,
      () => expect(screen.getAllByRole('option', { selected: true }).map(textOf)).toEqual(['VIP']),
    ],
    [
      'every other option says that it is not',
      open,
      () => expect(screen.getAllByRole('option', { selected: false })).toHaveLength(4),
    ],
    [
      'aria-disabled tells what cannot be picked',
      open,
      () => expect(screen.getByRole('option', { name: 'Closed' })).toHaveAttribute('aria-disabled', 'true'),
    ],
    [
      'an option says its place and how many there are',
      open,
      () => {
        const option = screen.getByRole('option', { name: 'Spring' });
        expect(option).toHaveAttribute('aria-posinset', '2');
        expect(option).toHaveAttribute('aria-setsize', '5');
      },
    ],
    [
      'no option is a stop of Tab',
      open,
      () => expect(screen.getAllByRole('option').every(({ tabIndex }) => tabIndex === -1)).toBe(true),
    ],
  ];
  test.each(states)('%s', async (_what, keys, check) => {
    await begin(keys);
    if (keys === open) await screen.findByRole('option', { name: 'VIP', selected: true });
    check();
  });
});

test('a list of no match says so in a row that cannot be picked', async () => {
  render(<Combobox {...nothing} label="Add tag" options={[]} emptyText="No such tag" />);
  act(() => input().focus());
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  const row = await screen.findByRole('option', { name: 'No such tag' });
  expect(row).toHaveAttribute('aria-disabled', 'true');
  expect(row).toHaveAttribute('aria-selected', 'false');
  expect(input()).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Add tag' }).id);
  expect(input()).not.toHaveAttribute('aria-activedescendant');
});

const nothing = { inputValue: '', onInputChange: () => {}, onToggle: () => {} };

function textOf(element: HTMLElement): string {
  return element.textContent ?? '';
}
