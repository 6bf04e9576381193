import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Select } from '../../../src/ui/Select.tsx';
import { focusName } from './focus.ts';

// The select of the forms: a select-only combobox whose options take the focus.

function Example() {
  const [value, setValue] = useState('quote');
  return (
    <>
      <button type="button">Before</button>
      <Select
        label="Step"
        value={value}
        onValueChange={setValue}
        options={[
          { value: 'lead', label: 'Lead' },
          { value: 'quote', label: 'Quote sent' },
          { value: 'paused', label: 'Paused', disabled: true },
          { value: 'fitting', label: 'Fitting booked' },
          { value: 'won', label: 'Won' },
        ]}
      />
      <output>{value}</output>
      <button type="button">After</button>
    </>
  );
}

// While its list is open the rest of the page is hidden, and the button with it.
const button = () => screen.getByLabelText('Step', { selector: '[role=combobox]' });

interface State {
  readonly isOpen: boolean;
  readonly focus: string;
  readonly value: string;
}

function read(): State {
  return {
    isOpen: screen.queryByRole('listbox') !== null,
    focus: focusName(),
    value: document.querySelector('output')?.textContent ?? '',
  };
}

/** Step by step: an option has the focus in a later task than the key was pressed in. */
async function begin(...steps: readonly string[]) {
  render(<Example />);
  act(() => button().focus());
  for (const keys of steps) {
    await userEvent.keyboard(keys);
    if (!screen.queryByRole('listbox')) continue;
    await vi.waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'option'));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('the keys of the select of a form', () => {
  const rows: readonly (readonly [steps: readonly string[], outcome: string, state: Partial<State>])[] = [
    [['{ArrowDown}'], 'opens the list at the value', { isOpen: true, focus: 'Quote sent' }],
    [['{ArrowUp}'], 'opens the list at the value', { isOpen: true, focus: 'Quote sent' }],
    [['{Enter}'], 'opens the list at the value', { isOpen: true, focus: 'Quote sent' }],
    [[' '], 'opens the list at the value', { isOpen: true, focus: 'Quote sent' }],
    [['w'], 'chooses the option of that letter', { isOpen: false, value: 'won', focus: 'Step' }],
    [['{Enter}', '{ArrowDown}'], 'moves down, over a disabled option', { focus: 'Fitting booked' }],
    [['{Enter}', '{ArrowUp}'], 'moves up', { focus: 'Lead', value: 'quote' }],
    [['{Enter}', '{Home}'], 'moves to the first option', { focus: 'Lead' }],
    [['{Enter}', '{End}'], 'moves to the last option', { focus: 'Won' }],
    [['{Enter}', 'f'], 'moves to the option of that letter', { focus: 'Fitting booked' }],
    [['{Enter}', '{End}', '{ArrowDown}'], 'stays at the last option', { focus: 'Won' }],
    [['{Enter}', '{Home}', '{ArrowUp}'], 'stays at the first option', { focus: 'Lead' }],
    [['{Enter}', '{End}', '{Enter}'], 'picks and closes', { isOpen: false, value: 'won', focus: 'Step' }],
    [['{Enter}', '{End}', ' '], 'picks and closes', { isOpen: false, value: 'won', focus: 'Step' }],
    [
      ['{Enter}', '{End}', '{Escape}'],
      'closes and picks nothing',
      { isOpen: false, value: 'quote', focus: 'Step' },
    ],
    [['{Tab}'], 'leaves a closed list', { focus: 'After', value: 'quote' }],
    [['{Shift>}{Tab}{/Shift}'], 'leaves it backwards', { focus: 'Before' }],
  ];
  test.each(rows)('%j %s', async (steps, _outcome, state) => {
    await begin(...steps);
    await vi.waitFor(() => expect(read()).toMatchObject(state));
  });
});

describe('the roles and states of the select of a form', () => {
  const rows: readonly (readonly [what: string, steps: readonly string[], check: () => void])[] = [
    ['aria-expanded is false', [], () => expect(button()).toHaveAttribute('aria-expanded', 'false')],
    ['aria-expanded is true', ['{Enter}'], () => expect(button()).toHaveAttribute('aria-expanded', 'true')],
    [
      'aria-controls refers to the listbox',
      ['{Enter}'],
      () => expect(button()).toHaveAttribute('aria-controls', screen.getByRole('listbox').id),
    ],
    [
      'the option of the value is selected',
      ['{Enter}'],
      () =>
        expect(screen.getAllByRole('option', { selected: true }).map((it) => it.textContent)).toEqual([
          'Quote sent',
        ]),
    ],
    [
      'aria-disabled tells what cannot be picked',
      ['{Enter}'],
      () => expect(screen.getByRole('option', { name: 'Paused' })).toHaveAttribute('aria-disabled', 'true'),
    ],
  ];
  test.each(rows)('%s', async (_what, steps, check) => {
    await begin(...steps);
    check();
  });
});
