/** The whole card on each channel. */
export const channelStories = [
  'SubscriberCard/Instagram',
  'SubscriberCard/Telegram',
  'SubscriberCard/TelegramGroup',
  'SubscriberCard/Messenger',
  'SubscriberCard/WhatsApp',
  'SubscriberCard/Viber',
  'SubscriberCard/TikTok',
  'SubscriberCard/LiveChat',
] as const;

/** Every control in each of its states: editors, forms, an open list, a conflict, a failed save. */
export const stateStories = [
  'VariableEditor/Editing',
  'VariableEditor/EveryType',
  'VariableEditor/ChangedElsewhere',
  'VariableEditor/SaveFailed',
  'TagPicker/Editing',
  'DealList/InvalidValue',
  'DealList/ChangedElsewhere',
  'ContactForm/Editing',
  'ContactForm/ChangedElsewhere',
] as const;

/** With the bars at the end of the card. */
export const bannerStories = [
  'SubscriberCard/SignedOut',
  'SubscriberCard/Offline',
  'SubscriberCard/DraftsNotKept',
] as const;
