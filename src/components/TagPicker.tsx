'use client';
import type { HTMLAttributes } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useRememberedCount } from '../hooks/useRememberedCount.ts';
import { useTags } from '../hooks/useTags.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardSection } from './CardSection.tsx';
import { FOLDED_TAGS, TagField } from './TagField.tsx';

export type TagPickerProps = HTMLAttributes<HTMLElement>;

/**
 * The subscriber's tags and a field that adds one. A chip has `data-pending` until the server has confirmed it, and
 * `data-failed` where it could not be saved.
 * @selector [data-status="loading|ready|failed"] [data-open]
 */
export function TagPicker(props: TagPickerProps) {
  const state = useTags();
  const { section } = useLocale().messages;
  const count = useRememberedCount('tags', state.status === 'ready' ? state.tags.length : undefined);
  return (
    <CardSection
      {...props}
      section={state}
      name="tags"
      title={section.tags}
      skeleton={
        <div className="sbc-tags">
          {Array.from({ length: Math.min(count ?? 3, FOLDED_TAGS) + 1 }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change
            <Skeleton key={place} shape="chip" width={place % 3 === 1 ? 'medium' : 'short'} />
          ))}
        </div>
      }
    >
      <TagField state={state} />
    </CardSection>
  );
}
