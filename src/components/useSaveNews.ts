'use client';
import { useEffect, useRef, useState } from 'react';
import { toConflictTopic } from '../hooks/toConflictTopic.ts';
import { toProblemText } from '../hooks/toProblemText.ts';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { plainText } from '../i18n/format.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';

/** How the changes of a field, or of a group of fields, stand. */
export interface SaveState extends Pick<VariableState, 'status' | 'error' | 'problem'> {
  readonly conflict: object | undefined;
}

/** Milliseconds for which a field shows that it was saved. */
const SAVED_TIME = 2_000;

/**
 * Tells screen readers once what becomes of the changes of a field. Never says a value. Returns whether it has just
 * been saved.
 */
export function useSaveNews(label: string, { status, error, problem, conflict }: SaveState): boolean {
  const { messages, dir } = useLocale();
  const announce = useAnnounce();
  const isConflict = conflict !== undefined;
  const last = useRef({ status, problem, isConflict });
  const [isSaved, setIsSaved] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const was = last.current;
    last.current = { status, problem, isConflict };
    const name = plainText(label, dir);
    const { save } = messages;
    if (problem && problem !== was.problem) {
      const why = toProblemText(problem, messages) ?? '';
      announce(problem.type === 'rejected' ? save.announceFailed(name, why) : why, undefined, true);
    }
    if (isConflict && !was.isConflict) announce(messages.conflict.label(name), toConflictTopic(name), true);
    if (status === was.status) return;
    if (status === 'failed' && error) {
      const why = toProblemText({ type: 'rejected', error }, messages) ?? '';
      announce(save.announceFailed(name, why), undefined, true);
    }
    const isSettled = status === undefined && was.status !== 'failed' && was.status !== 'unknown';
    const hasSaved = isSettled && problem?.type !== 'rejected' && !isConflict;
    if (hasSaved) announce(save.announceSaved(name));
    setIsSaved(hasSaved);
    clearTimeout(timer.current);
    if (hasSaved) timer.current = setTimeout(() => setIsSaved(false), SAVED_TIME);
  }, [label, status, error, problem, isConflict, messages, dir, announce]);
  return isSaved;
}
