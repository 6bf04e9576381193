import type { ComponentType } from 'react';
import type { AdCampaignBadgeProps } from './AdCampaignBadge.tsx';
import type { ContactFormProps } from './ContactForm.tsx';
import type { ContactHeaderProps } from './ContactHeader.tsx';
import type { DealItemProps } from './DealItem.tsx';
import type { DealListProps } from './DealList.tsx';
import type { SubscriptionStatusProps } from './SubscriptionStatus.tsx';
import type { TagChipProps } from './TagChip.tsx';
import type { TagPickerProps } from './TagPicker.tsx';
import type { VariableEditorProps } from './VariableEditor.tsx';
import type { VariableRowProps } from './VariableRow.tsx';

/**
 * The parts that a host may replace and give a class, with the props that each is given. On the page the root of
 * each has its name as `data-part`: that of `DealItem` is `deal-item`.
 */
export interface PartProps {
  readonly ContactHeader: ContactHeaderProps;
  readonly SubscriptionStatus: SubscriptionStatusProps;
  readonly AdCampaignBadge: AdCampaignBadgeProps;
  readonly VariableEditor: VariableEditorProps;
  /** One `<div>` with `<dt>` and `<dd>`, in a `<dl>`. */
  readonly VariableRow: VariableRowProps;
  readonly TagPicker: TagPickerProps;
  /** One `<li>`, in a `<ul>`. */
  readonly TagChip: TagChipProps;
  readonly DealList: DealListProps;
  /** What stands in an `<li>`. */
  readonly DealItem: DealItemProps;
  readonly ContactForm: ContactFormProps;
}

export type PartName = keyof PartProps;

/** The host's own parts, by the name of the one they stand for. */
export type PartComponents = {
  readonly [Name in PartName]?: ComponentType<PartProps[Name]> | undefined;
};

/** The host's own classes, by the name of the part. */
export type PartClassNames = { readonly [Name in PartName]?: string | undefined };
