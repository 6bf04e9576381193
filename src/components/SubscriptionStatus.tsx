'use client';
import clsx from 'clsx';
import { type HTMLAttributes, useContext } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useRememberedCount } from '../hooks/useRememberedCount.ts';
import { useSubscriber } from '../hooks/useSubscriber.ts';
import { formatDateTime } from '../i18n/format.ts';
import { formatDay } from '../i18n/formatDay.ts';
import { formatRecentTime } from '../i18n/formatRecentTime.ts';
import type { Subscription } from '../model/subscriber.ts';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useNow } from '../ui/useNow.ts';
import { CardFrame } from './CardFrame.ts';
import { CardSection } from './CardSection.tsx';
import { FollowStatus } from './FollowStatus.tsx';
import { LastActivity } from './LastActivity.tsx';

export interface SubscriptionStatusProps extends HTMLAttributes<HTMLElement> {
  /** Says when they were last active. Default: unless the header of the whole card says it. */
  readonly showLastActivity?: boolean | undefined;
}

/** Who follows whom, and how many, in a column of the usual width. */
const FOLLOW_LINES = 2;

/**
 * Whether the bot may write to them and since when, when they were last active, and on Instagram who follows whom.
 * Its pill has `data-status="active|unsubscribed|disabled|blocked"`.
 * @selector [data-status="loading|ready|failed"]
 */
export function SubscriptionStatus({ showLastActivity, className, ...props }: SubscriptionStatusProps) {
  const section = useSubscriber();
  const saysHeader = useContext(CardFrame)?.speaker === 'subscriber';
  const { messages } = useLocale();
  const { subscription, instagram } = section.subscriber ?? {};
  const isReady = section.status === 'ready';
  const count = useRememberedCount(
    'facts',
    isReady ? (subscription ? 1 : 0) + (instagram ? FOLLOW_LINES : 0) : undefined,
  );
  if (isReady && !subscription && !instagram) return null;
  return (
    <CardSection
      role="group"
      aria-label={messages.subscription.label}
      {...props}
      section={section}
      name="subscription"
      skeleton={Array.from({ length: count ?? 1 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <div key={place} className="sbc-line">
          <Skeleton width="long" />
        </div>
      ))}
      className={clsx('sbc-subscription', className)}
    >
      {subscription && <Status subscription={subscription} />}
      {subscription?.lastActivityAt !== undefined && (showLastActivity ?? !saysHeader) && (
        <div className="sbc-line">
          <LastActivity
            at={subscription.lastActivityAt}
            sentence={messages.subscription.lastActivity}
            unknown={messages.subscription.lastActivityUnknown}
          />
        </div>
      )}
      {subscription?.automationPausedUntil && <Pause until={subscription.automationPausedUntil} />}
      {instagram && <FollowStatus instagram={instagram} />}
    </CardSection>
  );
}

function Status({ subscription }: { readonly subscription: Subscription }) {
  const { status, subscribedAt, unsubscribedAt } = subscription;
  const messages = useLocale().messages.subscription;
  return (
    <div className="sbc-line">
      <span className="sbc-pill" data-status={status}>
        {messages.status[status]}
      </span>
      {unsubscribedAt && status !== 'active' && <Day at={unsubscribedAt} sentence={messages.since} />}
      {subscribedAt && (
        <Day at={subscribedAt} sentence={status === 'active' ? messages.since : messages.subscribed} />
      )}
      {subscribedAt === null && <span className="sbc-unset">{messages.subscribedUnknown}</span>}
    </div>
  );
}

interface DayProps {
  readonly at: string;
  readonly sentence: (when: string) => string;
}

function Day({ at, sentence }: DayProps) {
  const { locale, timeZone } = useLocale();
  return (
    <time dateTime={at} title={formatDateTime(at, locale, timeZone, 'full')}>
      {sentence(formatDay(at, locale, timeZone))}
    </time>
  );
}

const MINUTE = 60_000;

function Pause({ until }: { readonly until: string }) {
  const { messages, locale, timeZone } = useLocale();
  const now = useNow(MINUTE);
  if (Date.parse(until) <= now) return null;
  return (
    <div className="sbc-line">
      <span className="sbc-follow">
        <Icon name="pause" />
        <time dateTime={until} title={formatDateTime(until, locale, timeZone, 'full')}>
          {messages.subscription.automationPaused(formatRecentTime(Date.parse(until), now, locale, timeZone))}
        </time>
      </span>
    </div>
  );
}
