'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime } from '../i18n/format.ts';
import { formatRecentDay } from '../i18n/formatRecentDay.ts';
import type { Campaign } from '../model/campaign.ts';
import { useNow } from '../ui/useNow.ts';
import { CampaignLink } from './CampaignLink.tsx';

export interface FirstCampaignProps {
  readonly campaign: Campaign;
}

const HOUR = 3_600_000;

/** The ad that was clicked before all others: when, and below that which one. */
export function FirstCampaign({ campaign }: FirstCampaignProps) {
  const { messages, locale, timeZone } = useLocale();
  const now = useNow(HOUR);
  const { clickedAt } = campaign;
  return (
    <div className="sbc-campaign-first">
      <span className="sbc-dots">
        <span>{messages.campaign.first}</span>
        {clickedAt && (
          <time dateTime={clickedAt} title={formatDateTime(clickedAt, locale, timeZone, 'full')}>
            {formatRecentDay(clickedAt, now, locale, timeZone)}
          </time>
        )}
      </span>
      <CampaignLink campaign={campaign} className="sbc-campaign-first-name" />
    </div>
  );
}
