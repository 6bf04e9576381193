'use client';
import { type RefObject, useCallback, useRef } from 'react';
import { useClientLayoutEffect } from '../ui/useClientLayoutEffect.ts';

/** Runs a verb whose button goes away with it, and brings the focus back to the row should it be lost. */
export function useFocusReturn(rowRef: RefObject<HTMLElement | null>): (verb: () => void) => () => void {
  const isWanted = useRef(false);

  useClientLayoutEffect(() => {
    const row = rowRef.current;
    if (!isWanted.current || !row) return;
    isWanted.current = false;
    const root = row.getRootNode() as Document | ShadowRoot;
    if (root.activeElement === null || root.activeElement === row.ownerDocument.body) findTool(row)?.focus();
  });

  return useCallback(
    (verb) => () => {
      isWanted.current = true;
      verb();
    },
    [],
  );
}

/** The switch, else the pencil, which is the last of the tools. */
function findTool(row: HTMLElement): HTMLElement | undefined {
  const tools = [...row.querySelectorAll<HTMLElement>('.sbc-row-tools :is(button, [tabindex])')];
  return row.querySelector<HTMLElement>('[role=switch]') ?? tools.at(-1);
}
