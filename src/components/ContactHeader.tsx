'use client';
import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { useAvatarUrl } from '../hooks/useAvatarUrl.ts';
import { useHeadingLevel } from '../hooks/useHeadingLevel.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { isBlankName } from '../i18n/format.ts';
import { toProfileUrl } from '../model/toProfileUrl.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Bidi } from '../ui/Bidi.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { CardSection } from './CardSection.tsx';
import { GroupLinks } from './GroupLinks.tsx';
import { LastActivity } from './LastActivity.tsx';

export interface ContactHeaderProps extends HTMLAttributes<HTMLElement> {
  /** Says beside the user name when they were last active. Default `false`: `SubscriptionStatus` says it. */
  readonly showLastActivity?: boolean | undefined;
}

/** Who writes: photo, name, user name, messaging app; of a Telegram group its members and links. @selector [data-status] */
export function ContactHeader({ showLastActivity = false, className, ...props }: ContactHeaderProps) {
  const section = useSubscriber();
  const { subscriber } = section;
  const { messages } = useLocale();
  const avatarUrl = useAvatarUrl(subscriber?.avatarUrl);
  const Heading = `h${useHeadingLevel()}` as const;
  const lastActivityAt = showLastActivity ? subscriber?.subscription?.lastActivityAt : undefined;

  return (
    <CardSection
      {...props}
      section={section}
      name="subscriber"
      skeleton={<ContactHeaderSkeleton />}
      className={clsx('sbc-contact-header', className)}
    >
      {subscriber && (
        <>
          <div className="sbc-header">
            <Avatar id={subscriber.id} name={subscriber.name} src={avatarUrl} size="large">
              <span className="sbc-channel-badge">
                <ChannelIcon channel={subscriber.channel} />
              </span>
            </Avatar>
            <div>
              <Heading className="sbc-header-name" tabIndex={-1}>
                <Bidi>{isBlankName(subscriber.name) ? messages.card.noName : subscriber.name}</Bidi>
              </Heading>
              <VisuallyHidden>{messages.header.writesFrom(useChannelName(subscriber.channel))}</VisuallyHidden>
              <div className="sbc-header-meta">
                {subscriber.username && (
                  <SafeLink
                    className="sbc-header-username"
                    href={subscriber.profileUrl ?? toProfileUrl(subscriber.channel, subscriber.username)}
                    opensInNewTab={messages.card.opensInNewTab}
                  >
                    <Bidi dir="ltr">{messages.header.profile(subscriber.username)}</Bidi>
                  </SafeLink>
                )}
                {subscriber.username && lastActivityAt !== undefined && ' · '}
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
          {subscriber.group && <GroupLinks group={subscriber.group} />}
        </>
      )}
    </CardSection>
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
