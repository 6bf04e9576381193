'use client';
import { forwardRef, type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useTagSearch } from '../hooks/useTagSearch.ts';
import type { TagsState } from '../hooks/useTags.ts';
import { plainText } from '../i18n/format.ts';
import { isSameName } from '../i18n/isSameName.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { useAnnounce } from '../ui/LiveRegion.tsx';

export interface TagInputProps {
  readonly state: TagsState;
  /** All the tags: the list stands under them, and is as wide. */
  readonly listAnchorRef: RefObject<HTMLElement | null>;
  /** A tag was chosen: it will stand last. */
  readonly onChoose: () => void;
  /** Back from the empty field: the chips are next. */
  readonly onLeaveToChips: () => void;
}

/** The field "Add tag": finds tags of the account, picks and unpicks them, and creates new ones. */
export const TagInput = forwardRef<HTMLInputElement, TagInputProps>(function TagInput(
  { state, listAnchorRef, onChoose, onLeaveToChips },
  ref,
) {
  const { tags, canRemove, canCreate } = state;
  const {
    messages: { tags: messages, section },
    dir,
    locale,
  } = useLocale();
  const announce = useAnnounce();
  const [query, setQuery] = useState('');
  const [isWanted, setIsWanted] = useState(false);
  const { items, isLoading, error, hasExactMatch } = useTagSearch(query, isWanted);
  const name = query.trim();

  const assigned = useMemo(() => new Set(tags.map(({ tag }) => tag.id)), [tags]);
  const isAssigned = useMemo(
    () => tags.some(({ tag }) => isSameName(tag.name, name, locale)),
    [tags, name, locale],
  );

  function toggle(id: string) {
    const tag = items.find((item) => item.id === id);
    if (!tag) return;
    const isRemoval = assigned.has(id);
    onChoose();
    if (isRemoval) state.remove(tag);
    else state.add(tag);
    setQuery('');
    const say = isRemoval ? messages.removed : messages.added;
    announce(say(plainText(tag.name, dir), tags.length + (isRemoval ? -1 : 1)));
  }

  function create() {
    onChoose();
    state.create(name);
    setQuery('');
    announce(messages.added(plainText(name, dir), tags.length + 1));
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === back && query === '' && !event.nativeEvent.isComposing) onLeaveToChips();
  }

  const isNew = canCreate && name !== '' && !isLoading && !hasExactMatch && !isAssigned;
  return (
    <Combobox
      ref={ref}
      className="sbc-tag-input"
      anchorRef={listAnchorRef}
      label={messages.add}
      placeholder={messages.add}
      inputValue={query}
      onInputChange={setQuery}
      options={items}
      pickedIds={assigned}
      disabledIds={canRemove ? undefined : assigned}
      onToggle={toggle}
      createOption={isNew ? { label: messages.create(plainText(name, dir)), onCreate: create } : null}
      loading={isLoading}
      loadingText={messages.searching}
      failedText={section.notFetched}
      emptyText={
        error ? messages.searchFailed : name ? messages.noMatch(plainText(name, dir)) : messages.noVocabulary
      }
      statusText={isLoading ? undefined : messages.available(items.length)}
      onKeyDown={handleKeyDown}
      onBackspaceEmpty={onLeaveToChips}
      onIntent={() => setIsWanted(true)}
      // What could not be read is asked for again with the next opening.
      onOpenChange={(isOpen) => setIsWanted(isOpen || !error)}
    />
  );
});
