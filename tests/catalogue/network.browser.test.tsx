import { act, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { getRow, sentValues, storedValue, typeInto } from '../support/variableRows.tsx';
import { aBackend, ann, bea, button, findSeen, heading, querySeen, renderCard } from './renderCard.tsx';

type Backend = ReturnType<typeof aBackend>;

async function save(label: string, text: string) {
  await typeInto(label, text);
  await userEvent.keyboard('{Enter}');
}

/** The backend cannot be reached, by whatever the browser thinks of that. */
function cutOff({ control }: Backend) {
  control.setFail(() => new AdapterError('offline', 'No network.'));
}

const networkIsBack = () => act(() => void window.dispatchEvent(new Event('online')));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('N8: the session ends', () => {
  test('N8: says how many changes wait, takes more, and sends all after one sign-in', async () => {
    const backend = aBackend();
    let signIn = () => {};
    const onUnauthorized = vi.fn(() => new Promise<void>((resolve) => (signIn = resolve)));
    const { show } = renderCard(backend, { onUnauthorized });
    await heading('Ann Lee');
    backend.control.setFail(() => new AdapterError('unauthorized', '401'));
    await save('Plan', 'pro');
    expect(await findSeen('Sign in again to save 1 change')).toBeVisible();
    await save('City', 'Olinda');
    await save('Email', 'c@d.co');
    expect(querySeen('Sign in again to save 3 changes')).toBeVisible();
    const before = sentValues(backend).length;
    await save('Plan', 'team');
    expect(within(getRow('Plan')).getByText('team')).toBeVisible();
    networkIsBack();
    show(bea);
    show(ann);
    expect(sentValues(backend)).toHaveLength(before);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    backend.control.setFail(undefined);
    await act(async () => signIn());
    await waitFor(() => expect(querySeen(/Sign in again/)).toBeNull());
    await waitFor(() => expect(sentValues(backend).slice(before)).toEqual(['team', 'Olinda', 'c@d.co']));
    expect(storedValue(backend, 'plan', 'ann')).toBe('team');
    expect(storedValue(backend, 'plan', 'bea')).toBe('free');
  });
});

describe('N11: the server asks for a pause', () => {
  test('N11: says for how long, and goes on now for who does not want to wait', async () => {
    const backend = aBackend();
    renderCard(backend);
    await heading('Ann Lee');
    backend.control.failNext(
      'setVariable',
      new AdapterError('rate-limited', '429', { retryAfterMs: 20_000 }),
    );
    await save('Plan', 'pro');
    expect(await findSeen(/^Saving again in (20|21) s$/)).toBeVisible();
    await save('City', 'Olinda');
    expect(sentValues(backend)).toEqual(['pro']);
    expect(await findSeen(/^Saving again in (18|19) s$/)).toBeVisible();
    await userEvent.click(await button('Now'));
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    await waitFor(() => expect(storedValue(backend, 'city', 'ann')).toBe('Olinda'));
    expect(querySeen(/Saving again/)).toBeNull();
  });
});

describe('N13: offline', () => {
  async function goOffline() {
    const backend = aBackend();
    const view = renderCard(backend);
    await heading('Ann Lee');
    cutOff(backend);
    await save('Plan', 'pro');
    expect(await findSeen('Offline: 1 change waits')).toBeVisible();
    await save('City', 'Olinda');
    expect(await findSeen('Offline: 2 changes wait')).toBeVisible();
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
    expect(getRow('City')).toHaveAttribute('data-pending');
    return { backend, ...view };
  }

  async function expectSaved(backend: Backend) {
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    await waitFor(() => expect(storedValue(backend, 'city', 'ann')).toBe('Olinda'));
    await waitFor(() => expect(querySeen(/Offline/)).toBeNull());
    expect(getRow('Plan')).not.toHaveAttribute('data-pending');
  }

  test('N13: what waits is counted, and sent when the browser is back', async () => {
    const { backend } = await goOffline();
    backend.control.setFail(undefined);
    // No answer to a read gives it away.
    backend.control.setDelay((method) => (method === 'setVariable' ? 0 : Number.POSITIVE_INFINITY));
    networkIsBack();
    await expectSaved(backend);
  });

  test('N13: what waits is sent with the next call that gets an answer', async () => {
    const { backend, show } = await goOffline();
    backend.control.setFail(undefined);
    // The read of another conversation gets through; nothing else says that the network is back.
    show(bea);
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    show(ann);
    await expectSaved(backend);
  });

  test('N13: what waits is sent by who asks for it', async () => {
    const { backend } = await goOffline();
    backend.control.setFail(undefined);
    await userEvent.click(await button('Retry'));
    await expectSaved(backend);
  });
});

describe('N14: what the browser says of the network', () => {
  test('N14: does not keep a save from being sent', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const backend = aBackend();
    renderCard(backend);
    await save('Plan', 'pro');
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    expect(querySeen(/Offline/)).toBeNull();
  });

  test('N14: does not make a save fail that finds nobody', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    const backend = aBackend();
    renderCard(backend);
    await heading('Ann Lee');
    cutOff(backend);
    await save('Plan', 'pro');
    expect(await findSeen('Offline: 1 change waits')).toBeVisible();
    // The browser is wrong again: nothing is reachable.
    networkIsBack();
    await waitFor(() => expect(sentValues(backend).length).toBeGreaterThan(1));
    expect(await findSeen('Offline: 1 change waits')).toBeVisible();
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
  });
});
