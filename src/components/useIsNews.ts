'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { VariableState } from '../hooks/useVariable.ts';

/** Whether somebody else has changed a value since the reader was last at it, and what says that they are. */
export function useIsNews({
  value,
  status,
  isEditing,
}: Pick<VariableState, 'value' | 'status' | 'isEditing'>): [boolean, () => void] {
  const [isNews, setIsNews] = useState(false);
  // An answer is plain data, and read anew it is another object.
  const content = JSON.stringify(value);
  const last = useRef({ content, status });

  useEffect(() => {
    const was = last.current;
    last.current = { content, status };
    const isOwn = status !== undefined || was.status !== undefined;
    if (isOwn || isEditing) setIsNews(false);
    else if (was.content !== undefined && was.content !== content) setIsNews(true);
  }, [content, status, isEditing]);

  return [isNews, useCallback(() => setIsNews(false), [])];
}
