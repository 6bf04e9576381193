'use client';
import { useEffect } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useStorageFailure } from '../hooks/useStorageFailure.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { NoticeBar } from './NoticeBar.tsx';

/** Says once that what is typed does not outlive a reload, where the host wanted that and the storage fails. */
export function StorageNotice() {
  const { isNews, dismiss } = useStorageFailure();
  const { notice } = useLocale().messages;
  const announce = useAnnounce();

  useEffect(() => {
    if (isNews) announce(notice.notKept, undefined, true);
  }, [isNews, announce, notice]);

  if (!isNews) return null;
  return (
    <NoticeBar icon="info" actions={<IconButton icon="close" label={notice.dismiss} onClick={dismiss} />}>
      {notice.notKept}
    </NoticeBar>
  );
}
