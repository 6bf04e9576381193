import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Timestamp } from '../../src/ui/Timestamp.tsx';

const then = '2025-11-22T08:00:00Z';
const seconds = (now: number) => `${Math.round((now - Date.parse(then)) / 1000)} s ago`;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(then) + 10_000 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const advance = (ms: number) => act(() => vi.advanceTimersByTime(ms));

function setHidden(hidden: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

test('says a relative time that stays true, and keeps the exact one for machines', () => {
  render(<Timestamp value={then} format={seconds} exact="22 November 2025, 08:00" />);
  expect(screen.getByText('10 s ago')).toHaveAttribute('datetime', then);
  advance(5_000);
  expect(screen.getByText('15 s ago')).toBeInTheDocument();
});

test('ticks all of one interval with one timer, and none when they are gone', () => {
  const setInterval = vi.spyOn(globalThis, 'setInterval');
  const { unmount } = render(
    [1, 2, 3].map((id) => <Timestamp key={id} value={then} format={seconds} exact="" interval={1_000} />),
  );
  expect(setInterval).toHaveBeenCalledTimes(1);
  advance(1_000);
  expect(screen.getAllByText('11 s ago')).toHaveLength(3);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test('rests while the page is hidden, and is true at once on return', () => {
  const format = vi.fn(seconds);
  render(<Timestamp value={then} format={format} exact="" interval={1_000} />);
  setHidden(true);
  format.mockClear();
  advance(60_000);
  expect(format).not.toHaveBeenCalled();
  setHidden(false);
  expect(screen.getByText('70 s ago')).toBeInTheDocument();
});

test('shows the exact time to the keyboard', () => {
  render(<Timestamp value={then} format={seconds} exact="22 November 2025, 08:00" />);
  const time = screen.getByText('10 s ago');
  act(() => time.focus({ focusVisible: true } as FocusOptions));
  expect(screen.getByRole('tooltip')).toHaveTextContent('22 November 2025, 08:00');
  expect(time).toHaveAccessibleDescription('22 November 2025, 08:00');
});
