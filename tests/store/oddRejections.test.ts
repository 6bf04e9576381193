import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { type FieldId, toFieldId } from '../../src/model/field.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aDeal, aDealDraft, aSubscriber, aVariable } from '../support/fixtures.ts';
import { createManualClock } from '../support/manualClock.ts';
import { oddRejections } from '../support/oddRejections.ts';

const marina = { id: 'marina', channel: 'instagram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const name = toFieldId({ kind: 'deal', id: 'deal-1', name: 'name' });

const unhandled = vi.fn();

beforeEach(() => {
  unhandled.mockReset();
  process.on('unhandledRejection', unhandled);
});

afterEach(async () => {
  await settle();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

/** Longer than promises need, and than a rejection needs to be called unhandled. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A loaded card over a backend whose writes fail with `reject` until they are healed. */
async function open(reject: () => unknown) {
  let isHealed = false;
  const fail = () => (isHealed ? null : Promise.reject(reject()));
  const adapter: DataAdapter = {
    idempotent: true,
    getSubscriber: async () => aSubscriber({ variables: [aVariable({ revision: 1 })] }),
    listDeals: async () => ({ items: [aDeal({ revision: 1 })] }),
    setVariable: async (_ref, key, value) =>
      (await fail()) ?? { value: aVariable({ key, value, revision: 2 }) },
    updateDeal: async (_ref, id, patch) =>
      (await fail()) ?? aDeal({ id, name: patch.name ?? '', revision: 2 }),
    createDeal: async (_ref, draft) => (await fail()) ?? aDeal({ id: 'new', name: draft.name }),
  };
  const clock = createManualClock();
  const client = createCardClient({ adapter, clock, random: () => 0 });
  const { source, store } = client.getCard(marina);
  source.observe('subscriber');
  source.observe('deals');
  await settle();
  const onError = vi.fn();
  client.handlers.onError = onError;
  return {
    client,
    store,
    onError,
    lanes: () => store.getState().mutations.lanes,
    async pass(milliseconds: number) {
      clock.advance(milliseconds);
      await settle();
    },
    heal() {
      isHealed = true;
    },
  };
}

describe('a write that is refused with something odd', () => {
  test.each(oddRejections)(
    'ends, is told to the host, and can be done again: $what',
    async ({ make, code }) => {
      const { store, onError, lanes, heal, pass, client } = await open(make);
      store.mutate(
        new Map<FieldId, unknown>([
          [plan, 'pro'],
          [name, 'Dress'],
        ]),
      );
      store.createDeal(aDealDraft(), new Map());
      await settle();
      const heads = [...lanes().values()].map(({ head }) => head);
      expect(heads.map(({ status }) => status).filter((status) => status === 'sent')).toEqual([]);
      const told = onError.mock.calls.map(([problem]) => problem.error.code);
      // A conflict that says nothing readable of the other side is none that somebody could decide.
      expect(told).toContain(code === 'conflict' ? 'malformed' : code);
      for (const [{ error }] of onError.mock.calls) expect(error).toBeInstanceOf(AdapterError);
      heal();
      client.resume();
      await pass(62_000);
      for (const lane of [...lanes().keys()]) store.retry(lane);
      await pass(2_000);
      expect([...lanes().keys()]).toEqual([]);
      const { confirmed, mutations } = store.getState();
      const mine = (id: FieldId) => mutations.conflicts.get(id)?.value ?? confirmed.fields.get(id)?.value;
      expect([mine(plan), mine(name)]).toEqual(['pro', 'Dress']);
    },
  );
});
