import { act, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { AdCampaignBadge } from '../../src/components/AdCampaignBadge.tsx';
import { ContactForm } from '../../src/components/ContactForm.tsx';
import { DealList } from '../../src/components/DealList.tsx';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { TagPicker } from '../../src/components/TagPicker.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { type FieldId, toFieldId } from '../../src/model/field.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aCampaign, aContact, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { oddRejections, SECRET } from '../support/oddRejections.ts';
import { renderPart } from '../support/renderPart.tsx';

const marina = { id: 'marina', channel: 'instagram' };

let log: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  log = vi.spyOn(console, 'error');
});

afterEach(() => {
  expect(log).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

/** Everything that can be read, and one row beside it that can. */
function adapterOf(odd: {
  variables?: unknown[];
  tags?: unknown[];
  campaigns?: unknown[];
  deals?: unknown[];
  phones?: unknown[];
}): DataAdapter {
  const memory = createMemoryAdapter({ pipelines: [aPipeline()] });
  return {
    ...memory,
    getSubscriber: async () =>
      ({
        ...aSubscriber(),
        variables: [aVariable(), ...(odd.variables ?? [])],
        tagging: { tags: [aTag(), ...(odd.tags ?? [])] },
        campaigns: [aCampaign(), ...(odd.campaigns ?? [])],
      }) as never,
    listDeals: async () => ({ items: [aDeal(), ...(odd.deals ?? [])] }) as never,
    getContact: async () => ({ ...aContact(), phones: odd.phones ?? [] }) as never,
  };
}

describe('rows that cannot be read', () => {
  test.each([
    ['variables', <VariableEditor key="" />, { variables: [null, 7] }, 'Plan'],
    ['tags', <TagPicker key="" />, { tags: ['vip', {}] }, 'VIP'],
    ['campaigns', <AdCampaignBadge key="" />, { campaigns: [{}, []] }, 'Spring collection'],
    ['deals', <DealList key="" />, { deals: [{ ...aDeal(), id: 7 }, null] }, 'Wedding guest dress'],
    ['contact', <ContactForm key="" />, { phones: [7, {}] }, 'First name'],
  ])('are told of, once, below those that can: %s', async (_list, part, odd, name) => {
    const { container } = renderPart(part, adapterOf(odd), { subscriber: marina });
    const line = await screen.findByText('2 items could not be shown');
    expect(screen.queryAllByRole('alert')).toEqual([]);
    expect(within(container).queryByText(/Could not load|stopped working/)).toBeNull();
    const row = screen.getAllByText(new RegExp(name))[0] as HTMLElement;
    expect(row.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  test('are told of by their own part, in the whole card', async () => {
    const adapter = adapterOf({ variables: [null], tags: [null, null, null], deals: [null, null] });
    render(
      <SubscriberCardProvider adapter={adapter} timeZone="UTC">
        <SubscriberCard subscriber={marina} />
      </SubscriberCardProvider>,
    );
    const part = (name: string) => within(screen.getByRole('group', { name }));
    await screen.findByText('3 items could not be shown');
    expect(part('Tags').getByText('3 items could not be shown')).toBeVisible();
    expect(part('Variables').getByText('1 item could not be shown')).toBeVisible();
    expect(await screen.findByText('2 items could not be shown')).toBeVisible();
    expect(screen.getAllByText(/could not be shown/)).toHaveLength(3);
  });

  test('are told of in the language of the card', async () => {
    renderPart(<TagPicker />, adapterOf({ tags: [null] }), { subscriber: marina, locale: ptBR });
    expect(await screen.findByText('1 item não pôde ser exibido')).toBeVisible();
  });

  test('are told of no more when they can be read', async () => {
    const odd: unknown[] = [null];
    const client = createCardClient({ adapter: adapterOf({ tags: odd }) });
    render(
      <SubscriberCardProvider client={client} timeZone="UTC">
        <SubscriberCard subscriber={marina} />
      </SubscriberCardProvider>,
    );
    await screen.findByText('1 item could not be shown');
    odd[0] = aTag({ id: 'cart', name: 'Cart' });
    act(() => client.getCard(marina).source.reload('subscriber'));
    expect(await screen.findByText('Cart')).toBeVisible();
    expect(screen.queryByText(/could not be shown/)).toBeNull();
  });
});

/** The whole card, loaded, over an adapter whose methods a test may replace. */
async function open(replaced: Partial<DataAdapter>) {
  const client = createCardClient({ adapter: { ...adapterOf({}), ...replaced }, random: () => 0 });
  const onError = vi.fn();
  client.handlers.onError = onError;
  const { container } = render(
    <SubscriberCardProvider client={client} timeZone="UTC">
      <SubscriberCard subscriber={marina} />
    </SubscriberCardProvider>,
  );
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  const card = client.getCard(marina);
  await waitFor(() => expect(card.store.getState().confirmed.contact).toBeTruthy());
  return { client, onError, container, ...card };
}

test('a read that is refused with something odd says so in words of ours, and leaves the others alone', async () => {
  let make: () => unknown = () => undefined;
  const { client, container, onError, source, store } = await open({
    listDeals: () => Promise.reject(make()),
  });
  for (const rejection of oddRejections) {
    make = rejection.make;
    onError.mockClear();
    act(() => client.resume());
    await act(async () => source.reload('deals'));
    // What is worth another try is still on its way.
    if (rejection.code !== 'rate-limited' && rejection.code !== 'unavailable') {
      const { error } = store.getState().sections.deals;
      expect([rejection.what, error?.code]).toEqual([rejection.what, rejection.code]);
      expect(onError.mock.calls).toMatchObject([[{ section: 'deals', error: { code: rejection.code } }]]);
      expect(screen.getByText(/: Deals$/)).toBeVisible();
    }
    expect([rejection.what, broken(container)]).toEqual([rejection.what, null]);
    expect(screen.getByRole('button', { name: 'Edit Plan' })).toBeVisible();
  }
});

test('a write that is refused with something odd says so in words of ours, and keeps what was typed', async () => {
  const typed = new Map<FieldId, unknown>([
    [toFieldId({ kind: 'variable', key: 'plan' }), 'typed here'],
    [toFieldId({ kind: 'deal', id: 'deal-1', name: 'name' }), 'typed here'],
    [toFieldId({ kind: 'contact', id: 'contact-1', name: 'firstName' }), 'typed here'],
  ]);
  let make: () => unknown = () => undefined;
  const refuse = () => Promise.reject(make());
  const { client, container, store } = await open({
    setVariable: refuse,
    updateDeal: refuse,
    updateContact: refuse,
  });
  await screen.findByText(/Wedding guest dress/);
  const lanes = () => [...store.getState().mutations.lanes.values()];
  for (const rejection of oddRejections) {
    make = rejection.make;
    await act(async () => {
      for (const [id, input] of typed) store.edit(id, input);
      store.mutate(typed);
    });
    await waitFor(() => expect(lanes().filter(({ head }) => head.status === 'sent')).toEqual([]));
    expect([rejection.what, broken(container)]).toEqual([rejection.what, null]);
    const { drafts, mutations } = store.getState();
    for (const id of typed.keys()) {
      const asked = lanes().flatMap(({ head }) =>
        head.action.type === 'set' ? [head.action.changes.get(id)?.value] : [],
      );
      expect([rejection.what, drafts.get(id)?.input, mutations.conflicts.get(id)?.value, ...asked]).toContain(
        'typed here',
      );
    }
    await act(async () => {
      for (const { head } of lanes()) store.discard(head.lane);
      for (const id of typed.keys()) store.takeTheirs(id);
      client.resume();
    });
  }
});

/** What shows that something broke, or what the adapter threw. */
function broken(container: HTMLElement): string | null {
  const text = container.textContent ?? '';
  const traces = new RegExp(`stopped working|${SECRET}|\\[object|undefined|NaN|function|AdapterError`);
  return traces.exec(text)?.[0] ?? null;
}
