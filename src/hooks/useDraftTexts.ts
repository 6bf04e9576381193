'use client';
import { useMemo } from 'react';
import type { FieldId } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import { toInputText } from './toInputText.ts';
import { useFieldLabel } from './useFieldLabel.ts';

export interface DraftText {
  readonly fieldId: FieldId;
  readonly label: string;
  readonly text: string;
  readonly discard: () => void;
}

/** What is typed and not submitted, as text: all that can be done with it once there is nobody to save it to. */
export function useDraftTexts(): readonly DraftText[] {
  const drafts = useCardStore((state) => state.drafts);
  const toLabel = useFieldLabel();
  const { store } = useSubscriberContext().card;
  return useMemo(
    () =>
      [...drafts].flatMap(([fieldId, { input }]): DraftText[] => {
        const text = isText(fieldId) ? toInputText(input).trim() : '';
        const discard = () => store.cancel([fieldId]);
        return text === '' ? [] : [{ fieldId, label: toLabel(fieldId), text, discard }];
      }),
    [drafts, toLabel, store],
  );
}

/** What was picked from a list is known by its ids alone. */
function isText(id: FieldId): boolean {
  return !/^(deal:[^:]*:step|(deal|contact):[^:]*:assignee)$/.test(id);
}
