'use client';
import { type RefObject, useContext, useEffect, useRef } from 'react';
import { useFirstUnsaved } from '../hooks/useFirstUnsaved.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useRestored } from '../hooks/useRestored.ts';
import { formatRecentTime } from '../i18n/formatRecentTime.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { useNow } from '../ui/useNow.ts';
import { CardFrame } from './CardFrame.ts';
import { focusUnsaved } from './focusUnsaved.ts';
import { NoticeBar } from './NoticeBar.tsx';

export interface RestoredNoticeProps {
  readonly cardRef: RefObject<HTMLElement | null>;
}

const HOUR = 3_600_000;

/** Says that what was not saved has outlived a reload, and leads to it. */
export function RestoredNotice({ cardRef }: RestoredNoticeProps) {
  const { restoredAt, dismiss } = useRestored();
  const { messages, locale, timeZone } = useLocale();
  const { notice } = messages;
  const frame = useContext(CardFrame);
  const findUnsaved = useFirstUnsaved();
  const announce = useAnnounce();
  const now = useNow(HOUR);
  const text =
    restoredAt === undefined
      ? undefined
      : notice.restored(formatRecentTime(restoredAt, now, locale, timeZone));
  const giveUp = useRef(() => {});

  useEffect(() => {
    if (text) announce(text);
  }, [text, announce]);
  useEffect(() => () => giveUp.current(), []);

  function review() {
    giveUp.current();
    const section = findUnsaved();
    if (!section || !cardRef.current) return;
    frame?.setOpen(section, true);
    giveUp.current = focusUnsaved(cardRef.current, section);
  }

  if (!text) return null;
  return (
    <NoticeBar
      icon="clock"
      actions={
        <>
          <Button variant="link" onClick={review}>
            {notice.review}
          </Button>
          <IconButton icon="close" label={notice.dismiss} onClick={dismiss} />
        </>
      }
    >
      {text}
    </NoticeBar>
  );
}
