import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SelectList, type SelectListOption } from '../../../src/ui/SelectList.tsx';
import { activeOption, focusName } from './focus.ts';

// A select-only combobox, and the listbox that it opens, after the WAI-ARIA authoring practices.

const steps: readonly SelectListOption[] = [
  { id: 'lead', label: 'Lead' },
  { id: 'quote', label: 'Quote sent' },
  { id: 'paused', label: 'Paused', disabled: true },
  { id: 'fitting', label: 'Fitting booked' },
  { id: 'final', label: 'Final fitting' },
  { id: 'won', label: 'Won' },
];
const days: readonly SelectListOption[] = Array.from({ length: 31 }, (_, place) => ({
  id: `${place + 1}`,
  label: `Day ${place + 1}`,
}));

interface ExampleProps {
  readonly options?: readonly SelectListOption[];
  readonly first?: readonly string[];
  readonly multiple?: boolean;
}

function Example({ options = steps, first = ['quote'], multiple = false }: ExampleProps) {
  const [value, setValue] = useState(first);
  return (
    <>
      <button type="button">Before</button>
      <SelectList
        label="Step"
        options={options}
        value={value}
        onValueChange={setValue}
        multiple={multiple}
        placeholder="Choose"
      />
      <output>{value.join(' ')}</output>
      <button type="button">After</button>
    </>
  );
}

const button = () => screen.getByRole('combobox', { name: 'Step' });

interface State {
  readonly isOpen: boolean;
  readonly at: string | null;
  readonly value: string;
  readonly focus: string;
}

function read(): State {
  return {
    isOpen: screen.queryByRole('listbox') !== null,
    at: activeOption(button()),
    value: document.querySelector('output')?.textContent ?? '',
    focus: focusName(),
  };
}

async function begin(keys: string, props: ExampleProps = {}) {
  render(<Example {...props} />);
  act(() => button().focus());
  if (keys !== '') await userEvent.keyboard(keys);
}

type Row = readonly [keys: string, outcome: string, state: Partial<State>];

describe('the keys of a select-only combobox', () => {
  const rows: readonly Row[] = [
    ['', 'the list is closed', { isOpen: false, at: null, value: 'quote' }],
    ['{ArrowDown}', 'opens the list at the value', { isOpen: true, at: 'Quote sent', focus: 'Step' }],
    ['{Alt>}{ArrowDown}{/Alt}', 'opens the list at the value', { isOpen: true, at: 'Quote sent' }],
    ['{ArrowUp}', 'opens the list at the value', { isOpen: true, at: 'Quote sent', value: 'quote' }],
    ['{Enter}', 'opens the list at the value', { isOpen: true, at: 'Quote sent' }],
    [' ', 'opens the list at the value', { isOpen: true, at: 'Quote sent' }],
    ['{Home}', 'opens the list at the first option', { isOpen: true, at: 'Lead', value: 'quote' }],
    ['{End}', 'opens the list at the last option', { isOpen: true, at: 'Won', value: 'quote' }],
    ['w', 'opens the list at the option of that letter', { isOpen: true, at: 'Won', value: 'quote' }],
    ['fin', 'opens the list at the option of those letters', { isOpen: true, at: 'Final fitting' }],
    ['{Enter}{ArrowUp}', 'moves up', { at: 'Lead', value: 'quote' }],
    ['{Enter}{ArrowDown}', 'moves down, over a disabled option', { at: 'Fitting booked', value: 'quote' }],
    ['{Home}{ArrowUp}', 'stays at the first option', { at: 'Lead' }],
    ['{End}{ArrowDown}', 'stays at the last option', { at: 'Won' }],
    ['{Enter}{Home}', 'moves to the first option', { at: 'Lead' }],
    ['{Enter}{End}', 'moves to the last option', { at: 'Won' }],
    ['{Home}{PageDown}', 'stays within the list', { at: 'Won' }],
    ['{End}{PageUp}', 'stays within the list', { at: 'Lead' }],
    ['{Home}{Enter}', 'picks and closes', { isOpen: false, value: 'lead', focus: 'Step' }],
    ['{Home} ', 'picks and closes', { isOpen: false, value: 'lead', focus: 'Step' }],
    [
      '{Enter}{ArrowUp}{Escape}',
      'closes and picks nothing',
      { isOpen: false, value: 'quote', focus: 'Step' },
    ],
    ['{Enter}{ArrowUp}{Alt>}{ArrowUp}{/Alt}', 'closes and picks nothing', { isOpen: false, value: 'quote' }],
    ['{Home}{Tab}', 'closes, picks nothing and goes on', { isOpen: false, value: 'quote', focus: 'After' }],
    ['{Home}{Shift>}{Tab}{/Shift}', 'closes and goes back', { isOpen: false, focus: 'Before' }],
    ['{Enter}w', 'moves to the option of that letter', { at: 'Won', isOpen: true, value: 'quote' }],
    ['{Home}f', 'moves to the next option of that letter', { at: 'Fitting booked' }],
    ['{Home}ff', 'goes on to the one after it', { at: 'Final fitting' }],
    ['{Home}fff', 'goes round among them', { at: 'Fitting booked' }],
    ['{Home}final f', 'takes a space into the word', { at: 'Final fitting', isOpen: true, value: 'quote' }],
    ['{Home}z', 'stays where no option begins with it', { at: 'Lead' }],
    ['{Tab}', 'leaves a closed list', { focus: 'After', value: 'quote' }],
    ['{Escape}', 'leaves a closed list closed', { isOpen: false, focus: 'Step', value: 'quote' }],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, state) => {
    await begin(keys);
    expect(read()).toMatchObject(state);
  });

  const longRows: readonly Row[] = [
    ['{Home}{PageDown}', 'moves ten options down', { at: 'Day 11' }],
    ['{Home}{PageDown}{PageDown}{PageUp}', 'moves ten options up', { at: 'Day 11' }],
    ['{End}{PageDown}', 'stays at the last option', { at: 'Day 31' }],
    ['{Home}{PageDown}{PageDown}{PageDown}{PageDown}', 'ends at the last option', { at: 'Day 31' }],
  ];
  test.each(longRows)('%s %s, in a long list', async (keys, _outcome, state) => {
    await begin(keys, { options: days, first: ['1'] });
    expect(read()).toMatchObject(state);
    expect(screen.getByRole('option', { name: state.at ?? '' })).toBeVisible();
  });
});

describe('the keys of a listbox that takes several', () => {
  const rows: readonly Row[] = [
    ['{Enter}', 'opens at the first that is picked', { isOpen: true, at: 'Quote sent' }],
    ['{Home}{Enter}', 'picks and stays open', { isOpen: true, value: 'quote lead', at: 'Lead' }],
    ['{Home} ', 'picks and stays open', { isOpen: true, value: 'quote lead' }],
    ['{Enter}{Enter}', 'takes a pick back', { isOpen: true, value: '' }],
    ['{Enter} ', 'takes a pick back', { isOpen: true, value: '' }],
    ['{Home}{ArrowDown}', 'moves and picks nothing', { at: 'Quote sent', value: 'quote' }],
    ['{End}{Enter}{Home}{Enter}', 'picks one after the other', { value: 'quote won lead' }],
    ['{Home}{Enter}{Escape}', 'closes and keeps what was picked', { isOpen: false, value: 'quote lead' }],
    ['{Home}{Enter}{Tab}', 'leaves and keeps what was picked', { isOpen: false, focus: 'After' }],
    ['{Home}w{Enter}', 'picks what was found by its letter', { value: 'quote won' }],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, state) => {
    await begin(keys, { multiple: true });
    expect(read()).toMatchObject(state);
  });
});

describe('the roles and states of a select-only combobox', () => {
  const rows: readonly (readonly [what: string, keys: string, check: () => void])[] = [
    ['the button has the role combobox', '', () => expect(button().tagName).toBe('BUTTON')],
    ['aria-haspopup is listbox', '', () => expect(button()).toHaveAttribute('aria-haspopup', 'listbox')],
    ['aria-expanded is false', '', () => expect(button()).toHaveAttribute('aria-expanded', 'false')],
    ['aria-expanded is true', '{Enter}', () => expect(button()).toHaveAttribute('aria-expanded', 'true')],
    [
      'aria-controls refers to the listbox',
      '{Enter}',
      () => expect(button()).toHaveAttribute('aria-controls', screen.getByRole('listbox').id),
    ],
    ['a closed one controls nothing', '', () => expect(button()).not.toHaveAttribute('aria-controls')],
    [
      'aria-activedescendant refers to the active option',
      '{Home}',
      () => expect(button()).toHaveAttribute('aria-activedescendant', option('Lead').id),
    ],
    [
      'a closed one has no active descendant',
      '{Home}{Escape}',
      () => expect(button()).not.toHaveAttribute('aria-activedescendant'),
    ],
    ['its text is the value', '', () => expect(button()).toHaveTextContent('Quote sent')],
    ['the listbox has its name', '{Enter}', () => screen.getByRole('listbox', { name: 'Step' })],
    [
      'only the value is selected',
      '{End}',
      () => expect(screen.getAllByRole('option', { selected: true })).toEqual([option('Quote sent')]),
    ],
    [
      'a listbox that takes one says nothing of several',
      '{Enter}',
      () => expect(screen.getByRole('listbox')).not.toHaveAttribute('aria-multiselectable'),
    ],
    [
      'aria-disabled tells what cannot be picked',
      '{Enter}',
      () => expect(option('Paused')).toHaveAttribute('aria-disabled', 'true'),
    ],
    [
      'an option says its place and how many there are',
      '{Enter}',
      () => {
        expect(option('Won')).toHaveAttribute('aria-posinset', '6');
        expect(option('Won')).toHaveAttribute('aria-setsize', '6');
      },
    ],
  ];
  test.each(rows)('%s', async (_what, keys, check) => {
    await begin(keys);
    check();
  });

  test('one that takes several says so', async () => {
    await begin('{Enter}', { multiple: true });
    expect(screen.getByRole('listbox')).toHaveAttribute('aria-multiselectable', 'true');
  });
});

test('a list of nothing says so in a row that cannot be picked', async () => {
  render(<SelectList label="Step" options={[]} value={[]} onValueChange={() => {}} emptyText="No steps" />);
  act(() => button().focus());
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(option('No steps')).toHaveAttribute('aria-disabled', 'true');
  expect(button()).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Step' }).id);
  expect(button()).not.toHaveAttribute('aria-activedescendant');
});

function option(name: string): HTMLElement {
  return screen.getByRole('option', { name });
}
