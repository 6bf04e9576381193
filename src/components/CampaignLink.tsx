'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { isBlankName } from '../i18n/format.ts';
import type { Campaign } from '../model/campaign.ts';
import { urlHost } from '../model/safeUrl.ts';
import { SafeLink, type SafeLinkProps } from '../ui/SafeLink.tsx';
import { Truncate } from '../ui/Truncate.tsx';

export interface CampaignLinkProps extends Omit<SafeLinkProps, 'href'> {
  readonly campaign: Campaign;
}

/** The campaign's name, as a link where its address is safe. The title tells which host it really leads to. */
export function CampaignLink({ campaign: { name, url }, ...props }: CampaignLinkProps) {
  const { card, campaign } = useLocale().messages;
  const host = urlHost(url);
  return (
    <SafeLink
      {...props}
      href={url}
      title={host === null ? undefined : campaign.host(host)}
      opensInNewTab={card.opensInNewTab}
    >
      <Truncate>{isBlankName(name) ? card.noName : name}</Truncate>
    </SafeLink>
  );
}
