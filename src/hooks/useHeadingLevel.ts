'use client';
import { useCardContext } from '../provider/useCardContext.ts';

/** The level of a heading: 0 deep is the subscriber's name, 1 a section, 2 a row in one. */
export function useHeadingLevel(depth: 0 | 1 | 2 = 0): 2 | 3 | 4 | 5 | 6 {
  return levels[useCardContext().headingLevel - 2 + depth] ?? 6;
}

const levels = [2, 3, 4, 5, 6] as const;
