import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { aBackend, button, renderCard } from '../catalogue/renderCard.tsx';
import { announcements } from '../support/announcements.ts';
import { findPencil, getField, storedValue, typeInto } from '../support/variableRows.tsx';

async function save(label: string, text: string) {
  await typeInto(label, text);
  await userEvent.keyboard('{Enter}');
}

const bar = () => document.querySelector('.sbc-bar');
const stored = (backend: ReturnType<typeof aBackend>) => storedValue(backend, 'plan', 'ann');

function refuse({ control }: ReturnType<typeof aBackend>, error: AdapterError) {
  control.setFail((method) => (method === 'setVariable' ? error : undefined));
}

test('offers to sign in, which asks the host for it, and says how many changes wait for that', async () => {
  const backend = aBackend();
  const onUnauthorized = vi.fn();
  renderCard(backend, { onUnauthorized });
  await findPencil('City');
  backend.control.setFail(() => new AdapterError('unauthorized', '401'));
  await save('Plan', 'pro');
  await save('City', 'Olinda');
  await waitFor(() => expect(bar()).toHaveTextContent('Sign in again to save 2 changes'));
  expect(onUnauthorized).toHaveBeenCalledTimes(1);
  await userEvent.click(await button('Sign in'));
  await waitFor(() => expect(onUnauthorized).toHaveBeenCalledTimes(2));
  expect(stored(backend)).toBe('free');
  backend.control.setFail(undefined);
  await userEvent.click(await button('Sign in'));
  await waitFor(() => expect(stored(backend)).toBe('pro'));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull());
});

test('pushes nothing that is read or typed', async () => {
  const backend = aBackend();
  renderCard(backend);
  await findPencil('City');
  refuse(backend, new AdapterError('offline', 'No network.'));
  await save('Plan', 'pro');
  await typeInto('Email', 'c@d.co');
  const before = getField('Email').getBoundingClientRect();
  backend.control.setFail(undefined);
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(bar()).not.toHaveTextContent('Offline'));
  const { left, right } = getField('Email').getBoundingClientRect();
  expect([left, right]).toEqual([before.left, before.right]);
  expect(bar()?.compareDocumentPosition(getField('Email'))).toBe(Node.DOCUMENT_POSITION_PRECEDING);
});

test('counts down to the next save, says it aloud once, and goes on now for who asks', async () => {
  const backend = aBackend();
  renderCard(backend);
  await findPencil('Plan');
  backend.control.failNext('setVariable', new AdapterError('rate-limited', '429', { retryAfterMs: 20_000 }));
  const said = announcements();
  await save('Plan', 'pro');
  await waitFor(() => expect(bar()).toHaveTextContent(/^Saving again in (20|21) s/));
  const seen = new Set<string | null | undefined>();
  await waitFor(() => {
    seen.add(bar()?.querySelector('.sbc-bar-text')?.textContent);
    expect(seen.size).toBe(3);
  });
  expect(said.filter((text) => text.includes('Saving again'))).toHaveLength(1);
  await userEvent.click(await button('Now'));
  await waitFor(() => expect(stored(backend)).toBe('pro'));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Now' })).toBeNull());
});

test('says nothing of a pause while nothing waits for it', async () => {
  const backend = aBackend();
  renderCard(backend);
  await findPencil('Plan');
  const reads = () => backend.control.calls.filter(({ method }) => method === 'getSubscriber').length;
  const before = reads();
  const pause = new AdapterError('rate-limited', '429', { retryAfterMs: 20_000 });
  backend.control.failNext('getSubscriber', pause);
  act(() => backend.control.emit({ id: 'ann' }, { type: 'invalidated', section: 'subscriber' }));
  await waitFor(() => expect(reads()).toBe(before + 1));
  expect(bar()).toBeNull();
  await save('Plan', 'pro');
  await waitFor(() => expect(bar()).toHaveTextContent(/^Saving again/));
});

test('leaves the focus in the card when it goes', async () => {
  const backend = aBackend();
  renderCard(backend);
  refuse(backend, new AdapterError('offline', 'No network.'));
  await save('Plan', 'pro');
  (await button('Retry')).focus();
  backend.control.setFail(undefined);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull());
  expect(screen.getByRole('complementary').contains(document.activeElement)).toBe(true);
});
