import type { OpenSection } from '../hooks/useOpenSections.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardHostEvent, CardProblem } from '../store/createCardClient.ts';
import type { SubscriberCardOptions } from './mountSubscriberCard.tsx';

/**
 * What may be set on `<subscriber-card>`: the props of React, but for callbacks, which are events, and for what is
 * made of React or of classes, which do not reach into a shadow root.
 */
export type SubscriberCardElementProperties = {
  -readonly [Name in keyof SubscriberCardOptions as Exclude<
    Name,
    `on${string}` | 'nonce' | 'className' | 'classNames'
  >]: SubscriberCardOptions[Name];
} & {
  /** Offers to open a conversation, from a notice about one who is not shown: `sbc-open-subscriber` asks for it. */
  canOpenSubscriber?: boolean | undefined;
};

/** `<subscriber-card>`: the whole card in an open shadow root. It is drawn when it has an `adapter` or a `client`. */
export interface SubscriberCardElement extends HTMLElement, SubscriberCardElementProperties {}

/** What `<subscriber-card>` tells. None of its events bubbles. */
export interface SubscriberCardElementEvents {
  /** A change of this operator's, once, after the server confirmed it. */
  'sbc-event': CustomEvent<CardHostEvent>;
  /** What went wrong. Never carries a value. */
  'sbc-error': CustomEvent<CardProblem>;
  /** The backend answered 401. Writes wait for every promise that is given to `waitUntil`. */
  'sbc-unauthorized': CustomEvent<{ waitUntil(signedIn: Promise<unknown>): void }>;
  /** An http or https link was followed; `preventDefault()` keeps the browser out. */
  'sbc-navigate': CustomEvent<{ readonly url: string; readonly originalEvent: MouseEvent }>;
  /** A subscriber's conversation is to be opened. */
  'sbc-open-subscriber': CustomEvent<SubscriberRef>;
  /** The operator has folded or opened a section. */
  'sbc-open-sections-change': CustomEvent<readonly OpenSection[]>;
}

declare global {
  interface HTMLElementTagNameMap {
    'subscriber-card': SubscriberCardElement;
  }
  interface HTMLElementEventMap extends SubscriberCardElementEvents {}
}
