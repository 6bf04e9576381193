'use client';
import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useRememberedCount } from '../hooks/useRememberedCount.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import type { Campaign } from '../model/campaign.ts';
import { safeUrl } from '../model/safeUrl.ts';
import { Icon } from '../ui/Icon.tsx';
import { SafeImage } from '../ui/SafeImage.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
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
  const isReady = section.status === 'ready';
  const count = useRememberedCount('campaigns', isReady ? (campaigns?.length ?? -1) : undefined);
  if (isReady && !campaigns) return null;
  const [last] = campaigns ?? [];
  const first = campaigns?.at(-1);
  return (
    <CardSection
      role="group"
      aria-label={messages.campaign.label}
      {...props}
      section={section}
      name="campaign"
      skeleton={<CampaignSkeleton count={count} />}
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

/** `0`: they came from no ad; less: their messaging app tells nothing about ads. */
function CampaignSkeleton({ count = -1 }: { readonly count: number | undefined }) {
  if (count < 0) return null;
  if (count === 0)
    return (
      <div className="sbc-campaign-none">
        <Skeleton width="medium" />
      </div>
    );
  return (
    <div className="sbc-campaign">
      <Skeleton shape="tile" />
      <div>
        <Skeleton width="medium" />
        <Skeleton width="short" />
        {count > 1 && (
          <>
            <Skeleton width="short" />
            <Skeleton width="medium" />
          </>
        )}
      </div>
    </div>
  );
}

function NoImage() {
  return (
    <span className="sbc-campaign-image">
      <Icon name="megaphone" />
    </span>
  );
}

function isSameAd(a: Campaign, b: Campaign): boolean {
  return a === b || (a.name === b.name && a.adId === b.adId);
}
