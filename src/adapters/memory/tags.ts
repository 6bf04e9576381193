import { toFieldId } from '../../model/field.ts';
import type { SubscriberRef, Tagging } from '../../model/subscriber.ts';
import type { Tag } from '../../model/tag.ts';
import type { Page, PageRequest } from '../DataAdapter.ts';
import {
  assertEditable,
  findSubscriber,
  type MemoryState,
  nextId,
  notFound,
  recordOf,
  sign,
  type Write,
} from './createMemoryState.ts';
import { fold } from './fold.ts';
import { invalid } from './invalid.ts';
import { pageOf, toRows } from './pageOf.ts';
import { assertRevision, stamp, stampField } from './revision.ts';

export function searchTags(state: MemoryState, query: string, page: PageRequest, size: number): Page<Tag> {
  const wanted = fold(query.trim());
  const rows = toRows(state.tags.values()).filter(({ item }) => fold(item.name).includes(wanted));
  return pageOf(rows, page, size);
}

/** The vocabulary as one page. */
export function listTags(state: MemoryState): Page<Tag> {
  return { items: [...state.tags.values()], total: state.tags.size };
}

export function addTag(state: MemoryState, ref: SubscriberRef, tagId: string, write: Write): Tagging {
  const { tagging } = findSubscriber(state, ref);
  if (tagging.tags.some(({ id }) => id === tagId)) return tagging;
  const tag = state.tags.get(tagId);
  if (!tag) throw notFound('tag');
  return putTags(state, ref, [...tagging.tags, tag], tag, true, write);
}

export function removeTag(state: MemoryState, ref: SubscriberRef, tagId: string, write: Write): Tagging {
  const { tagging } = findSubscriber(state, ref);
  const tag = tagging.tags.find(({ id }) => id === tagId);
  if (!tag) return tagging;
  return putTags(
    state,
    ref,
    tagging.tags.filter((other) => other !== tag),
    tag,
    false,
    write,
  );
}

/** A name that is taken, but for case and composition, means the tag that has it. */
export function createTag(state: MemoryState, ref: SubscriberRef, name: string, write: Write): Tagging {
  const { readOnly } = findSubscriber(state, ref);
  assertEditable(write, readOnly);
  const wanted = name.trim();
  if (wanted === '') throw invalid([{ path: 'name', message: 'A tag needs a name.' }]);
  const twin = [...state.tags.values()].find((tag) => fold(tag.name) === fold(wanted));
  if (twin) return addTag(state, ref, twin.id, write);
  const id = nextId(state, 'tag', (taken) => state.tags.has(taken));
  state.tags.set(id, { id, name: wanted });
  return addTag(state, ref, id, write);
}

function putTags(
  state: MemoryState,
  ref: SubscriberRef,
  tags: readonly Tag[],
  changed: Tag,
  isAssigned: boolean,
  write: Write,
): Tagging {
  const subscriber = findSubscriber(state, ref);
  assertEditable(write, subscriber.readOnly);
  const author = sign(state, write);
  const place = `tags:${ref.id}`;
  assertRevision(write.ifRevision, subscriber.tagging.revision ?? subscriber.revision, () => ({
    current: subscriber.tagging,
    ...state.authors.get(place),
    ...recordOf(state, ref),
  }));
  const tagging = stampField(state, { ...subscriber.tagging, tags });
  const record = stamp(state, { ...subscriber, tagging });
  state.subscribers.set(ref.id, record);
  state.authors.set(place, author);
  const news = {
    value: isAssigned ? changed : null,
    revision: tagging.revision ?? record.revision,
    ...author,
  };
  state.feed.emit(ref.id, {
    type: 'changed',
    fields: { [toFieldId({ kind: 'tag', id: changed.id })]: news },
  });
  return tagging;
}
