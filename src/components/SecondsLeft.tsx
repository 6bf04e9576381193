'use client';
import { useEffect, useRef } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { useNow } from '../ui/useNow.ts';

export interface SecondsLeftProps {
  /** In milliseconds since the epoch. */
  readonly until: number;
}

/** Counts down to the next save. Said aloud once, when it begins. */
export function SecondsLeft({ until }: SecondsLeftProps) {
  const { banner } = useLocale().messages;
  const announce = useAnnounce();
  const text = banner.paused(Math.max(1, Math.ceil((until - useNow(1000)) / 1000)));
  const first = useRef(text);
  useEffect(() => announce(first.current, 'connection'), [announce]);
  return text;
}
