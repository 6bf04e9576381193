'use client';
import clsx from 'clsx';
import { memo, useCallback } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useParts } from '../hooks/useParts.ts';
import type { AssignedTag } from '../hooks/useTags.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Truncate } from '../ui/Truncate.tsx';

export interface TagChipProps {
  readonly assigned: AssignedTag;
  /** Somebody else has just added it. */
  readonly isNews?: boolean | undefined;
  /** Without it the tag cannot be removed. */
  readonly onRemove?: ((assigned: AssignedTag) => void) | undefined;
}

/** One assigned tag. @selector [data-pending] [data-failed] [data-changed] */
export const TagChip = memo(function TagChip({ assigned, isNews, onRemove }: TagChipProps) {
  const { tag, status } = assigned;
  const { messages, dir } = useLocale();
  const { classNames } = useParts();
  const name = isBlankName(tag.name) ? messages.card.noName : tag.name;
  const color = tag.color !== undefined && COLOR.test(tag.color) ? tag.color : '';
  // By the object model: a style attribute of the server's markup would break a strict style-src.
  const paint = useCallback(
    (chip: HTMLLIElement | null) => chip?.style.setProperty('--sbc-chip-color', color),
    [color],
  );
  const isFailed = status === 'failed' || status === 'unknown';
  return (
    <li
      ref={paint}
      className={clsx('sbc-chip', classNames.TagChip)}
      data-part="tag-chip"
      data-pending={(status !== undefined && !isFailed) || undefined}
      data-failed={isFailed || undefined}
      data-changed={isNews || undefined}
    >
      <Truncate>{name}</Truncate>
      {onRemove && (
        <button
          type="button"
          className="sbc-chip-remove"
          aria-label={messages.tags.remove(plainText(name, dir))}
          onClick={() => onRemove(assigned)}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
});

const COLOR = /^#[\da-f]{6}$/i;
