'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Messages } from '../i18n/messages.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import { type Confirmed, nothingConfirmed } from '../store/confirmed.ts';
import { CONTACT_CREATION } from '../store/mutations.ts';
import type { UnsavedChange } from '../store/unsaved.ts';
import { toFieldLabel } from './toFieldLabel.ts';
import { useLocale } from './useLocale.ts';

/** Unsent work, with words for it. */
export interface UnsavedWork extends UnsavedChange {
  /** What it is about, in the operator's language: labels of variables, the name of a deal, "Contact". */
  readonly labels: readonly string[];
}

/**
 * What operators have typed or asked for and the server does not hold yet, over all subscribers of the provider: for
 * the host's leave guard and its "unsaved" marks. Empty when all is saved. With `persist`, all of it outlives a
 * reload.
 */
export function useUnsavedChanges(): readonly UnsavedWork[] {
  const { client } = useCardContext();
  const { messages } = useLocale();
  const unsaved = useStore(client.unsaved);
  return useMemo(
    () =>
      [...unsaved.values()].flat().map((change) => ({
        ...change,
        labels: toLabels(change, client.findCard(change.subscriber)?.store.getState().confirmed, messages),
      })),
    [client, unsaved, messages],
  );
}

function toLabels(
  { fields, lane, creates }: UnsavedChange,
  confirmed: Confirmed = nothingConfirmed,
  messages: Messages,
): string[] {
  if (creates) return [creates];
  if (lane === CONTACT_CREATION) return [messages.section.contact];
  const ids = fields.length > 0 ? fields : [`${lane}:name`];
  return [...new Set(ids.map((id) => toFieldLabel(id, confirmed, messages)))];
}
