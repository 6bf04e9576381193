'use client';
import { useMemo } from 'react';
import { parseFieldId } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import { type DraftText, useDraftTexts } from './useDraftTexts.ts';

export interface LostVariable extends DraftText {
  readonly discard: () => void;
}

/** What is typed into variables that were deleted elsewhere meanwhile. */
export function useLostVariables(): readonly LostVariable[] {
  const { store } = useSubscriberContext().card;
  const variables = useCardStore((state) => state.confirmed.variables);
  const isKnown = useCardStore((state) => state.confirmed.subscriber !== null);
  const drafts = useDraftTexts();
  return useMemo(() => {
    if (!isKnown) return [];
    const keys = new Set(variables.map(({ key }) => key));
    return drafts.flatMap((draft) => {
      const field = parseFieldId(draft.fieldId);
      if (field?.kind !== 'variable' || keys.has(field.key)) return [];
      return [{ ...draft, discard: () => store.cancel([draft.fieldId]) }];
    });
  }, [isKnown, variables, drafts, store]);
}
