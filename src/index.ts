export { AdCampaignBadge, type AdCampaignBadgeProps } from './components/AdCampaignBadge.tsx';
export { AdCampaignReply, type AdCampaignReplyProps } from './components/AdCampaignReply.tsx';
export { ContactForm, type ContactFormProps } from './components/ContactForm.tsx';
export { ContactHeader, type ContactHeaderProps } from './components/ContactHeader.tsx';
export { DealItem, type DealItemProps } from './components/DealItem.tsx';
export { DealList, type DealListProps } from './components/DealList.tsx';
export type { PartClassNames, PartComponents, PartName, PartProps } from './components/parts.ts';
export {
  SubscriberCard,
  type SubscriberCardProps,
  type SubscriberCardSection,
} from './components/SubscriberCard.tsx';
export { SubscriptionStatus, type SubscriptionStatusProps } from './components/SubscriptionStatus.tsx';
export { TagChip, type TagChipProps } from './components/TagChip.tsx';
export { TagPicker, type TagPickerProps } from './components/TagPicker.tsx';
export { VariableEditor, type VariableEditorProps } from './components/VariableEditor.tsx';
export { VariableRow, type VariableRowProps } from './components/VariableRow.tsx';
export * from './headless.ts';
