'use client';
import { useMemo } from 'react';
import { parseFieldId } from '../model/field.ts';
import { useCardStore } from '../provider/useCardContext.ts';
import { type DraftText, useDraftTexts } from './useDraftTexts.ts';

/** What is typed into variables that were deleted elsewhere meanwhile. */
export function useLostVariables(): readonly DraftText[] {
  const variables = useCardStore((state) => state.confirmed.variables);
  const isKnown = useCardStore((state) => state.confirmed.subscriber !== null);
  const drafts = useDraftTexts();
  return useMemo(() => {
    if (!isKnown) return [];
    const keys = new Set(variables.map(({ key }) => key));
    return drafts.filter(({ fieldId }) => {
      const field = parseFieldId(fieldId);
      return field?.kind === 'variable' && !keys.has(field.key);
    });
  }, [isKnown, variables, drafts]);
}
