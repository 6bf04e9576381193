import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../src/ui/ErrorBoundary.tsx';

let isBroken = true;

function Bomb() {
  if (isBroken) throw new Error('boom');
  return <p>The section</p>;
}

beforeEach(() => {
  isBroken = true;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

function Example(props: { resetKey?: string; onError?: (error: unknown, stack: string) => void }) {
  return (
    <ErrorBoundary
      {...props}
      fallback={(retry) => (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    >
      <Bomb />
    </ErrorBoundary>
  );
}

const retry = () => screen.getByRole('button', { name: 'Try again' });

test('keeps a crash in its box, tells of it once and can be tried again', () => {
  const onError = vi.fn();
  render(<Example onError={onError} />);
  expect(onError).toHaveBeenCalledTimes(1);
  expect(onError.mock.calls[0]?.[0]).toEqual(new Error('boom'));
  act(() => retry().click());
  expect(retry()).toBeInTheDocument();
  isBroken = false;
  act(() => retry().click());
  expect(screen.getByText('The section')).toBeInTheDocument();
});

test('starts afresh with another subscriber', () => {
  const { rerender } = render(<Example resetKey="ana" />);
  isBroken = false;
  rerender(<Example resetKey="ana" />);
  expect(retry()).toBeInTheDocument();
  rerender(<Example resetKey="bo" />);
  expect(screen.getByText('The section')).toBeInTheDocument();
});

test('survives a listener that throws', () => {
  render(
    <Example
      onError={() => {
        throw new Error('the host');
      }}
    />,
  );
  expect(retry()).toBeInTheDocument();
});
