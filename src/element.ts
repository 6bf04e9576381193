export { defineSubscriberCard } from './element/defineSubscriberCard.ts';
export {
  type MountedCard,
  mountSubscriberCard,
  type SubscriberCardOptions,
} from './element/mountSubscriberCard.tsx';
export type {
  SubscriberCardElement,
  SubscriberCardElementEvents,
  SubscriberCardElementProperties,
} from './element/SubscriberCardElement.ts';
