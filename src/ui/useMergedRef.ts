'use client';
import { type ForwardedRef, type MutableRefObject, useCallback } from 'react';

/** One ref for an element that both we and our caller need. */
export function useMergedRef<T>(ours: MutableRefObject<T | null>, theirs: ForwardedRef<T>) {
  return useCallback(
    (element: T | null) => {
      ours.current = element;
      if (typeof theirs === 'function') theirs(element);
      else if (theirs) theirs.current = element;
    },
    [ours, theirs],
  );
}
