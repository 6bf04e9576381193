'use client';
import clsx from 'clsx';
import type { BlockquoteHTMLAttributes } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import type { Campaign } from '../model/campaign.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { SafeImage } from '../ui/SafeImage.tsx';
import { useRootProps } from '../ui/UiContext.tsx';
import { CampaignFacts } from './CampaignFacts.tsx';
import { CampaignLink } from './CampaignLink.tsx';

export type AdCampaignReplyProps = Omit<BlockquoteHTMLAttributes<HTMLQuoteElement>, 'children'> &
  (
    | {
        /** The message that the ad led to. Nothing is drawn for a message that answers no ad. */
        readonly messageId: string;
        readonly campaign?: undefined;
      }
    | {
        /** The ad itself, where the host knows it. */
        readonly campaign: Campaign;
        readonly messageId?: undefined;
      }
  );

/** The ad, quoted above the message it led to. For the host's chat pane, under a `SubscriberProvider`. */
export function AdCampaignReply({ messageId, campaign, ...props }: AdCampaignReplyProps) {
  return campaign ? (
    <Quote {...props} campaign={campaign} />
  ) : (
    <QuoteOfMessage {...props} messageId={messageId} />
  );
}

type QuoteProps = Omit<AdCampaignReplyProps, 'messageId' | 'campaign'>;

function QuoteOfMessage({ messageId, ...props }: QuoteProps & { readonly messageId: string }) {
  const { subscriber } = useSubscriber();
  const campaign = subscriber?.campaigns?.find((touch) => touch.messageId === messageId);
  return campaign ? <Quote {...props} campaign={campaign} /> : null;
}

function Quote({ campaign, className, ...props }: QuoteProps & { readonly campaign: Campaign }) {
  const { messages, dir } = useLocale();
  const { name, title, body, imageUrl } = campaign;
  const label = messages.campaign.replyTo(isBlankName(name) ? messages.card.noName : plainText(name, dir));
  return (
    <div {...useRootProps()}>
      <blockquote aria-label={label} {...props} className={clsx('sbc-campaign-reply', className)}>
        <SafeImage className="sbc-campaign-image" src={imageUrl} />
        <div>
          <CampaignLink campaign={campaign} className="sbc-campaign-name" />
          <div className="sbc-campaign-meta">
            <CampaignFacts campaign={campaign} />
          </div>
          <div className="sbc-campaign-text">
            {title && <Bidi>{title}</Bidi>}
            {title && body && <br />}
            {body && <Bidi>{body}</Bidi>}
            {!title && !body && !imageUrl && messages.campaign.noPreview}
          </div>
        </div>
      </blockquote>
    </div>
  );
}
