'use client';
import type { HTMLAttributes } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useTags } from '../hooks/useTags.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardSection } from './CardSection.tsx';
import { TagField } from './TagField.tsx';

export type TagPickerProps = HTMLAttributes<HTMLElement>;

/**
 * The subscriber's tags and a field that adds one. A chip has `data-pending` until the server has confirmed it, and
 * `data-failed` where it could not be saved.
 * @selector [data-status="loading|ready|failed"] [data-open]
 */
export function TagPicker(props: TagPickerProps) {
  const state = useTags();
  const { section } = useLocale().messages;
  return (
    <CardSection
      {...props}
      section={state}
      name="tags"
      title={section.tags}
      skeleton={
        <div className="sbc-tags">
          <Skeleton width="short" />
          <Skeleton width="medium" />
          <Skeleton width="short" />
        </div>
      }
    >
      <TagField state={state} />
    </CardSection>
  );
}
