'use client';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardChange } from '../store/cardState.ts';

export interface UndoState {
  /** The last change that can still be taken back. */
  readonly change: CardChange | undefined;
  readonly undo: () => void;
}

/** Takes back the last confirmed change, for ten seconds. */
export function useUndo(): UndoState {
  const { store } = useSubscriberContext().card;
  const entry = useCardStore((state) => state.undoable.at(-1));
  return {
    change: entry?.change,
    undo() {
      if (entry) store.undo(entry.id);
    },
  };
}
