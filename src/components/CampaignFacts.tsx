'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime } from '../i18n/format.ts';
import type { Campaign } from '../model/campaign.ts';
import { Bidi } from '../ui/Bidi.tsx';

export interface CampaignFactsProps {
  readonly campaign: Campaign;
}

/** Where the ad ran, and when it was clicked. */
export function CampaignFacts({ campaign: { source, clickedAt } }: CampaignFactsProps) {
  const { messages, locale, timeZone } = useLocale();
  return (
    <>
      <Bidi>{source}</Bidi>
      {clickedAt && (
        <>
          {' · '}
          <time dateTime={clickedAt} title={formatDateTime(clickedAt, locale, timeZone, 'full')}>
            {messages.campaign.clicked(formatDateTime(clickedAt, locale, timeZone))}
          </time>
        </>
      )}
    </>
  );
}
