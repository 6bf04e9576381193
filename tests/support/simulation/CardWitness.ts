import type { FieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import type { CardStore } from '../../../src/store/createCardStore.ts';
import { shown } from '../../../src/store/mutations.ts';
import { fields, laneOf, nameOfNewDeal } from './cast.ts';
import { checkConfirmed } from './checkConfirmed.ts';
import { checkConflict } from './checkConflict.ts';
import { checkEdit } from './checkEdit.ts';
import { checkEditor } from './checkEditor.ts';
import { checkWishes } from './checkWishes.ts';
import type { Ledger } from './Ledger.ts';
import type { SimulatedServer } from './SimulatedServer.ts';
import { toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** What a card says is held against what its operator wanted, and what the server did. */
export interface Evidence {
  readonly ledger: Ledger;
  readonly server: SimulatedServer;
}

/** Checks one card of one page at each of its changes. */
export class CardWitness implements Evidence {
  readonly ledger: Ledger;
  readonly server: SimulatedServer;
  private readonly store: CardStore;
  private isActing = false;

  constructor({ ledger, server }: Evidence, store: CardStore, report: (violation: unknown) => void) {
    this.ledger = ledger;
    this.server = server;
    this.store = store;
    store.subscribe((state, before) => {
      if (this.isActing) return;
      try {
        this.check(state, before);
      } catch (violation) {
        report(violation);
      }
    });
  }

  /** Within a verb the card may be on its way from one state to the next; after it everything must hold. */
  act(verb: () => void): void {
    const before = this.store.getState();
    this.isActing = true;
    try {
      verb();
    } finally {
      this.isActing = false;
    }
    this.check(this.store.getState(), before, true);
  }

  /** With a healthy network and nothing on its way the card says what the server holds. */
  checkAtRest(): void {
    const { ledger, server } = this;
    const { mutations, confirmed } = this.store.getState();
    const held = server.dealIds(ledger.subscriber).sort().join(' ');
    const listed = confirmed.deals
      .map(({ id }) => id)
      .sort()
      .join(' ');
    if (listed !== held) throw new Violation(`I2: the deals ${listed} are shown for ${held}`);
    for (const field of fields) {
      const text = server.latest(ledger.subscriber, field)?.text;
      const visible = toText(field, shown(mutations, confirmed, field));
      if (text !== undefined && visible !== text)
        throw new Violation(`I2: ${ledger.operator} sees ${visible}, the server holds ${text} (${field})`);
    }
    for (const id of confirmed.tags)
      if (toText(`tag:${id}`, shown(mutations, confirmed, `tag:${id}`)) === null)
        throw new Violation(`I2: the tag ${id} is listed and not there`);
  }

  private check(state: CardState, before: CardState, isWhole = false): void {
    const { confirmed, mutations, drafts } = state;
    for (const field of fields) {
      if (!isWhole && isSame(state, before, field)) continue;
      checkConfirmed(this, state, before, field);
      checkEditor(this, state, field);
      checkEdit(this, state, field);
      checkConflict(this, state, field);
    }
    if (drafts !== before.drafts) checkEditor(this, state, nameOfNewDeal);
    if (isWhole || mutations.lanes !== before.mutations.lanes) checkWishes(this, state);
    if (confirmed !== before.confirmed) checkLists(state, before);
  }
}

/** Whether nothing about a field has changed. The maps are never written to, so the same map says the same. */
function isSame(state: CardState, before: CardState, field: FieldId): boolean {
  return (
    isSameIn(state.confirmed.fields, before.confirmed.fields, field) &&
    isSameIn(state.mutations.lanes, before.mutations.lanes, laneOf(field)) &&
    isSameIn(state.mutations.conflicts, before.mutations.conflicts, field) &&
    isSameIn(state.drafts, before.drafts, field)
  );
}

function isSameIn<K, V>(map: ReadonlyMap<K, V>, before: ReadonlyMap<K, V>, key: K): boolean {
  return map === before || map.get(key) === before.get(key);
}

function checkLists({ confirmed }: CardState, { confirmed: before }: CardState): void {
  if (confirmed.tags !== before.tags && new Set(confirmed.tags).size < confirmed.tags.length)
    throw new Violation('I11: a tag stands in the list twice');
  if (confirmed.deals !== before.deals) {
    const ids = confirmed.deals.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new Violation('I9: a deal stands in the list twice');
    const buried = ids.find((id) => confirmed.deletedDeals.has(id));
    if (buried !== undefined) throw new Violation(`I4: the deleted deal ${buried} came back`);
  }
  if (confirmed.revisions === before.revisions) return;
  for (const [record, revision] of before.revisions)
    if ((confirmed.revisions.get(record) ?? 0) < revision)
      throw new Violation(`I4: ${record} fell from revision ${revision}`);
}
