import { createStore } from 'zustand/vanilla';
import type { ReadableStore } from './ReadableStore.ts';
import { isSameUnsaved, type UnsavedChange } from './unsaved.ts';

/** The unsent work of all subscribers of a client, each under the key of its card. */
export interface Unsaved {
  readonly state: ReadableStore<ReadonlyMap<string, readonly UnsavedChange[]>>;
  /** Says what a card has not saved. Whoever listens hears only of what is new. */
  note(key: string, changes: readonly UnsavedChange[]): void;
}

export function createUnsaved(): Unsaved {
  const state = createStore<ReadonlyMap<string, readonly UnsavedChange[]>>(() => new Map());
  return {
    state,
    note(key, changes) {
      const before = state.getState();
      if (isSameUnsaved(before.get(key) ?? [], changes)) return;
      const next = new Map(before);
      if (changes.length > 0) next.set(key, changes);
      else next.delete(key);
      state.setState(next, true);
    },
  };
}
