import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SelectList, type SelectListProps } from '../../src/ui/SelectList.tsx';

const options = [
  { id: 'free', label: 'Free' },
  { id: 'team', label: 'Team' },
  { id: 'old', label: 'Old plan', disabled: true },
  { id: 'trial', label: 'Trial' },
];

function Example({ onValueChange, value: first = [], ...props }: Partial<SelectListProps>) {
  const [value, setValue] = useState<readonly string[]>(first);
  return (
    <SelectList
      label="Plan"
      options={options}
      placeholder="Choose"
      {...props}
      value={value}
      onValueChange={(next) => {
        onValueChange?.(next);
        setValue(next);
      }}
    />
  );
}

const button = () => screen.getByRole('combobox', { name: 'Plan' });
const active = () =>
  document.getElementById(button().getAttribute('aria-activedescendant') ?? '')?.textContent;
const isClosed = () => screen.queryByRole('listbox') === null;

test('shows what is picked, or its placeholder', () => {
  const { unmount } = render(<Example />);
  expect(button()).toHaveTextContent('Choose');
  unmount();
  render(<Example multiple value={['free', 'trial']} formatPicked={(labels) => labels.join(' und ')} />);
  expect(button()).toHaveTextContent('Free und Trial');
});

test.each(['{ArrowDown}', '{ArrowUp}', '{Enter}', ' '])('opens with %j at what is picked', async (key) => {
  render(<Example value={['team']} />);
  button().focus();
  await userEvent.keyboard(key);
  expect(screen.getByRole('listbox', { name: 'Plan' })).toBeVisible();
  expect(active()).toBe('Team');
  expect(button()).toHaveFocus();
});

test('moves over what is disabled and does not wrap round', async () => {
  render(<Example value={['team']} />);
  button().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(active()).toBe('Trial');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('Trial');
  await userEvent.keyboard('{Home}');
  expect(active()).toBe('Free');
  await userEvent.keyboard('{End}');
  expect(active()).toBe('Trial');
});

test('finds an option by its letters', async () => {
  render(<Example value={['free']} />);
  button().focus();
  await userEvent.keyboard('t');
  expect(active()).toBe('Team');
  await userEvent.keyboard('t');
  expect(active()).toBe('Trial');
  await new Promise((resolve) => setTimeout(resolve, 750));
  await userEvent.keyboard('tr');
  expect(active()).toBe('Trial');
});

test('picks one and closes, with Enter and by a click', async () => {
  const onValueChange = vi.fn();
  render(<Example onValueChange={onValueChange} />);
  button().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(isClosed()).toBe(true);
  await userEvent.click(button());
  await userEvent.click(screen.getByRole('option', { name: 'Trial' }));
  expect(isClosed()).toBe(true);
  expect(button()).toHaveFocus();
  expect(onValueChange.mock.calls).toEqual([[['team']], [['trial']]]);
});

test('stays open while several are picked', async () => {
  const onValueChange = vi.fn();
  render(<Example multiple onValueChange={onValueChange} />);
  button().focus();
  await userEvent.keyboard('{ArrowDown}{Enter}{ArrowDown}{Enter}{Home}{Enter}');
  expect(onValueChange.mock.calls).toEqual([[['free']], [['free', 'team']], [['team']]]);
  expect(screen.getByRole('listbox')).toHaveAttribute('aria-multiselectable', 'true');
  expect(screen.getByRole('option', { name: 'Team' })).toHaveAttribute('aria-selected', 'true');
});

test('never picks what is disabled', async () => {
  const onValueChange = vi.fn();
  render(<Example onValueChange={onValueChange} />);
  await userEvent.click(button());
  await userEvent.click(screen.getByRole('option', { name: 'Old plan' }), { force: true });
  expect(onValueChange).not.toHaveBeenCalled();
});

test('picks nothing with Tab, Escape or a click elsewhere', async () => {
  const onValueChange = vi.fn();
  render(
    <>
      <p style={{ marginBlockEnd: 60 }}>Chat</p>
      <Example onValueChange={onValueChange} />
    </>,
  );
  for (const leave of [
    () => userEvent.tab(),
    () => userEvent.keyboard('{Escape}'),
    () => userEvent.click(screen.getByText('Chat')),
  ]) {
    await userEvent.click(button());
    await userEvent.keyboard('{ArrowDown}');
    await leave();
    expect(isClosed()).toBe(true);
  }
  expect(onValueChange).not.toHaveBeenCalled();
});
