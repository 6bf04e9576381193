import { render, screen, waitFor } from '@testing-library/react';
import { type CSSProperties, createRef, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popover } from '../../src/ui/Popover.tsx';
import { UiProvider } from '../../src/ui/UiContext.tsx';

function Example() {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Assign to"
      open={open}
      onOpenChange={setOpen}
      trigger={<button type="button">Assign</button>}
    >
      <input aria-label="Search" />
    </Popover>
  );
}

const trigger = () => screen.getByRole('button', { name: 'Assign' });
const dialog = () => screen.getByRole('dialog', { name: 'Assign to' });
const isClosed = () => screen.queryByRole('dialog') === null;

test('has a name, takes the focus and gives it back', async () => {
  render(<Example />);
  await userEvent.click(trigger());
  expect(dialog()).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(isClosed()).toBe(true);
  await vi.waitFor(() => expect(trigger()).toHaveFocus());
});

test('keeps the Escape that closed it from the host', async () => {
  const hostHears = vi.fn();
  document.addEventListener('keydown', hostHears);
  render(<Example />);
  await userEvent.click(trigger());
  await userEvent.keyboard('{Escape}');
  expect(hostHears).not.toHaveBeenCalled();
  document.removeEventListener('keydown', hostHears);
});

test('blocks nothing: a click in the chat closes it and arrives there', async () => {
  const onClick = vi.fn();
  render(
    <>
      <Example />
      <button type="button" onClick={onClick}>
        Chat
      </button>
    </>,
  );
  await userEvent.click(trigger());
  expect(document.body.style.pointerEvents).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Chat' }));
  expect(onClick).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(isClosed()).toBe(true));
});

const clipping: CSSProperties = {
  overflow: 'hidden',
  transform: 'translate(40px, 30px)',
  inlineSize: 120,
  blockSize: 40,
};

test('is not clipped by a host that is transformed and hides what overflows', async () => {
  render(
    <div style={clipping}>
      <div className="sbc-root">
        <Example />
      </div>
    </div>,
  );
  await userEvent.click(trigger());
  await vi.waitFor(() => {
    const box = dialog().getBoundingClientRect();
    const anchor = trigger().getBoundingClientRect();
    expect(Math.abs(box.left - anchor.left)).toBeLessThan(2);
    expect(box.top).toBeGreaterThanOrEqual(anchor.bottom);
    const corner = document.elementFromPoint(box.right - 12, box.bottom - 2);
    expect(dialog().contains(corner)).toBe(true);
  });
});

test('stands in the host’s container with the theme, if one is given', async () => {
  const container = document.body.appendChild(document.createElement('div'));
  render(
    <UiProvider portalContainer={container} theme="dark" dir="rtl" rootClassName="brand">
      <Example />
    </UiProvider>,
  );
  await userEvent.click(trigger());
  expect(container.contains(dialog())).toBe(true);
  const root = dialog().closest('.sbc-root');
  expect(root).toHaveClass('brand');
  expect(root).toHaveAttribute('data-theme', 'dark');
  expect(root).toHaveAttribute('dir', 'rtl');
});

test.each([
  ['end', { insetBlockEnd: 60 }],
  ['start', { insetBlockStart: 60 }],
])('a list that grows at the %s of the window is seen to its last row', async (_, place) => {
  const anchorRef = createRef<HTMLButtonElement>();
  const draw = (rows: number) => (
    <div className="sbc-root">
      <button ref={anchorRef} type="button" style={{ position: 'fixed', ...place }}>
        Tags
      </button>
      <Popover label="Tags" role="group" open anchorRef={anchorRef}>
        <ul className="sbc-listbox" style={{ margin: 0, padding: 0, overflow: 'auto' }}>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change
            <li key={row} style={{ blockSize: 32 }}>
              Row {row}
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
  const { rerender } = render(draw(0));
  // A second time it is placed by what it measured before.
  for (const rows of [1, 5]) {
    rerender(draw(rows));
    await waitFor(() => {
      const row = screen.getByText(`Row ${rows - 1}`);
      const { x, y, height } = row.getBoundingClientRect();
      expect(row.contains(document.elementFromPoint(x + 4, y + height / 2))).toBe(true);
    });
  }
});
