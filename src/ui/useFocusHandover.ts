'use client';
import type { RefObject } from 'react';
import { useClientLayoutEffect } from './useClientLayoutEffect.ts';

/** When the element goes and the focus is in it, what stands around it has the focus: the keyboard stays where it is. */
export function useFocusHandover(ref: RefObject<HTMLElement | null>): void {
  useClientLayoutEffect(() => {
    const element = ref.current;
    // Runs before the element leaves the page.
    return () => {
      const root = element?.getRootNode() as Document | ShadowRoot | undefined;
      if (element?.contains(root?.activeElement ?? null)) {
        element.parentElement?.closest<HTMLElement>('[tabindex]')?.focus();
      }
    };
  }, [ref]);
}
