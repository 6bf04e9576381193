'use client';
import { useMemo } from 'react';
import type { FieldId } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
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
        const text = toText(input);
        const discard = () => store.cancel([fieldId]);
        return text === '' ? [] : [{ fieldId, label: toLabel(fieldId), text, discard }];
      }),
    [drafts, toLabel, store],
  );
}

function toText(input: unknown): string {
  if (typeof input === 'string') return input.trim();
  if (Array.isArray(input)) return input.map(toText).filter(Boolean).join(', ');
  if (typeof input !== 'object' || input === null) return '';
  if ('amount' in input && 'currency' in input) {
    return input.amount === '' ? '' : `${toText(input.amount)} ${toText(input.currency)}`;
  }
  return 'value' in input ? toText(input.value) : '';
}
