'use client';
import clsx from 'clsx';
import { type HTMLAttributes, useContext } from 'react';
import { useAvatarUrl } from '../hooks/useAvatarUrl.ts';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Channel, Subscriber } from '../model/subscriber.ts';
import { toProfileUrl } from '../model/toProfileUrl.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Bidi } from '../ui/Bidi.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { CardFrame } from './CardFrame.ts';
import { CardSection } from './CardSection.tsx';
import { GroupLinks } from './GroupLinks.tsx';
import { LastActivity } from './LastActivity.tsx';

export interface ContactHeaderProps extends HTMLAttributes<HTMLElement> {
  /** Says beside the user name when they were last active. Default: in the whole card; else `SubscriptionStatus` says it. */
  readonly showLastActivity?: boolean | undefined;
}

/**
 * Who writes: photo, name, user name and messaging app; of a Telegram group also its members and links.
 * @selector [data-status="loading|ready|failed"]
 */
export function ContactHeader({ showLastActivity, className, ...props }: ContactHeaderProps) {
  const section = useSubscriber();
  const isInCard = useContext(CardFrame) !== null;
  const { subscriber } = section;
  return (
    <CardSection
      {...props}
      section={section}
      name="subscriber"
      skeleton={<ContactHeaderSkeleton />}
      className={clsx('sbc-contact-header', className)}
    >
      {subscriber && (
        <Identity
          subscriber={subscriber}
          lastActivityAt={
            (showLastActivity ?? isInCard) ? subscriber.subscription?.lastActivityAt : undefined
          }
        />
      )}
      {subscriber?.group && <GroupLinks group={subscriber.group} />}
    </CardSection>
  );
}

interface IdentityProps {
  readonly subscriber: Omit<Subscriber, 'variables' | 'tagging'>;
  readonly lastActivityAt: string | null | undefined;
}

function Identity({ subscriber, lastActivityAt }: IdentityProps) {
  const { id, channel, name, profileUrl } = subscriber;
  const { messages, dir } = useLocale();
  const avatarUrl = useAvatarUrl(subscriber.avatarUrl);
  const Heading = `h${useHeadingLevel()}` as const;
  const username = subscriber.username?.trim().replace(/^@/, '');
  const writesFrom = messages.header.writesFrom(plainText(toChannelName(channel, messages), dir));
  return (
    <div className="sbc-header">
      <Avatar id={id} name={name} src={avatarUrl} size="large">
        <span className="sbc-channel-badge" title={writesFrom}>
          <ChannelIcon channel={channel} />
        </span>
      </Avatar>
      <div>
        <Heading className="sbc-header-name" tabIndex={-1}>
          <Bidi>{isBlankName(name) ? messages.card.noName : name}</Bidi>
        </Heading>
        <VisuallyHidden>{writesFrom}</VisuallyHidden>
        <div className="sbc-header-meta sbc-dots">
          {username && (
            <SafeLink
              className="sbc-header-username"
              href={profileUrl ?? toProfileUrl(channel, username)}
              opensInNewTab={messages.card.opensInNewTab}
            >
              <Bidi dir="ltr">{messages.header.profile(username)}</Bidi>
            </SafeLink>
          )}
          {lastActivityAt !== undefined && (
            <LastActivity
              at={lastActivityAt}
              sentence={messages.header.active}
              unknown={messages.header.activeUnknown}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function ContactHeaderSkeleton() {
  return (
    <div className="sbc-header">
      <Skeleton shape="circle" />
      <div>
        <Skeleton width="medium" />
        <Skeleton width="long" />
      </div>
    </div>
  );
}

/** A channel unknown to the card is called as its platform calls it. */
function toChannelName(channel: Channel, { channels }: Messages): string {
  return Object.hasOwn(channels, channel) ? channels[channel as keyof Messages['channels']] : channel;
}
