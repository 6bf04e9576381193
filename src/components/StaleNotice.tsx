'use client';
import { useEffect } from 'react';
import { useFailedReads } from '../hooks/useFailedReads.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { NoticeBar } from './NoticeBar.tsx';

/** Says once for the whole card that what is shown may be of before. */
export function StaleNotice() {
  const { isStale, retry } = useFailedReads();
  const { section } = useLocale().messages;
  const announce = useAnnounce();
  useEffect(() => {
    if (isStale) announce(section.stale, 'stale');
  }, [isStale, announce, section]);
  if (!isStale) return null;
  return (
    <NoticeBar
      tone="warning"
      icon="warning"
      actions={
        <Button variant="link" onClick={retry}>
          {section.retry}
        </Button>
      }
    >
      {section.stale}
    </NoticeBar>
  );
}
