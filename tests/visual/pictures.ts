import type { StoryGlobals } from '../../stories/support/StoryFrame.tsx';

/** A story that is looked at. */
export interface Picture {
  readonly name: string;
  /** `DealList/Editing`. */
  readonly story: string;
  readonly width?: 280 | 340 | 420;
  readonly globals?: Partial<StoryGlobals>;
  /** Drawn and left alone, where what its play does is not the point. */
  readonly isStill?: boolean;
  /** How much of the page, where more than the column is looked at: what floats sticks out of it. */
  readonly page?: number;
}

const whole = { story: 'SubscriberCard/Telegram', isStill: true } as const;
const arabic = { story: 'SubscriberCard/WhatsApp', isStill: true, globals: { language: 'ar' } } as const;

/** The key situations: each is a picture beside the test. */
export const pictures: readonly Picture[] = [
  { name: 'card-280', story: 'SubscriberCard/Default', isStill: true, width: 280 },
  { name: 'card-340', story: 'SubscriberCard/Default', isStill: true },
  { name: 'card-420', story: 'SubscriberCard/Default', isStill: true, width: 420 },
  { name: 'card-dark', story: 'SubscriberCard/Default', isStill: true, globals: { theme: 'dark' } },
  { name: 'card-compact', story: 'SubscriberCard/Default', isStill: true, globals: { density: 'compact' } },
  { name: 'card-russian', ...whole, globals: { language: 'ru' } },
  { name: 'card-arabic', ...arabic },
  { name: 'card-arabic-dark', ...arabic, globals: { language: 'ar', theme: 'dark' } },
  { name: 'card-loading', story: 'SubscriberCard/Loading' },
  { name: 'card-failed', story: 'SubscriberCard/LoadFailed' },
  { name: 'card-empty', story: 'SubscriberCard/Empty' },
  { name: 'card-read-only', story: 'SubscriberCard/ReadOnly' },
  { name: 'card-offline', story: 'SubscriberCard/Offline' },
  { name: 'group', story: 'ContactHeader/GroupOfUnknowns' },
  { name: 'no-subscriber', story: 'SubscriberCard/NoSubscriber' },
  { name: 'invalid', story: 'VariableEditor/InvalidValue' },
  { name: 'save-failed', story: 'VariableEditor/SaveFailed' },
  { name: 'conflict', story: 'VariableEditor/ChangedElsewhere' },
  { name: 'conflict-dark', story: 'VariableEditor/ChangedElsewhere', globals: { theme: 'dark' } },
  { name: 'tag-list', story: 'TagPicker/Editing', page: 560 },
  { name: 'deal-editing', story: 'DealList/Editing' },
  { name: 'deal-form-invalid', story: 'DealList/InvalidValue' },
  { name: 'contact-form', story: 'ContactForm/Default' },
  { name: 'contact-conflict', story: 'ContactForm/ChangedElsewhere', width: 280 },
  { name: 'ad-reply', story: 'AdCampaignReply/OfCampaign' },
];
