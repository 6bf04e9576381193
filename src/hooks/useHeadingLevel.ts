'use client';
import { useCardContext } from '../provider/useCardContext.ts';

/** The level of the heading with the subscriber's name. That of a section is one more, and of a row in it two. */
export function useHeadingLevel(): 2 | 3 | 4 | 5 {
  return useCardContext().headingLevel;
}
