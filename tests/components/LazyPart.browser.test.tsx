import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { LazyPart } from '../../src/components/LazyPart.tsx';
import { createLazy } from '../../src/ui/createLazy.ts';
import { aSubscriber } from '../support/fixtures.ts';
import { renderPart } from '../support/renderPart.tsx';

afterEach(() => vi.useRealTimers());

function Part({ text }: { readonly text: string }) {
  return <p>{text}</p>;
}

/** A part that cannot be fetched so many times. */
function aPart(failures: number) {
  const fetchPart = vi.fn(async () => {
    if (fetchPart.mock.calls.length <= failures) throw new TypeError('Failed to fetch');
    return Part;
  });
  return { part: createLazy(fetchPart), fetchPart };
}

const adapter = createMemoryAdapter({ subscribers: [aSubscriber()] });

test('holds the place of a part until it is here, and fetches it once', async () => {
  const { part, fetchPart } = aPart(0);
  const tree = (
    <>
      <LazyPart part={part} props={{ text: 'one' }} fallback={<p>coming</p>} />
      <LazyPart part={part} props={{ text: 'two' }} />
    </>
  );
  renderPart(tree, adapter);
  expect(screen.getByText('coming')).toBeVisible();
  expect(await screen.findByText('one')).toBeVisible();
  expect(screen.getByText('two')).toBeVisible();
  expect(screen.queryByText('coming')).toBeNull();
  expect(fetchPart).toHaveBeenCalledTimes(1);
});

test('says that a part could not be fetched, and fetches it again when it is asked to', async () => {
  const { part } = aPart(1);
  renderPart(<LazyPart part={part} props={{ text: 'here' }} />, adapter);
  expect(await screen.findByText('This part could not be loaded.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(await screen.findByText('here')).toBeVisible();
  expect(screen.queryByText('This part could not be loaded.')).toBeNull();
});

test('tries again by itself, later each time, as long as somebody waits for it', async () => {
  vi.useFakeTimers();
  const { part, fetchPart } = aPart(Number.POSITIVE_INFINITY);
  const { unmount } = renderPart(<LazyPart part={part} props={{ text: 'here' }} />, adapter);
  const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
  await pass(0);
  expect(fetchPart).toHaveBeenCalledTimes(1);
  await pass(2_000);
  expect(fetchPart).toHaveBeenCalledTimes(2);
  await pass(2_000);
  expect(fetchPart).toHaveBeenCalledTimes(2);
  await pass(2_000);
  expect(fetchPart).toHaveBeenCalledTimes(3);
  unmount();
  await pass(600_000);
  expect(fetchPart).toHaveBeenCalledTimes(3);
});
