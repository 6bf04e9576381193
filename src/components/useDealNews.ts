'use client';
import { useEffect, useRef } from 'react';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { plainText } from '../i18n/format.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';

/** Tells screen readers that a new deal is saved: it leaves what is pending and stands among the others. */
export function useDealNews({ deals, pendingDeals }: DealsState): void {
  const { messages, dir } = useLocale();
  const announce = useAnnounce();
  const last = useRef({ deals, pendingDeals });

  useEffect(() => {
    const was = last.current;
    last.current = { deals, pendingDeals };
    if (was.pendingDeals === pendingDeals) return;
    const known = new Set(was.deals.map(({ id }) => id));
    if (deals.every(({ id }) => known.has(id))) return;
    const lanes = new Set(pendingDeals.map(({ lane }) => lane));
    for (const { lane, draft } of was.pendingDeals) {
      if (!lanes.has(lane)) announce(messages.save.announceSaved(plainText(draft.name, dir)));
    }
  }, [deals, pendingDeals, messages, dir, announce]);
}
