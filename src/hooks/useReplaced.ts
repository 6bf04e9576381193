'use client';
import { useMemo } from 'react';
import { type Field, type Lane, parseFieldId, toLane } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import type { ReplacedValue } from './useField.ts';

/** One field of a record that was written over. */
export interface ReplacedField extends ReplacedValue<unknown> {
  readonly field: Field;
  /** Writes back what was written over. */
  readonly restoreTheirs: () => void;
  /** Leaves it at one's own. */
  readonly dismissReplaced: () => void;
}

/** What of a deal or a contact was written over, where the backend has no revisions to prevent that. */
export function useReplaced(lane: Lane): readonly ReplacedField[] {
  const { store } = useSubscriberContext().card;
  const replaced = useCardStore((state) => state.replaced);
  return useMemo(
    () =>
      [...replaced].flatMap(([id, { theirs, by, at }]): ReplacedField[] => {
        const field = parseFieldId(id);
        if (!field || toLane(id) !== lane) return [];
        const restoreTheirs = () => store.restoreTheirs(id);
        return [{ field, theirs, by, at, restoreTheirs, dismissReplaced: () => store.dismissReplaced(id) }];
      }),
    [store, replaced, lane],
  );
}
