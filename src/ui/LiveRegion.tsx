'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/**
 * Says it. Of one topic only the last word counts while none was said yet: how many a search has found. What is
 * important is said in full, however much there is to say at once.
 */
export type Announce = (message: string, topic?: string, isImportant?: boolean) => void;

interface Queued {
  readonly message: string;
  readonly topic: string;
  readonly isImportant: boolean;
}

export interface LiveRegionProps {
  /** One sentence for many messages at once: "5 changes". Without it they are read one after the other. */
  readonly summary?: ((count: number) => string) | undefined;
  readonly children?: ReactNode;
}

const AnnounceContext = createContext<Announce>(() => {});

// What is said within this time is one message; the next follows not sooner.
const BURST = 250;
const PAUSE = 1000;
const MANY = 3;

/** Lets everything below it speak to screen readers, politely, from one region that is there from the start. */
export function LiveRegion({ summary, children }: LiveRegionProps) {
  const [text, setText] = useState('');
  const queue = useRef<Queued[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const spokenAt = useRef(-PAUSE);
  const summarise = useRef(summary);
  useEffect(() => {
    summarise.current = summary;
  });

  const announce = useCallback((message: string, topic = message, isImportant = false) => {
    if (message === '') return;
    const others = queue.current.filter((queued) => queued.topic !== topic);
    queue.current = [...others, { message, topic, isImportant }];
    clearTimeout(timer.current);
    const wait = spokenAt.current + PAUSE - performance.now();
    timer.current = setTimeout(
      () => {
        const next = toText(queue.current, summarise.current);
        queue.current = [];
        spokenAt.current = performance.now();
        // The same words twice in a row change nothing in the region, and nothing would be read.
        setText((last) => (last === next ? `${next}\u00a0` : next));
      },
      Math.max(BURST, wait),
    );
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite" aria-atomic="true">
        {text}
      </VisuallyHidden>
    </AnnounceContext.Provider>
  );
}

function toText(queue: readonly Queued[], summarise: LiveRegionProps['summary']): string {
  const small = queue.filter(({ isImportant }) => !isImportant);
  const summary = small.length > MANY ? summarise?.(small.length) : undefined;
  if (summary === undefined) return queue.map(({ message }) => message).join(' ');
  const important = queue.filter(({ isImportant }) => isImportant);
  return [...important.map(({ message }) => message), summary].join(' ');
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
