'use client';
import { useCallback } from 'react';
import { formatList } from '../i18n/format.ts';
import type { FieldId } from '../model/field.ts';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import type { Problem } from '../store/cardState.ts';
import { toFieldName } from './toFieldName.ts';
import { useLocale } from './useLocale.ts';

/**
 * Says what of a save was done and what was not. The function gives `undefined` for a save that was refused as a whole.
 */
export function usePartialText(): (problem: Problem | undefined) => string | undefined {
  const { store } = useSubscriberContext().card;
  const { messages, locale } = useLocale();
  return useCallback(
    (problem) => {
      const { saved = [], notSaved = [] } = partsOf(problem);
      if (saved.length === 0 || notSaved.length === 0) return undefined;
      const { confirmed } = store.getState();
      const toText = (ids: readonly FieldId[]) =>
        formatList(
          ids.map((id) => toFieldName(id, confirmed, messages)),
          locale,
        );
      return messages.save.partial(toText(saved), toText(notSaved));
    },
    [store, messages, locale],
  );
}

/** Given back to an editor, each field has a reason of its own; without one, the answer as a whole says it. */
function partsOf(problem: Problem | undefined): {
  saved?: readonly FieldId[];
  notSaved?: readonly FieldId[];
} {
  if (problem?.type !== 'rejected') return {};
  const { applied, failed } = problem.error.detail;
  return problem.parts ?? { saved: applied ?? [], notSaved: failed?.map(({ fieldId }) => fieldId) ?? [] };
}
