const files = import.meta.glob<string>(['../../../src/components/*.tsx', '../../../src/ui/*.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What draws the card: each component's file, as it is written, by its name. */
export const sources: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/(.*)\.tsx$/, '$1'), text]),
);

/** The public components, each with a page of its own. */
export const publicComponents = [
  'SubscriberCard',
  'ContactHeader',
  'SubscriptionStatus',
  'AdCampaignBadge',
  'VariableEditor',
  'TagPicker',
  'DealList',
  'ContactForm',
  'AdCampaignReply',
] as const;

export type PublicComponent = (typeof publicComponents)[number];
