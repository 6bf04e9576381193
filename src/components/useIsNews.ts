'use client';
import { useState } from 'react';
import type { VariableState } from '../hooks/useVariable.ts';

export interface NewsState extends Pick<VariableState, 'status' | 'isEditing'> {
  /** What the reader sees, as plain data. */
  readonly value: unknown;
}

/** Whether somebody else has changed a value since the reader was last at it, and what says that they are. */
export function useIsNews({ value, status, isEditing }: NewsState): [boolean, () => void] {
  // An answer is plain data, and read anew it is another object.
  const content = JSON.stringify(value);
  const [last, setLast] = useState({ content, status, isNews: false });
  const isAnother = last.content !== content;
  const isOwn = isEditing || status !== undefined || last.status !== undefined;
  const isNews = !isOwn && (last.isNews || (isAnother && last.content !== undefined));
  // While it is drawn: an effect would draw the row a second time.
  if (isAnother || last.status !== status || last.isNews !== isNews) setLast({ content, status, isNews });

  return [isNews, () => last.isNews && setLast({ ...last, isNews: false })];
}
