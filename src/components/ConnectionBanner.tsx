'use client';
import { useConnection } from '../hooks/useConnection.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Says that nothing is sent for now, why, and how many changes wait. */
export function ConnectionBanner() {
  const { signedIn, online, waiting, resume } = useConnection();
  const { banner, section } = useLocale().messages;
  if (signedIn && online) return null;
  return (
    <Notice
      tone="warning"
      role="status"
      actions={
        <Button variant="link" onClick={resume}>
          {section.retry}
        </Button>
      }
    >
      {signedIn ? banner.offline(waiting) : banner.signedOut(waiting)}
    </Notice>
  );
}
