'use client';
import { useNews } from '../hooks/useNews.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';

/** Tells screen readers, politely, what somebody else has changed. Draws nothing. */
export function CardNews() {
  useNews(useAnnounce());
  return null;
}
