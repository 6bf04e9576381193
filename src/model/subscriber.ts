import type { Campaign } from './campaign.ts';
import type { Tag } from './tag.ts';
import type { Variable } from './variable.ts';

/**
 * The messaging app a subscriber writes from. Only the badge and the profile link depend on it: what a channel
 * does not have is `undefined` in the data.
 */
export type Channel =
  | 'telegram'
  | 'messenger'
  | 'instagram'
  | 'whatsapp'
  | 'viber'
  | 'tiktok'
  | 'live-chat'
  | (string & Record<never, never>);

/** Says which subscriber is meant. Compared by value; `conversationId` is passed on to the adapter only. */
export interface SubscriberRef {
  /** Opaque. */
  readonly id: string;
  /** Some backends need it to choose an endpoint. */
  readonly channel?: Channel | undefined;
  /** Some backends need it to find the ad that started the conversation. */
  readonly conversationId?: string | undefined;
}

/**
 * Who writes to us, as the chat platform knows them. The CRM contact is another record ({@link Contact}).
 *
 * Three kinds of nothing, everywhere in the data: `undefined` is "this platform cannot know it" (the row is not
 * drawn), `null` is "it could, and does not" ("Unknown", "Not set"), anything else is a value.
 */
export interface Subscriber {
  readonly id: string;
  /** Strictly grows with every change of the record. Absent where the backend has no record-wide revision. */
  readonly revision?: number | undefined;
  readonly channel: Channel;
  readonly kind: 'person' | 'group';
  readonly name: string;
  /** Without the leading `@`. */
  readonly username?: string | null | undefined;
  /** Absolute `https:` URL. May expire: the card falls back to initials. */
  readonly avatarUrl?: string | null | undefined;
  /** Absolute URL of the profile on the network. Where absent, the card links the username of the networks it knows. */
  readonly profileUrl?: string | null | undefined;
  readonly subscription?: Subscription | undefined;
  readonly instagram?: InstagramRelation | undefined;
  readonly group?: Group | undefined;
  /** Ad touches, newest first. `undefined` where the platform tells nothing about ads. */
  readonly campaigns?: readonly Campaign[] | undefined;
  readonly variables: readonly Variable[];
  readonly tagging: Tagging;
  /** `false`, or the host's reason why nothing of this subscriber may be edited. */
  readonly readOnly?: false | string | undefined;
}

/** The whole set of a subscriber's tags. */
export interface Tagging {
  readonly tags: readonly Tag[];
  /** Strictly grows with every change of the set. */
  readonly revision?: number | undefined;
}

export type SubscriptionStatus = 'active' | 'unsubscribed' | 'disabled' | 'blocked';

/** The subscription to the bot. Times are RFC 3339. */
export interface Subscription {
  readonly status: SubscriptionStatus;
  readonly subscribedAt?: string | null | undefined;
  readonly unsubscribedAt?: string | null | undefined;
  readonly lastActivityAt?: string | null | undefined;
  readonly automationPausedUntil?: string | null | undefined;
}

/** Who follows whom on Instagram. `null` is an honest "unknown". */
export interface InstagramRelation {
  readonly followsBusiness: boolean | null;
  readonly followedByBusiness: boolean | null;
  readonly followerCount?: number | null | undefined;
  readonly verified?: boolean | null | undefined;
  /** RFC 3339. */
  readonly checkedAt?: string | undefined;
  /** Why it is unknown: they gave no consent, or they blocked the business. */
  readonly unavailable?: 'no-consent' | 'blocked' | undefined;
}

/** A Telegram group. */
export interface Group {
  readonly memberCount: number | null;
  readonly shareLink?: string | null | undefined;
  readonly inviteLink?: InviteLink | null | undefined;
}

export interface InviteLink {
  readonly url: string;
  /** RFC 3339. */
  readonly expiresAt?: string | null | undefined;
  readonly revoked?: boolean | undefined;
}
