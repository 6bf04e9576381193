'use client';
import { useRef, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriberKey } from '../hooks/useSubscriberKey.ts';
import type { AssignedTag, TagsState } from '../hooks/useTags.ts';
import { formatNumber, plainText } from '../i18n/format.ts';
import { useAnnounce } from '../ui/LiveRegion.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { SaveNote } from './SaveNote.tsx';
import { TagChip } from './TagChip.tsx';
import { TagInput } from './TagInput.tsx';
import { useAddedTags } from './useAddedTags.ts';
import { useChipFocus } from './useChipFocus.ts';
import { useRowPart } from './useRowPart.ts';
import { useSaveNews } from './useSaveNews.ts';

export interface TagFieldProps {
  readonly state: TagsState;
}

/** Of more chips than fit into a few lines so many are shown, and the rest waits behind a button. */
export const FOLDED_TAGS = 12;

/** The assigned tags as chips, the input that adds one, and what could not be saved. */
export function TagField({ state }: TagFieldProps) {
  const { tags, readOnly, canAdd, canRemove } = state;
  const { messages, dir, locale } = useLocale();
  const key = useSubscriberKey();
  const announce = useAnnounce();
  const inputRef = useRef<HTMLInputElement>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const Chip = useRowPart('TagChip', TagChip);
  const chips = useChipFocus(inputRef, dir);
  const added = useAddedTags(tags, key);
  const [unfolded, setUnfolded] = useState('');
  // A button for one more would take the place of it.
  const canFold = tags.length > FOLDED_TAGS + 1;
  const isFolded = canFold && unfolded !== key;
  // What was asked for is in sight until it is saved.
  const shown = isFolded ? tags.filter(({ status }, place) => place < FOLDED_TAGS || status) : tags;
  const hidden = tags.length - shown.length;

  function remove({ tag, lane, status, isRemoval }: AssignedTag) {
    if (isRemoval) state.retryTag(lane);
    else if (status === 'failed' || lane.startsWith('create:')) state.discardTag(lane);
    else state.remove(tag);
    announce(messages.tags.removed(plainText(tag.name, dir), tags.length - 1));
  }

  return (
    <>
      <div ref={frameRef} className="sbc-tags">
        <ul
          ref={chips.listRef}
          {...chips.listProps}
          className="sbc-tag-list"
          aria-label={messages.tags.assigned}
        >
          {shown.map((assigned) => (
            <Chip
              key={assigned.lane}
              assigned={assigned}
              isNews={added.has(assigned.tag.id)}
              onRemove={canRemove && !assigned.isBeingCreated ? remove : undefined}
            />
          ))}
        </ul>
        {canFold && (
          <button
            type="button"
            className="sbc-chip sbc-chip-more"
            aria-label={isFolded ? messages.tags.more(hidden) : undefined}
            onClick={() => setUnfolded(isFolded ? key : '')}
          >
            {isFolded ? `+${formatNumber(String(hidden), locale)}` : messages.tags.fewer}
          </button>
        )}
        {canAdd && (
          <TagInput
            ref={inputRef}
            key={key}
            state={state}
            listAnchorRef={frameRef}
            onChoose={() => setUnfolded(key)}
            onLeaveToChips={chips.focusLast}
          />
        )}
      </div>
      {tags.length === 0 && (
        <p className="sbc-empty">{canAdd ? messages.tags.noneHint : messages.tags.none}</p>
      )}
      <ReadOnlyNote reason={readOnly} />
      {tags.map((assigned) => (
        <TagNote key={assigned.lane} assigned={assigned} state={state} />
      ))}
    </>
  );
}

function TagNote({
  assigned: { tag, lane, status, error },
  state,
}: TagFieldProps & { readonly assigned: AssignedTag }) {
  const { dir } = useLocale();
  // That it was added is said already; only that it was not is news.
  const failed = status === 'failed' ? status : undefined;
  useSaveNews(tag.name, { status: failed, error, problem: undefined, conflict: undefined });
  if (status !== 'failed' && status !== 'waiting' && status !== 'unknown') return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div role="group" aria-label={plainText(tag.name, dir)} className="sbc-tag-note">
      <b>
        <bdi>{tag.name}</bdi>
      </b>
      <SaveNote
        status={status}
        error={error}
        onRetry={() => state.retryTag(lane)}
        onDiscard={() => state.discardTag(lane)}
        onCheck={state.retry}
      />
    </div>
  );
}
