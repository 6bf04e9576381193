import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { type CardClient, createCardClient } from '../../src/store/createCardClient.ts';
import { aBackend, ann, button, renderCard } from '../catalogue/renderCard.tsx';
import { announcements } from '../support/announcements.ts';
import { createTestStorage } from '../support/createTestStorage.ts';
import { aContact } from '../support/fixtures.ts';
import { findPencil, getField, getRow, storedValue } from '../support/variableRows.tsx';

const city = toFieldId({ kind: 'variable', key: 'city' });
const bar = () => document.querySelector('.sbc-bar');
const twoOClock = Date.parse('2026-11-22T14:02:00Z');

/** A page that is opened after another one, in which this was done. */
async function openAfter(
  work: (client: CardClient) => void,
  backend = aBackend({ contacts: { ann: aContact() } }),
) {
  const persist = { storage: createTestStorage().storage, scope: 'account' };
  const subscriber = backend.control.server.subscriber(ann);
  const clock = { now: () => twoOClock, schedule: () => () => {} };
  const earlier = createCardClient({
    adapter: backend,
    clock,
    persist,
    initialData: subscriber ? [subscriber] : [],
  });
  await act(async () => work(earlier));
  earlier.flush();
  const clockNow = { now: () => twoOClock + 60_000, schedule: later };
  const client = createCardClient({ adapter: backend, clock: clockNow, persist });
  renderCard(backend, { client });
  await findPencil('Plan');
  return { backend, client };
}

function later(run: () => void, delay: number) {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
}

function typeCity(client: CardClient) {
  const { store } = client.getCard(ann);
  store.edit(city, 'Recife');
  store.change(city, 'Rec');
}

test('says what was restored, and leads to it', async () => {
  const { backend } = await openAfter(typeCity);
  expect(bar()).toHaveTextContent(/^Unsaved changes from (Nov 22, 2026, )?2:02.PM were restored/);
  expect(getField('City')).not.toHaveFocus();
  await userEvent.click(await button('Review'));
  expect(getField('City')).toHaveFocus();
  await userEvent.keyboard('{End}ife Antigo{Enter}');
  await waitFor(() => expect(storedValue(backend, 'city', 'ann')).toBe('Recife Antigo'));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Review' })).toBeNull());
});

test('unfolds the section first', async () => {
  await openAfter((client) => {
    client.openSections.set('variables', false);
    typeCity(client);
  });
  await userEvent.click(screen.getByRole('button', { name: 'Variables' }));
  expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull();
  await userEvent.click(await button('Review'));
  await waitFor(() => expect(getField('City')).toHaveFocus());
});

test('shows the tab of a contact whose form was not sent', async () => {
  await openAfter((client) => {
    const { store } = client.getCard(ann);
    store.change(toFieldId({ kind: 'contact', id: aContact().id, name: 'firstName' }), 'Anna');
  });
  await userEvent.click(await button('Review'));
  await waitFor(() => expect(getField('First name')).toHaveFocus());
  expect(getField('First name')).toHaveValue('Anna');
});

test('opens the form of a new deal where it stood', async () => {
  await openAfter((client) => {
    client.getCard(ann).store.change(toFieldId({ kind: 'deal', id: '+', name: 'name' }), 'Hats');
  });
  await userEvent.click(await button('Review'));
  await waitFor(() => expect(screen.getByRole('form').contains(document.activeElement)).toBe(true));
  expect(getField('Name')).toHaveValue('Hats');
});

test('leads to what has failed before what merely waits', async () => {
  const backend = aBackend();
  backend.control.setFail((method, [, key]) => {
    if (method !== 'setVariable') return undefined;
    return new AdapterError(key === 'city' ? 'unknown' : 'offline', 'x');
  });
  await openAfter(({ getCard }) => {
    const { store } = getCard(ann);
    store.mutate(new Map([[toFieldId({ kind: 'variable', key: 'plan' }), 'pro']]));
    store.mutate(new Map([[city, 'Olinda']]));
  }, backend);
  await userEvent.click(await button('Review'));
  await waitFor(() => expect(getRow('City').contains(document.activeElement)).toBe(true));
  expect(document.activeElement).toHaveTextContent('Retry');
});

test('goes when it is dismissed, with the focus left in the card, and keeps what it told of', async () => {
  await openAfter(typeCity);
  (await button('Dismiss')).focus();
  await userEvent.keyboard('{Enter}');
  expect(bar()).toBeNull();
  expect(screen.getByRole('complementary').contains(document.activeElement)).toBe(true);
  expect(getField('City')).toHaveValue('Rec');
});

test('is absent where nothing was left behind', async () => {
  await openAfter(() => {});
  expect(bar()).toBeNull();
});

test('is said aloud once', async () => {
  const said = announcements();
  await openAfter(typeCity);
  const count = () => said.filter((text) => text.includes('were restored')).length;
  await waitFor(() => expect(count()).toBe(1));
  await userEvent.click(await button('Review'));
  await userEvent.keyboard('{End}ord{Enter}');
  await waitFor(() => expect(said.join(' ')).toContain('City saved'));
  expect(count()).toBe(1);
});
