import { createStore } from 'zustand/vanilla';
import { AdapterError } from '../adapters/AdapterError.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardState } from './cardState.ts';
import type { Clock } from './clock.ts';
import type { ReadableStore } from './ReadableStore.ts';
import { readSavedCard, type SavedCard, writeSavedCard } from './savedCard.ts';

/** Where drafts and unsent changes outlive a reload. Each method may throw: the card then goes on without it. */
export interface CardStorage {
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export interface PersistOptions {
  /**
   * One for each browser tab, such as `createSessionStorage()`: two tabs with one storage would each send what is
   * in it.
   */
  readonly storage: CardStorage;
  /** The account and the operator. What was kept under one scope is never read under another. */
  readonly scope: string;
  /** Milliseconds after which what was kept is dropped. Default 24 hours. */
  readonly maxAge?: number | undefined;
}

export interface PersistenceState {
  /** The storage is full or blocked: what is typed would be lost by a reload. */
  readonly isFailing: boolean;
}

/** Keeps the unsent work of cards in a storage. */
export interface Persistence {
  readonly state: ReadableStore<PersistenceState>;
  /** What was kept by an earlier page. What is too old, and what cannot be read, is dropped. */
  load(): readonly SavedCard[];
  /** Notes that a card has changed. It is written soon; at once where something was asked for. */
  note(key: string, card: NotedCard, isUrgent: boolean): void;
  /** Writes what is noted and not written: the page may go. */
  flush(): void;
}

/** A card, as it is when it is written. */
export interface NotedCard {
  readonly getRef: () => SubscriberRef;
  readonly getState: () => Pick<CardState, 'drafts' | 'mutations'>;
}

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds from a letter typed to the text being written. */
const SOON = 250;
const PREFIX = 'subscriber-card:';

export function createPersistence(
  options: PersistOptions | undefined,
  { clock, onError }: { readonly clock: Clock; readonly onError: (error: AdapterError) => void },
): Persistence {
  const state = createStore<PersistenceState>(() => ({ isFailing: false }));
  if (!options) return { state, load: () => [], note() {}, flush() {} };
  const { storage, scope, maxAge = DAY } = options;
  // Quoted, or the scope `a:b` could be taken for a card `b…` of the scope `a`.
  const prefix = `${PREFIX}${JSON.stringify(scope)}:`;
  const noted = new Map<string, NotedCard>();
  let cancelWrite: (() => void) | undefined;

  function attempt<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (thrown) {
      if (!state.getState().isFailing) {
        state.setState({ isFailing: true });
        onError(new AdapterError('unavailable', 'The storage for drafts failed.', { cause: thrown }));
      }
      return undefined;
    }
  }

  function drop(key: string) {
    attempt(() => storage.remove(key));
  }

  function read(key: string): SavedCard | undefined {
    const text = attempt(() => storage.get(key));
    if (text === undefined || text === null) return undefined;
    try {
      const saved = readSavedCard(text);
      if (Math.abs(clock.now() - saved.savedAt) < maxAge) return saved;
    } catch (thrown) {
      // What is in it, and with it the reason, may name a person.
      const message = `Kept work could not be read: ${thrown instanceof Error ? thrown.name : 'unknown'}.`;
      onError(new AdapterError('malformed', message));
    }
    drop(key);
    return undefined;
  }

  function flush() {
    cancelWrite?.();
    cancelWrite = undefined;
    for (const [key, { getRef, getState }] of noted) {
      noted.delete(key);
      const text = writeSavedCard(getRef(), getState(), clock.now());
      const isWritten = attempt(() => {
        if (text === null) storage.remove(prefix + key);
        else storage.set(prefix + key, text);
        return true;
      });
      // An older state must not come back in the place of the one that did not fit.
      if (!isWritten) drop(prefix + key);
      // That something could be taken out says nothing of a storage that is full.
      else if (text !== null && state.getState().isFailing) state.setState({ isFailing: false });
    }
  }

  return {
    state,
    load() {
      const keys = attempt(() => storage.keys()) ?? [];
      return keys.flatMap((key) => {
        // Those of other accounts too: what is too old goes, whoever looks.
        const saved = key.startsWith(PREFIX) ? read(key) : undefined;
        return saved && key.startsWith(prefix) ? saved : [];
      });
    },
    note(key, card, isUrgent) {
      noted.set(key, card);
      if (isUrgent) flush();
      else cancelWrite ??= clock.schedule(flush, SOON);
    },
    flush,
  };
}
