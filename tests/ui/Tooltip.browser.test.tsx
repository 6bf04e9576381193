import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Tooltip } from '../../src/ui/Tooltip.tsx';

function Example() {
  return (
    <>
      <button type="button">Before</button>
      <Tooltip content="22 November 2025, 08:42">
        {(trigger) => (
          <button type="button" {...trigger}>
            4 min ago
          </button>
        )}
      </Tooltip>
      <p style={{ marginBlockStart: 200 }}>Elsewhere</p>
    </>
  );
}

const button = () => screen.getByRole('button', { name: '4 min ago' });
const tooltip = () => screen.findByRole('tooltip');
const isHidden = () => screen.queryByRole('tooltip') === null;

test('describes its element while the keyboard is on it, and is not its name', async () => {
  render(<Example />);
  await userEvent.click(screen.getByRole('button', { name: 'Before' }));
  await userEvent.tab();
  expect(await tooltip()).toBeVisible();
  expect(button()).toHaveAccessibleDescription('22 November 2025, 08:42');
  await userEvent.tab({ shift: true });
  expect(isHidden()).toBe(true);
});

test('is shown on hover and stays while the pointer is on it', async () => {
  render(<Example />);
  await userEvent.hover(button());
  await userEvent.hover(await tooltip());
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await tooltip()).toBeVisible();
  await userEvent.hover(screen.getByText('Elsewhere'));
  await vi.waitFor(() => expect(isHidden()).toBe(true));
});

test('is hidden by Escape, which goes no further while its element has the focus', async () => {
  const hostHears = vi.fn();
  document.addEventListener('keydown', hostHears);
  render(<Example />);
  await userEvent.click(screen.getByRole('button', { name: 'Before' }));
  await userEvent.tab();
  await tooltip();
  hostHears.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(isHidden()).toBe(true);
  expect(button()).toHaveFocus();
  expect(hostHears).not.toHaveBeenCalled();
  document.removeEventListener('keydown', hostHears);
});

test('follows its element where the page scrolls to what the keyboard has reached', async () => {
  render(
    <div style={{ blockSize: 3000, paddingBlockStart: 600 }}>
      <Example />
    </div>,
  );
  screen.getByRole('button', { name: 'Before' }).focus({ preventScroll: true });
  await userEvent.tab();
  const gap = async () =>
    button().getBoundingClientRect().top - (await tooltip()).getBoundingClientRect().bottom;
  const before = await gap();
  window.scrollBy(0, 100);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(await gap()).toBeCloseTo(before, 0);
  window.scrollTo(0, 2500);
  await vi.waitFor(() => expect(isHidden()).toBe(true));
});
