'use client';
import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import type { Campaign } from '../model/campaign.ts';
import { safeUrl } from '../model/safeUrl.ts';
import { Icon } from '../ui/Icon.tsx';
import { SafeImage } from '../ui/SafeImage.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { CampaignFacts } from './CampaignFacts.tsx';
import { CampaignLink } from './CampaignLink.tsx';
import { CardSection } from './CardSection.tsx';
import { FirstCampaign } from './FirstCampaign.tsx';

export type AdCampaignBadgeProps = HTMLAttributes<HTMLElement>;

/**
 * The ad that brought them: the last touch, and the first where it is another ad. Draws nothing where the platform
 * tells nothing about ads.
 * @selector [data-status="loading|ready|failed"]
 */
export function AdCampaignBadge({ className, ...props }: AdCampaignBadgeProps) {
  const section = useSubscriber();
  const { messages } = useLocale();
  const campaigns = section.subscriber?.campaigns;
  if (section.status === 'ready' && !campaigns) return null;
  const [last] = campaigns ?? [];
  const first = campaigns?.at(-1);
  return (
    <CardSection
      role="group"
      aria-label={messages.campaign.label}
      {...props}
      section={section}
      name="campaign"
      skeleton={null}
      className={clsx('sbc-campaigns', className)}
    >
      {last ? (
        <div className="sbc-campaign">
          <SafeImage className="sbc-campaign-image" src={last.imageUrl} fallback={<NoImage />} />
          <div>
            <CampaignLink campaign={last} className="sbc-campaign-name" />
            <div className="sbc-campaign-meta">
              <CampaignFacts campaign={last} />
            </div>
            {first && !isSameAd(first, last) && <FirstCampaign campaign={first} />}
          </div>
          {safeUrl(last.url) !== null && (
            // The name beside it is the same link with words.
            <SafeLink className="sbc-campaign-link" href={last.url} aria-hidden="true" tabIndex={-1}>
              <Icon name="external" />
            </SafeLink>
          )}
        </div>
      ) : (
        <div className="sbc-campaign-none">{messages.campaign.none}</div>
      )}
    </CardSection>
  );
}

function NoImage() {
  return (
    <span className="sbc-campaign-image">
      <Icon name="link" />
    </span>
  );
}

function isSameAd(a: Campaign, b: Campaign): boolean {
  return a === b || (a.name === b.name && a.adId === b.adId);
}
