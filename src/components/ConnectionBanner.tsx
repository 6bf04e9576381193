'use client';
import { useEffect } from 'react';
import { useConnection } from '../hooks/useConnection.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { SecondsLeft } from './SecondsLeft.tsx';

/** Says that nothing is sent for now, why, how many changes wait, and lets it be tried at once. */
export function ConnectionBanner() {
  const { signedIn, online, pausedUntil, waiting, resume } = useConnection();
  const { banner, section } = useLocale().messages;
  const announce = useAnnounce();
  const isPaused = signedIn && online && pausedUntil !== undefined && waiting > 0;
  const said = toText();

  useEffect(() => {
    if (said) announce(said, 'connection', true);
  }, [said, announce]);

  function toText(): string | undefined {
    if (!signedIn) return banner.signedOut(waiting);
    return online ? undefined : banner.offline(waiting);
  }

  function toVerb(): string {
    if (!signedIn) return banner.signIn;
    return online ? banner.resumeNow : section.retry;
  }

  if (said === undefined && !isPaused) return null;
  return (
    <NoticeBar
      tone="warning"
      icon={isPaused ? 'clock' : 'warning'}
      actions={
        <Button variant="link" onClick={resume}>
          {toVerb()}
        </Button>
      }
    >
      {isPaused ? <SecondsLeft until={pausedUntil} /> : said}
    </NoticeBar>
  );
}
