import { createStore } from 'zustand';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardClient } from '../store/createCardClient.ts';
import type { ReadableStore } from '../store/ReadableStore.ts';
import type { UnsavedChange } from '../store/unsaved.ts';

/** What the cards of one client know together: whom they show, and which failures the operator knows of. */
export interface UnsavedLedger {
  readonly state: ReadableStore<LedgerState>;
  /** A card shows this subscriber. Returns what ends it. */
  show(key: string): () => void;
  /** The operator knows of these failures. One that comes again is another one. */
  dismiss(ids: Iterable<string>): void;
  /** Whether a failure has not been said aloud yet. */
  isNews(id: string): boolean;
}

interface LedgerState {
  readonly shown: readonly string[];
  /** Ids of the failures that the operator may not know of, oldest first. */
  readonly failures: readonly string[];
}

const ledgers = new WeakMap<CardClient, UnsavedLedger>();

/** The ledger of a client. It lives as long as the client. */
export function ledgerOf(client: CardClient): UnsavedLedger {
  const ledger = ledgers.get(client) ?? createLedger(client.unsaved);
  ledgers.set(client, ledger);
  return ledger;
}

/** Of a failure. The same change that fails once more is meant to have the same one. */
export function toFailureId({ subscriber, lane }: UnsavedChange): string {
  return `${toKey(subscriber)} ${lane}`;
}

export function toKey({ id, channel = '' }: SubscriberRef): string {
  return JSON.stringify([channel, id]);
}

/** Whether nothing more happens by itself: the operator has to do something. */
export function isFailure({ status }: UnsavedChange): boolean {
  return status === 'failed' || status === 'unknown' || status === 'rejected' || status === 'conflict';
}

function createLedger(unsaved: CardClient['unsaved']): UnsavedLedger {
  const state = createStore<LedgerState>(() => ({ shown: [], failures: [] }));
  const dismissed = new Set<string>();
  const told = new Set<string>();

  function update() {
    const current = new Set([...unsaved.getState().values()].flat().filter(isFailure).map(toFailureId));
    for (const known of [dismissed, told]) for (const id of known) if (!current.has(id)) known.delete(id);
    const before = state.getState().failures;
    const kept = before.filter((id) => current.has(id) && !dismissed.has(id));
    const added = [...current].filter((id) => !kept.includes(id) && !dismissed.has(id));
    if (added.length > 0 || kept.length < before.length) state.setState({ failures: [...kept, ...added] });
  }
  update();
  unsaved.subscribe(update);

  return {
    state,
    show(key) {
      state.setState(({ shown }) => ({ shown: [...shown, key] }));
      return () =>
        state.setState(({ shown }) => ({ shown: shown.filter((_, place) => place !== shown.indexOf(key)) }));
    },
    dismiss(ids) {
      for (const id of ids) dismissed.add(id);
      update();
    },
    isNews(id) {
      const isNews = !told.has(id);
      told.add(id);
      return isNews;
    },
  };
}
