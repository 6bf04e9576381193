'use client';
import { useMemo } from 'react';
import type { AdapterError } from '../adapters/AdapterError.ts';
import { isSameName } from '../i18n/isSameName.ts';
import { type Lane, parseFieldId, toFieldId } from '../model/field.ts';
import type { Tag } from '../model/tag.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';
import type { MutationStatus } from '../store/mutations.ts';
import { useCapability } from './useCapability.ts';
import { useLocale } from './useLocale.ts';
import { useReadOnly } from './useReadOnly.ts';
import { type Section, useSection } from './useSection.ts';
import { useSlice } from './useSlice.ts';

/** A tag of this subscriber, or one that is about to be. */
export interface AssignedTag {
  readonly tag: Tag;
  readonly lane: Lane;
  /** The fate of the last change, until it is confirmed. */
  readonly status: MutationStatus | undefined;
  readonly error: AdapterError | undefined;
  /** It is going: its removal was asked for and has failed. */
  readonly isRemoval: boolean;
  /** It has no id yet, and may be there already: whether it is must be known before it can be removed. */
  readonly isBeingCreated: boolean;
}

const plain = { status: undefined, error: undefined, isRemoval: false, isBeingCreated: false };

export interface TagsState extends Section {
  readonly tags: readonly AssignedTag[];
  /** `false`, or why nothing may be changed. */
  readonly readOnly: false | string;
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  readonly canCreate: boolean;
  readonly add: (tag: Tag) => void;
  readonly remove: (tag: Tag) => void;
  /** Creates a tag of this name and assigns it. */
  readonly create: (name: string) => void;
  readonly retry: () => void;
  readonly retryTag: (lane: Lane) => void;
  readonly discardTag: (lane: Lane) => void;
}

/** The tags of a subscriber. */
export function useTags(): TagsState {
  const section = useSection('subscriber');
  const readOnly = useReadOnly();
  const { locale } = useLocale();
  const { store } = useSubscriberContext().card;
  const confirmed = useCardStore((state) => state.confirmed.tags);
  const known = useSlice((state) => state.confirmed.tags.map((id) => tagOf(state, id)));
  const queues = useSlice((state) =>
    [...state.mutations.lanes].flatMap(([lane, queue]) =>
      isTagLane(lane, queue.head.action.type) ? [queue] : [],
    ),
  );
  const tags = useMemo(() => {
    const assigned = new Map<string, AssignedTag>();
    confirmed.forEach((id, place) => {
      const tag = known[place];
      const lane = toFieldId({ kind: 'tag', id }) as Lane;
      if (tag) assigned.set(id, { ...plain, tag, lane });
    });
    for (const { head, behind } of queues) {
      const { lane, status, error } = head;
      const action = (behind ?? head).action;
      if (action.type === 'createTag') {
        const tag = { id: lane, name: action.name };
        const isBeingCreated =
          status === 'queued' || status === 'sent' || (status === 'waiting' && head.wasSent);
        // Its event may come before its answer.
        const isThere = [...assigned.values()].some((it) => isSameName(it.tag.name, tag.name, locale));
        if (isBeingCreated && isThere) continue;
        assigned.set(lane, { ...plain, tag, lane, status, error, isBeingCreated });
      }
      if (action.type !== 'set') continue;
      for (const [fieldId, { value, base, past }] of action.changes) {
        const field = parseFieldId(fieldId);
        if (field?.kind !== 'tag') continue;
        const isRemoval = value === null;
        // Added in vain and then removed, it is known by what was asked for before.
        const tag = [value, assigned.get(field.id)?.tag, base, ...past].find(Boolean) as Tag | undefined;
        if (isRemoval && status !== 'failed') assigned.delete(field.id);
        else if (tag) assigned.set(field.id, { ...plain, tag, lane, status, error, isRemoval });
      }
    }
    return [...assigned.values()];
  }, [confirmed, known, queues, locale]);
  const isFree = readOnly === false;
  const canAdd = useCapability('addTag') && isFree;
  const canRemove = useCapability('removeTag') && isFree;
  const canCreate = useCapability('createTag') && isFree;
  const verbs = useMemo(
    () => ({
      add: (tag: Tag) => store.mutate(new Map([[toFieldId({ kind: 'tag', id: tag.id }), tag]])),
      remove: (tag: Tag) => store.mutate(new Map([[toFieldId({ kind: 'tag', id: tag.id }), null]])),
      create: (name: string) => store.createTag(name.trim()),
      retryTag: (lane: Lane) => store.retry(lane),
      discardTag: (lane: Lane) => store.discard(lane),
    }),
    [store],
  );
  return { ...section, tags, readOnly, canAdd, canRemove, canCreate, ...verbs };
}

function tagOf({ confirmed }: CardState, id: string): Tag | null | undefined {
  return confirmed.fields.get(toFieldId({ kind: 'tag', id }))?.value as Tag | null | undefined;
}

function isTagLane(lane: Lane, action: string): boolean {
  return lane.startsWith('tag:') || action === 'createTag';
}
