'use client';
import { useState } from 'react';
import { useCardContext } from '../provider/useCardContext.ts';
import { callSafely } from '../store/callSafely.ts';

/**
 * What can be folded. `deals` and `contact` are the tabs of one part: at most one of them is open, and with neither
 * the part is folded.
 */
export type OpenSection = 'variables' | 'tags' | 'deals' | 'contact';

export interface OpenSectionsOptions {
  /** Decided by the host. */
  readonly open?: readonly OpenSection[] | undefined;
  /** What is open until the operator folds something. Default: `variables`, `tags` and `deals`. */
  readonly defaultOpen?: readonly OpenSection[] | undefined;
  readonly onOpenChange?: ((open: readonly OpenSection[]) => void) | undefined;
}

export interface OpenSections {
  readonly isOpen: (section: OpenSection) => boolean;
  readonly setOpen: (section: OpenSection, isOpen: boolean) => void;
}

/** Which sections are open. What the operator folds stays folded, for all subscribers of the client. */
export function useOpenSections(options: OpenSectionsOptions = {}): OpenSections {
  const { openSections } = useCardContext().client;
  const { open, defaultOpen = initially, onOpenChange } = options;
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(() => new Map(openSections));
  const current = open ?? all.filter((section) => chosen.get(section) ?? defaultOpen.includes(section));

  return {
    isOpen: (section) => current.includes(section),
    setOpen(section, isOpen) {
      const others = tabs.includes(section) && isOpen ? tabs : [section];
      const next = all.filter((it) =>
        it === section ? isOpen : current.includes(it) && !others.includes(it),
      );
      for (const it of all) openSections.set(it, next.includes(it));
      setChosen(new Map(openSections));
      callSafely(onOpenChange, next);
    },
  };
}

const all: readonly OpenSection[] = ['variables', 'tags', 'deals', 'contact'];
const tabs: readonly OpenSection[] = ['deals', 'contact'];
const initially: readonly OpenSection[] = ['variables', 'tags', 'deals'];
