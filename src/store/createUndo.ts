import type { StoreApi } from 'zustand/vanilla';
import type { DataAdapter } from '../adapters/DataAdapter.ts';
import type { FieldId } from '../model/field.ts';
import type { CardChange, CardState, UndoEntry } from './cardState.ts';
import type { Clock } from './clock.ts';
import type { Mutation } from './mutations.ts';
import { canUndo, toWayBack, UNDO_TIME } from './undoable.ts';

/** What can be taken back, for as long as it is offered. */
export interface Undo {
  /** Offers to take back what a mutation has changed, where the adapter can. */
  offer(changes: readonly CardChange[], mutation: Mutation, answered: (id: FieldId) => unknown): void;
  /** While it is held it does not expire; let go, it has its full time again. */
  hold(entryId: string, isHeld: boolean): void;
  /** Ends the offer and gives what was offered. `undefined` where it has expired. */
  take(entryId: string): UndoEntry | undefined;
}

export interface UndoOptions {
  readonly state: Pick<StoreApi<CardState>, 'getState' | 'setState'>;
  readonly getAdapter: () => DataAdapter;
  readonly clock: Clock;
}

export function createUndo({ state, getAdapter, clock }: UndoOptions): Undo {
  const { getState: get, setState: set } = state;
  const expiries = new Map<string, () => void>();

  function find(entryId: string) {
    return get().undoable.find(({ id }) => id === entryId);
  }

  function hold(entryId: string, isHeld: boolean) {
    expiries.get(entryId)?.();
    expiries.delete(entryId);
    if (isHeld || !find(entryId)) return;
    expiries.set(
      entryId,
      clock.schedule(() => take(entryId), UNDO_TIME),
    );
  }

  function take(entryId: string) {
    const entry = find(entryId);
    hold(entryId, true);
    if (entry) set({ undoable: get().undoable.filter((it) => it !== entry) });
    return entry;
  }

  return {
    offer([change], { id, lane, action }, answered) {
      if (!change || !canUndo(change, getAdapter())) return;
      // What was saved in two parts is taken back at once.
      const begun = take(id);
      // Taking back what was changed again since would collide with the operator's own.
      const changed = action.type === 'set' ? [...action.changes.keys()] : [];
      for (const earlier of get().undoable) if (changed.some((it) => earlier.back.has(it))) take(earlier.id);
      const back = new Map([...(begun?.back ?? []), ...toWayBack(action, answered)]);
      if (action.type === 'set' && back.size === 0) return;
      set({ undoable: [...get().undoable, { id, lane, change: begun?.change ?? change, back }] });
      hold(id, false);
    },
    hold,
    take,
  };
}
