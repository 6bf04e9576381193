import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createSessionStorage } from '../../src/provider/createSessionStorage.ts';
import type { CardStorage } from '../../src/store/createPersistence.ts';
import { aDeal } from '../support/fixtures.ts';
import {
  findPencil,
  getField,
  getPencil,
  getRow,
  sentValues,
  storedValue,
  typeInto,
} from '../support/variableRows.tsx';
import { holdCalls } from './holdCalls.ts';
import { aBackend, ann, bea, button, findSeen, heading, querySeen, renderCard } from './renderCard.tsx';

type Backend = ReturnType<typeof aBackend>;

const offline = new AdapterError('offline', 'No network.');

async function save(label: string, text: string) {
  await typeInto(label, text);
  await userEvent.keyboard('{Enter}');
}

/** A page of the host, whose work is kept in the tab. It can be loaded anew: nothing of it lives on. */
function openPage(adapter: Backend, scope = 'account 1', keptUnder = scope) {
  let isThere = true;
  const session = createSessionStorage();
  const storage: CardStorage = {
    ...session,
    set: (key, value) => isThere && session.set(key, value),
    remove: (key) => isThere && session.remove(key),
  };
  const view = renderCard(adapter, { scope, persist: { storage, scope: keptUnder } });
  return {
    ...view,
    leave() {
      window.dispatchEvent(new Event('pagehide'));
      isThere = false;
      view.unmount();
    },
  };
}

afterEach(() => {
  sessionStorage.clear();
});

describe('N15: the page is loaded anew', () => {
  test('N15: what waited for the network is sent, and what was typed is open again', async () => {
    const backend = aBackend();
    const { adapter } = holdCalls(backend);
    const page = openPage(adapter);
    await heading('Ann Lee');
    backend.control.setFail(() => offline);
    await save('Plan', 'pro');
    await findSeen('Offline: 1 change waits');
    await typeInto('City', 'half a wo');
    page.leave();
    expect(storedValue(backend, 'plan', 'ann')).toBe('free');
    backend.control.setFail(undefined);
    openPage(backend);
    expect(await screen.findByDisplayValue('half a wo')).not.toHaveFocus();
    expect(await findSeen(/^Unsaved changes from .+ were restored$/)).toBeVisible();
    await userEvent.click(await button('Review'));
    expect(getField('City')).toHaveFocus();
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    await waitFor(() => expect(getRow('Plan')).not.toHaveAttribute('data-pending'));
    expect(storedValue(backend, 'city', 'ann')).toBe('Recife');
    await userEvent.click(getField('City'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(backend, 'city', 'ann')).toBe('half a wo'));
    expect(sessionStorage).toHaveLength(0);
  });

  test('N15: what had landed without an answer is not done twice', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'setVariable');
    const page = openPage(adapter);
    await save('Plan', 'pro');
    last().land();
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    page.leave();
    const { revision } = backend.control.server.subscriber(ann) ?? {};
    openPage(backend);
    await findPencil('Plan');
    await waitFor(() => expect(getRow('Plan')).not.toHaveAttribute('data-pending'));
    expect(screen.queryByText(/Not saved|two changes/)).toBeNull();
    expect(backend.control.server.subscriber(ann)?.revision).toBe(revision);
  });

  test('N15: a creation that the backend would do twice is asked about', async () => {
    const backend = aBackend({ idempotent: false });
    const { adapter, last } = holdCalls(backend, 'createDeal');
    const page = openPage(adapter);
    await userEvent.click(await button('Add deal'));
    await screen.findByRole('form', { name: 'New deal' });
    await userEvent.fill(getField('Name'), 'Hats');
    await userEvent.click(await button('Save deal'));
    last().land();
    page.leave();
    openPage(backend);
    expect(await screen.findByText('We could not tell whether it was saved.')).toBeVisible();
    expect(await screen.findAllByRole('article', { name: 'Hats' })).toHaveLength(2);
    expect(backend.control.calls.filter(({ method }) => method === 'createDeal')).toHaveLength(1);
  });

  test('N15: what was asked for another conversation is sent without opening it', async () => {
    const backend = aBackend();
    const page = openPage(backend);
    await heading('Ann Lee');
    backend.control.setFail(() => offline);
    await save('Plan', 'pro');
    page.show(bea);
    page.leave();
    backend.control.setFail(undefined);
    openPage(backend).show(bea);
    await heading('Bea Stone');
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    expect(storedValue(backend, 'plan', 'bea')).toBe('free');
  });
});

test.each(['draft', 'save'])(
  'R17: a deal deleted while the page was away gives back its %s',
  async (what) => {
    const backend = aBackend();
    const page = openPage(backend);
    await userEvent.click(await button('Edit deal Wedding guest dress'));
    await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'Mine');
    if (what === 'save') {
      backend.control.setFail(() => offline);
      await userEvent.keyboard('{Enter}');
      await findSeen('Offline: 1 change waits');
    }
    page.leave();
    backend.control.setFail(undefined);
    backend.control.actAs('Maria').deleteDeal(ann, 'deal-1');
    openPage(backend);
    expect(await screen.findByText('This deal was deleted elsewhere.')).toBeVisible();
    expect(await button('Copy my text')).toBeVisible();
    await userEvent.click(await button('Create as new'));
    await screen.findByRole('form', { name: 'New deal' });
    expect(getField('Name')).toHaveValue('Mine');
    await userEvent.click(await button('Save deal'));
    await waitFor(() => expect(backend.control.server.deals(ann)).toMatchObject([{ name: 'Mine' }]));
  },
);

test('R18: a subscriber deleted while the page was away gives back what was typed and asked for', async () => {
  const backend = aBackend();
  const page = openPage(backend);
  await heading('Ann Lee');
  backend.control.setFail(() => offline);
  await save('Plan', 'pro');
  await findSeen('Offline: 1 change waits');
  await typeInto('City', 'half a wo');
  page.leave();
  backend.control.setFail(undefined);
  backend.control.actAs('Maria').deleteSubscriber(ann);
  openPage(backend);
  await heading('Subscriber not found');
  expect(await screen.findByText('half a wo')).toBeVisible();
  expect(await screen.findByText('pro')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /^Copy my text/ })).toHaveLength(2);
});

test('N15: what was typed into a deal of a further page is not taken for deleted', async () => {
  const deals = Array.from({ length: 30 }, (_, place) =>
    aDeal({ id: `deal-${place}`, name: `Deal ${place}` }),
  );
  const backend = aBackend({ deals: { ann: deals } });
  const page = openPage(backend);
  await userEvent.click(await button(/^Show more deals/));
  await userEvent.click(await button('Edit deal Deal 25'));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'half a wo');
  page.leave();
  openPage(backend);
  const more = await button(/^Show more deals/);
  expect(screen.queryByText('This deal was deleted elsewhere.')).toBeNull();
  await userEvent.click(more);
  expect(await screen.findByDisplayValue('half a wo')).toBeInTheDocument();
  expect(screen.queryByText('This deal was deleted elsewhere.')).toBeNull();
});

describe('N16: the storage fails', () => {
  const session = createSessionStorage();
  const full = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };

  test.each<[string, CardStorage]>([
    ['full', { ...session, set: full }],
    ['blocked', { keys: full, get: full, set: full, remove: full }],
  ])('N16: %s, it is said once, and nothing else changes', async (_, storage) => {
    const backend = aBackend();
    renderCard(backend, { persist: { storage, scope: 'account 1' } });
    await typeInto('City', 'half a wo');
    expect(await findSeen('Drafts are not kept on reload')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await save('Plan', 'pro');
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    expect(storedValue(backend, 'city', 'ann')).toBe('half a wo');
    expect(querySeen('Drafts are not kept on reload')).toBeVisible();
  });

  test.each(['{', '{}', '{"version":0}', 'null', 'x'])(
    'N16: what it holds cannot be read (%s): it is dropped, and the card opens',
    async (text) => {
      const backend = aBackend();
      const page = openPage(backend);
      await typeInto('City', 'half a wo');
      page.leave();
      const [key = ''] = Object.keys(sessionStorage);
      expect(sessionStorage.getItem(key)).toContain('half a wo');
      sessionStorage.setItem(key, text);
      openPage(backend);
      await findPencil('City');
      expect(screen.queryByDisplayValue('half a wo')).toBeNull();
      expect(sessionStorage).toHaveLength(0);
      await save('Plan', 'pro');
      await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    },
  );
});

describe('R7: two changes and a reload', () => {
  test('R7: mine is still beside theirs', async () => {
    const backend = aBackend();
    const page = openPage(backend);
    await heading('Ann Lee');
    backend.control.disconnect();
    backend.control.actAs('Maria').setVariable(ann, 'plan', 'team');
    await save('Plan', 'pro');
    await screen.findByRole('group', { name: 'Plan: two changes' });
    page.leave();
    openPage(backend);
    const note = within(await screen.findByRole('group', { name: 'Plan: two changes' }));
    expect(note.getByText(/Yours/)).toHaveTextContent('Yours: pro');
    expect(storedValue(backend, 'plan', 'ann')).toBe('team');
    await userEvent.click(note.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
  });

  test('R7: what a colleague has changed while the page was away is asked about', async () => {
    const backend = aBackend();
    const page = openPage(backend);
    await heading('Ann Lee');
    backend.control.setFail(() => offline);
    await save('Plan', 'pro');
    await findSeen('Offline: 1 change waits');
    page.leave();
    backend.control.setFail(undefined);
    backend.control.actAs('Maria').setVariable(ann, 'plan', 'team');
    openPage(backend);
    const note = await screen.findByRole('group', { name: 'Plan: two changes' });
    expect(note).toHaveTextContent('Yours: pro');
    expect(storedValue(backend, 'plan', 'ann')).toBe('team');
  });
});

test('R24: a save that fails after the card has gone is there for who comes back', async () => {
  const backend = aBackend();
  const { adapter, last } = holdCalls(backend, 'setVariable');
  const first = openPage(adapter);
  await save('Plan', 'pro');
  first.unmount();
  await act(async () => last().fail(new AdapterError('forbidden', 'no', { reason: 'Ask a manager.' })));
  openPage(backend);
  await findPencil('City');
  expect(await screen.findByDisplayValue('pro')).toBeVisible();
  expect(sentValues(backend)).toEqual([]);
});

test.each([
  ['kept apart by the host', 'account 2'],
  ['kept under one name', 'account 1'],
])('R26: nothing that was kept for one account is read under another: %s', async (_, keptUnder) => {
  const [one, two] = [aBackend(), aBackend()];
  const page = openPage(one, 'account 1');
  await heading('Ann Lee');
  one.control.setFail(() => offline);
  await save('Plan', 'pro');
  await typeInto('City', 'half a wo');
  page.leave();
  const other = openPage(two, 'account 2', keptUnder);
  await findPencil('Plan');
  expect(getPencil('City')).toBeVisible();
  expect(screen.queryByText('pro')).toBeNull();
  expect(sentValues(two)).toEqual([]);
  other.leave();
  one.control.setFail(undefined);
  openPage(one, 'account 1');
  expect(await screen.findByDisplayValue('half a wo')).toBeVisible();
  await waitFor(() => expect(storedValue(one, 'plan', 'ann')).toBe('pro'));
  expect(sentValues(two)).toEqual([]);
});
