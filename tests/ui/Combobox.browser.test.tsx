import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Combobox, type ComboboxProps } from '../../src/ui/Combobox.tsx';
import type { ComboboxOption } from '../../src/ui/ComboboxList.tsx';

const vocabulary: ComboboxOption[] = [
  { id: 'vip', name: 'VIP' },
  { id: 'spring', name: 'Spring 2025', group: 'Season' },
  { id: 'cart', name: 'Abandoned cart' },
  { id: 'closed', name: 'Closed' },
  { id: 'summer', name: 'Summer 2025' },
];

const closed = new Set(['closed']);

interface TagFieldProps extends Partial<ComboboxProps> {
  all?: readonly ComboboxOption[];
}

function TagField({ all = vocabulary, onToggle, onInputChange, ...props }: TagFieldProps) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const options = all.filter((option) => option.name.toLowerCase().includes(text.toLowerCase()));
  return (
    <Combobox
      label="Add tag"
      options={options}
      pickedIds={new Set(picked)}
      disabledIds={closed}
      emptyText="No such tag"
      {...props}
      inputValue={text}
      onInputChange={(next) => {
        onInputChange?.(next);
        setText(next);
      }}
      onToggle={(id) => {
        onToggle?.(id);
        setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
      }}
    />
  );
}

const input = () => screen.getByRole('combobox', { name: 'Add tag' });
const list = () => screen.findByRole('listbox', { name: 'Add tag' });
const noList = () => expect(screen.queryByRole('listbox')).toBeNull();
const option = (name: string | RegExp) => screen.getByRole('option', { name });
const highlighted = () =>
  document.getElementById(input().getAttribute('aria-activedescendant') ?? '')?.textContent ?? null;

test('is a light input from the first paint, which its list never replaces', async () => {
  render(<TagField />);
  const first = input();
  expect(first).toHaveAttribute('aria-expanded', 'false');
  expect(document.querySelectorAll('body *').length).toBeLessThan(6);
  await userEvent.click(first);
  await list();
  expect(input()).toBe(first);
  expect(first).toHaveFocus();
});

test('says when somebody means to use it', async () => {
  const onIntent = vi.fn();
  render(<TagField onIntent={onIntent} />);
  expect(onIntent).not.toHaveBeenCalled();
  await userEvent.hover(input());
  expect(onIntent).toHaveBeenCalled();
});

test('loses no letter, however fast they come', async () => {
  render(<TagField />);
  await userEvent.click(input());
  await userEvent.keyboard('summer 2025');
  expect(input()).toHaveValue('summer 2025');
  await list();
  await userEvent.keyboard('{Home}{Shift>}{Home}{/Shift}');
  await userEvent.keyboard('{End}');
  expect(input()).toHaveValue('summer 2025');
});

test('shows a listbox of which several can be picked, and stays open while picking', async () => {
  const onToggle = vi.fn();
  render(<TagField onToggle={onToggle} />);
  await userEvent.click(input());
  expect(await list()).toHaveAttribute('aria-multiselectable', 'true');
  await userEvent.click(option('VIP'));
  await userEvent.click(option('Abandoned cart'));
  expect(onToggle.mock.calls).toEqual([['vip'], ['cart']]);
  expect(option('VIP')).toHaveAttribute('aria-selected', 'true');
  expect(option(/Spring/)).toHaveAttribute('aria-selected', 'false');
  await userEvent.click(option('VIP'));
  expect(option('VIP')).toHaveAttribute('aria-selected', 'false');
  expect(input()).toHaveFocus();
});

test('moves by the arrows, over what is disabled, and toggles with Enter', async () => {
  const onToggle = vi.fn();
  render(<TagField onToggle={onToggle} />);
  input().focus();
  await userEvent.keyboard('{ArrowDown}');
  await list();
  await userEvent.keyboard('{Home}');
  expect(highlighted()).toBe('VIP');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(highlighted()).toBe('Summer 2025');
  await userEvent.keyboard('{ArrowDown}');
  expect(highlighted()).toBe('VIP');
  await userEvent.keyboard('{End}');
  expect(highlighted()).toBe('Summer 2025');
  await userEvent.keyboard('{ArrowUp}');
  expect(highlighted()).toBe('Abandoned cart');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Enter}');
  expect(onToggle.mock.calls).toEqual([['cart'], ['cart'], ['cart']]);
  expect(option('Abandoned cart')).toHaveAttribute('aria-selected', 'true');
  expect(highlighted()).toBe('Abandoned cart');
});

test('picks nothing when it is left with Tab', async () => {
  const onToggle = vi.fn();
  render(
    <>
      <TagField onToggle={onToggle} />
      <button type="button">Chat</button>
    </>,
  );
  await userEvent.click(input());
  await list();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(highlighted()).not.toBeNull();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Chat' })).toHaveFocus();
  noList();
  expect(onToggle).not.toHaveBeenCalled();
});

test('picks nothing when a click elsewhere closes it, or Alt with an arrow', async () => {
  const onToggle = vi.fn();
  render(
    <>
      <TagField onToggle={onToggle} />
      <p style={{ marginBlockStart: 400 }}>Chat</p>
    </>,
  );
  await userEvent.click(input());
  await list();
  await userEvent.keyboard('{ArrowDown}{Alt>}{ArrowUp}{/Alt}');
  noList();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await list();
  await userEvent.click(screen.getByText('Chat'));
  noList();
  expect(onToggle).not.toHaveBeenCalled();
});

test('closes its list with Escape, then clears its text, and only then is it the host’s', async () => {
  const hostHears = vi.fn();
  const listener = (event: KeyboardEvent) => event.key === 'Escape' && hostHears();
  document.addEventListener('keydown', listener);
  render(<TagField />);
  await userEvent.click(input());
  await userEvent.keyboard('vi');
  await list();
  await userEvent.keyboard('{Escape}');
  noList();
  expect(input()).toHaveValue('vi');
  await userEvent.keyboard('{Escape}');
  expect(input()).toHaveValue('');
  expect(hostHears).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(hostHears).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', listener);
});

test('keeps its list when its padding is pressed, or another window comes forward', async () => {
  render(<TagField />);
  await userEvent.click(input());
  const popup = (await list()).closest('.sbc-popover');
  if (!(popup instanceof HTMLElement)) throw new Error('the list stands in no popover');
  await userEvent.click(popup, { position: { x: 2, y: 2 } });
  expect(input()).toHaveFocus();
  act(() => {
    input().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
  expect(await list()).toBeVisible();
});

test('highlights the best match of a text, so that Enter picks it', async () => {
  const onToggle = vi.fn();
  render(<TagField onToggle={onToggle} />);
  await userEvent.click(input());
  await list();
  expect(highlighted()).toBeNull();
  await userEvent.keyboard('2025');
  expect(highlighted()).toContain('Spring 2025');
  await userEvent.keyboard('{Enter}');
  expect(onToggle.mock.calls).toEqual([['spring']]);
});

test('highlights nothing while the matches are still on their way', async () => {
  const onToggle = vi.fn();
  render(<TagField onToggle={onToggle} loading />);
  await userEvent.click(input());
  await list();
  await userEvent.keyboard('v{Enter}');
  expect(onToggle).not.toHaveBeenCalled();
});

test('keeps the highlight on its row when the list changes under it', async () => {
  const { rerender } = render(<TagField />);
  await userEvent.click(input());
  await list();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(highlighted()).toContain('Spring 2025');
  rerender(<TagField all={[{ id: 'new', name: 'Wholesale' }, ...vocabulary]} />);
  expect(highlighted()).toContain('Spring 2025');
  rerender(<TagField all={vocabulary.filter(({ id }) => id !== 'spring')} />);
  expect(highlighted()).toBeNull();
});

test('offers to create what is not there', async () => {
  const onCreate = vi.fn();
  render(<TagField createOption={{ label: 'Create “Gold”', onCreate }} />);
  await userEvent.click(input());
  await userEvent.keyboard('gold');
  await list();
  expect(highlighted()).toBe('Create “Gold”');
  await userEvent.keyboard('{Enter}');
  expect(onCreate).toHaveBeenCalledTimes(1);
});

test('says that nothing matches', async () => {
  render(<TagField />);
  await userEvent.click(input());
  await userEvent.keyboard('zzz');
  expect(await screen.findByText('No such tag')).toBeVisible();
});

test('tells of Backspace only where there is nothing to delete', async () => {
  const onBackspaceEmpty = vi.fn();
  render(<TagField onBackspaceEmpty={onBackspaceEmpty} />);
  await userEvent.click(input());
  await userEvent.keyboard('a{Backspace}');
  expect(onBackspaceEmpty).not.toHaveBeenCalled();
  await userEvent.keyboard('{Backspace}');
  expect(onBackspaceEmpty).toHaveBeenCalledTimes(1);
});

test('leaves the keys of an input method alone', async () => {
  const onToggle = vi.fn();
  render(<TagField onToggle={onToggle} />);
  await userEvent.click(input());
  await list();
  await userEvent.keyboard('{ArrowDown}');
  act(() => {
    input().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
  });
  expect(onToggle).not.toHaveBeenCalled();
});

test('draws few nodes of 10,000 options, the active one always among them', async () => {
  const all = Array.from({ length: 10_000 }, (_, index) => ({ id: `${index}`, name: `Tag ${index}` }));
  render(<TagField all={all} />);
  const before = document.querySelectorAll('*').length;
  await userEvent.click(input());
  const listbox = await list();
  expect(document.querySelectorAll('*').length - before).toBeLessThanOrEqual(90);
  await userEvent.keyboard('{End}');
  expect(highlighted()).toBe('Tag 9999');
  await vi.waitFor(() => expect(option('Tag 9999')).toBeVisible());
  expect(option('Tag 9999')).toHaveAttribute('aria-posinset', '10000');
  expect(option('Tag 9999')).toHaveAttribute('aria-setsize', '10000');
  listbox.scrollTop = 0;
  await vi.waitFor(() => expect(option('Tag 1')).toBeVisible());
  expect(highlighted()).toBe('Tag 9999');
});

test('scrolls to the row that the keys reach, not to the one under the pointer', async () => {
  const all = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, name: `Tag ${index}` }));
  render(<TagField all={all} />);
  await userEvent.click(input());
  const listbox = await list();
  const cut = within(listbox)
    .getAllByRole('option')
    .find((row) => row.getBoundingClientRect().bottom > listbox.getBoundingClientRect().bottom);
  if (!cut) throw new Error('no row is cut by the edge of the list');
  fireEvent.mouseMove(cut);
  expect(highlighted()).toBe(cut.textContent);
  expect(listbox.scrollTop).toBe(0);
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(listbox.scrollTop).toBeGreaterThan(0));
});

test('works in a shadow root', async () => {
  const onToggle = vi.fn();
  const host = document.body.appendChild(document.createElement('div'));
  const container = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  render(<TagField onToggle={onToggle} />, { container });
  const inRoot = within(container);
  await userEvent.click(inRoot.getByRole('combobox'));
  await userEvent.click(await inRoot.findByRole('option', { name: 'VIP' }));
  expect(onToggle.mock.calls).toEqual([['vip']]);
  expect(inRoot.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{End}{Enter}');
  expect(onToggle.mock.calls).toEqual([['vip'], ['summer']]);
});

test('opens with the press: an editor that it closes may move the field away before the release', async () => {
  function Page() {
    const [isEditing, setIsEditing] = useState(true);
    return (
      <div onPointerDown={() => setIsEditing(false)}>
        {isEditing && <div style={{ height: 200 }}>An editor</div>}
        <TagField />
      </div>
    );
  }
  render(<Page />);
  await userEvent.click(input());
  expect(screen.queryByText('An editor')).toBeNull();
  expect(input()).toHaveFocus();
  await list();
});
