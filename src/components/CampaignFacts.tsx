'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime } from '../i18n/format.ts';
import { formatRecentDay } from '../i18n/formatRecentDay.ts';
import type { Campaign } from '../model/campaign.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { useNow } from '../ui/useNow.ts';

export interface CampaignFactsProps {
  readonly campaign: Campaign;
}

const HOUR = 3_600_000;

/** Where the ad ran, and when it was clicked. */
export function CampaignFacts({ campaign: { source, clickedAt } }: CampaignFactsProps) {
  const { messages, locale, timeZone } = useLocale();
  const now = useNow(HOUR);
  return (
    <span className="sbc-dots">
      <span>
        <Bidi>{source}</Bidi>
      </span>
      {clickedAt && (
        <time dateTime={clickedAt} title={formatDateTime(clickedAt, locale, timeZone, 'full')}>
          {messages.campaign.clicked(formatRecentDay(clickedAt, now, locale, timeZone))}
        </time>
      )}
    </span>
  );
}
