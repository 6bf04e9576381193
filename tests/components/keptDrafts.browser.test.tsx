import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { toFieldId } from '../../src/model/field.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { noMutations } from '../../src/store/mutations.ts';
import { writeSavedCard } from '../../src/store/savedCard.ts';
import { createTestStorage } from '../support/createTestStorage.ts';

const marina = { id: 'marina', channel: 'instagram' };

/** What a variable may have held before its type was changed. */
const inputs = [null, '', 'text', '2026-11-22', true, [], ['a', 'b'], { amount: '12', currency: 'BRL' }];

const errors: unknown[] = [];
const note = (event: ErrorEvent) => errors.push(event.message);

beforeEach(() => {
  errors.length = 0;
  window.addEventListener('error', note);
});

afterEach(() => {
  window.removeEventListener('error', note);
  vi.restoreAllMocks();
});

describe.each(inputs.map((input) => [input]))('a variable that has changed its type since', (input) => {
  test.each(['draft', 'conflict'])(`shows a kept %s of ${JSON.stringify(input)}`, async (what) => {
    const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
    const adapter = createMemoryAdapter(createDemoData(Date.now()));
    const { server } = adapter.control;
    const contactId = server.contact(marina)?.id ?? 'none';
    const fields = [
      ...(server.subscriber(marina)?.variables ?? []).map(({ key }) => ({ kind: 'variable', key }) as const),
      ...(server.contact(marina)?.fields ?? []).map(
        ({ key }) => ({ kind: 'contactField', id: contactId, key }) as const,
      ),
    ];
    const kept = fields.map((field) => [toFieldId(field), { input, base: input }] as const);
    const refused = kept.map(
      ([id, { input: value, base }]) => [id, { value, base, past: [], input }] as const,
    );
    const { storage } = createTestStorage({
      'subscriber-card:"shop":x':
        writeSavedCard(
          marina,
          what === 'draft'
            ? { drafts: new Map(kept), mutations: noMutations }
            : { drafts: new Map(), mutations: { ...noMutations, conflicts: new Map(refused) } },
          Date.now(),
        ) ?? '',
    });
    const onError = vi.fn();
    const client = createCardClient({ adapter, persist: { storage, scope: 'shop' } });
    const view = (tab: 'deals' | 'contact') => (
      <SubscriberCardProvider client={client} onError={onError}>
        <SubscriberCard subscriber={marina} openSections={['variables', 'tags', tab]} />
      </SubscriberCardProvider>
    );
    const { rerender } = render(view('deals'));
    await screen.findByRole('heading', { name: 'Marina Oliveira' });
    await waitFor(() => expect(client.getCard(marina).store.getState().confirmed.hasDealList).toBe(true));
    rerender(view('contact'));
    await waitFor(() => expect(client.getCard(marina).store.getState().confirmed.contact).toBeDefined());
    const { drafts, mutations } = client.getCard(marina).store.getState();
    expect(drafts.size + mutations.conflicts.size).toBeGreaterThan(5);
    expect(screen.queryByText('This part stopped working.')).toBeNull();
    expect(onError.mock.calls.map(([{ error }]) => error.code)).toEqual([]);
    expect(errors).toEqual([]);
    expect(failed.mock.calls).toEqual([]);
  });
});
