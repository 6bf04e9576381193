'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime, formatRelativeTime } from '../i18n/format.ts';
import { Timestamp } from '../ui/Timestamp.tsx';

export interface LastActivityProps {
  /** RFC 3339; `null` where it could be known and is not. */
  readonly at: string | null;
  /** The sentence around "4 minutes ago". */
  readonly sentence: (when: string) => string;
  readonly unknown: string;
}

/** When the subscriber was last active: relative and ticking, exact on hover and focus. */
export function LastActivity({ at, sentence, unknown }: LastActivityProps) {
  const { locale, timeZone } = useLocale();
  if (at === null) return <span className="sbc-unset">{unknown}</span>;
  return (
    <Timestamp
      value={at}
      format={(now) => sentence(formatRelativeTime(at, now, locale))}
      exact={formatDateTime(at, locale, timeZone, 'full')}
    />
  );
}
