'use client';
import { useEffect, useState } from 'react';
import { type FieldId, toFieldId } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardChange } from '../store/cardState.ts';
import { useFieldLabel } from './useFieldLabel.ts';

export interface UndoState {
  /** The last change that can still be taken back. */
  readonly change: CardChange | undefined;
  /** What it changed, for a sentence: a variable's label, "Tags", a deal's name or "Contact". */
  readonly label: string;
  readonly undo: () => void;
  /** Keeps the offer while the operator is at it; let go, it stays for another ten seconds. */
  readonly hold: (isHeld: boolean) => void;
}

/** Takes back the last confirmed change, for ten seconds. */
export function useUndo(): UndoState {
  const { store } = useSubscriberContext().card;
  const entry = useCardStore((state) => state.undoable.at(-1));
  const toLabel = useFieldLabel();
  const [isHeld, hold] = useState(false);
  const entryId = entry?.id;
  // Whatever was under the pointer is gone, and it says so to nobody.
  if (isHeld && entryId === undefined) hold(false);

  useEffect(() => {
    if (!isHeld || entryId === undefined) return;
    store.holdUndo(entryId, true);
    return () => store.holdUndo(entryId, false);
  }, [store, entryId, isHeld]);

  return {
    change: entry?.change,
    label: entry ? toLabel(fieldOf(entry.change)) : '',
    undo() {
      if (entry) store.undo(entry.id);
    },
    hold,
  };
}

function fieldOf(change: CardChange): FieldId {
  switch (change.type) {
    case 'variableChanged':
      return toFieldId({ kind: 'variable', key: change.key });
    case 'tagAdded':
    case 'tagRemoved':
      return toFieldId({ kind: 'tag', id: change.tagId });
    case 'contactSaved':
      return toFieldId({ kind: 'contact', id: change.contactId, name: 'firstName' });
    default:
      return toFieldId({ kind: 'deal', id: change.dealId, name: 'name' });
  }
}
