'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatDateTime } from '../i18n/format.ts';
import type { InstagramRelation } from '../model/subscriber.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

export interface FollowStatusProps {
  readonly instagram: InstagramRelation;
}

type Follow = 'yes' | 'no' | 'unknown';

/** Who follows whom on Instagram, and why that is unknown where it is. */
export function FollowStatus({ instagram }: FollowStatusProps) {
  const { followsBusiness, followedByBusiness, followerCount, verified, checkedAt, unavailable } = instagram;
  const { messages, locale, timeZone } = useLocale();
  const texts = messages.instagram;
  const reason = unavailable && { 'no-consent': texts.noConsent, blocked: texts.blockedYou }[unavailable];
  const checked = checkedAt && texts.checked(formatDateTime(checkedAt, locale, timeZone));
  const sides = [
    {
      follow: toFollow(followsBusiness),
      text: { yes: texts.followsYou, no: texts.doesNotFollowYou, unknown: texts.followsYouUnknown },
    },
    {
      follow: toFollow(followedByBusiness),
      text: { yes: texts.youFollow, no: texts.youDoNotFollow, unknown: texts.youFollowUnknown },
    },
  ] as const;
  // One reason says more than two unknowns.
  const shown = sides.filter(({ follow }) => follow !== 'unknown' || !reason);
  return (
    <ul className="sbc-line" aria-label={texts.label} title={checked}>
      {shown.map(({ follow, text }) => (
        <FollowMark key={text.yes} follow={follow}>
          {text[follow]}
        </FollowMark>
      ))}
      {shown.length < sides.length && reason && <FollowMark follow="unknown">{reason}</FollowMark>}
      {typeof followerCount === 'number' && (
        <li className="sbc-follow">
          <Icon name="people" />
          {texts.followers(followerCount)}
        </li>
      )}
      {verified && <FollowMark follow="yes">{texts.verified}</FollowMark>}
    </ul>
  );
}

const icons: { readonly [follow in Follow]: IconName } = { yes: 'check', no: 'minus', unknown: 'question' };

function FollowMark({ follow, children }: { readonly follow: Follow; readonly children: string }) {
  return (
    <li className="sbc-follow" data-follow={follow}>
      <Icon name={icons[follow]} />
      {children}
    </li>
  );
}

function toFollow(follows: boolean | null): Follow {
  if (follows === null) return 'unknown';
  return follows ? 'yes' : 'no';
}
