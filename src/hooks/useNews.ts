'use client';
import { useEffect, useRef } from 'react';
import { plainText } from '../i18n/format.ts';
import { type FieldId, isSameValue, toFieldId } from '../model/field.ts';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';
import { hasConflict } from '../store/conflict.ts';
import { CONTACT_CREATION, mutationOf } from '../store/mutations.ts';
import { toConflictTopic } from './toConflictTopic.ts';
import { useFieldLabel } from './useFieldLabel.ts';
import { useLocale } from './useLocale.ts';

/**
 * Calls with a sentence for each change that somebody else has made. `topic` is that of the row, which may say more of
 * the same: that it meets a change made here.
 */
export function useNews(onNews: (sentence: string, topic?: string) => void): void {
  const { store } = useSubscriberContext().card;
  const { messages, dir } = useLocale();
  const toLabel = useFieldLabel();
  const listener = useRef(onNews);
  useEffect(() => {
    listener.current = onNews;
  });

  useEffect(() => {
    return store.subscribe((next, previous) => {
      if (next.confirmed === previous.confirmed) return;
      for (const { id, by } of toForeignChanges(next, previous)) {
        const who = by === undefined ? undefined : plainText(by, dir);
        const label = plainText(toLabel(id), dir);
        const topic = hasConflict(next, id) ? toConflictTopic(label) : undefined;
        listener.current(messages.news.changed(label, who), topic);
      }
      for (const name of toNewDeals(next, previous)) {
        listener.current(messages.news.dealAdded(plainText(name, dir)));
      }
      for (const name of toGoneDeals(next, previous)) {
        listener.current(messages.news.dealRemoved(plainText(name, dir)));
      }
    });
  }, [store, messages, dir, toLabel]);
}

interface ForeignChange {
  readonly id: FieldId;
  readonly by: string | undefined;
}

function toForeignChanges(next: CardState, previous: CardState): ForeignChange[] {
  const changes: ForeignChange[] = [];
  for (const [id, field] of next.confirmed.fields) {
    const before = previous.confirmed.fields.get(id);
    if (before === field || mutationOf(previous.mutations, id)) continue;
    // What was not known before is an answer, and not news; but a tag is a field only once somebody adds it.
    const isNew = before === undefined && !(id.startsWith('tag:') && previous.confirmed.subscriber);
    if (isNew || isSameValue(id, before?.value ?? null, field.value)) continue;
    if (id.startsWith('tag:') && has(previous, 'createTag')) continue;
    changes.push({ id, by: field.by });
  }
  const [contact, contactBefore] = [next.confirmed.contact, previous.confirmed.contact];
  const isOurs = previous.mutations.lanes.has(CONTACT_CREATION);
  if (contact && contactBefore === null && !isOurs) {
    const id = toFieldId({ kind: 'contact', id: contact.id, name: 'firstName' });
    changes.push({ id, by: next.confirmed.fields.get(id)?.by });
  }
  return changes;
}

/** Those that came in front: at the end stand the rows of another page. */
function toNewDeals(next: CardState, previous: CardState): string[] {
  const { deals: known, hasDealList } = previous.confirmed;
  const { deals } = next.confirmed;
  if (!hasDealList || known === deals || has(previous, 'createDeal')) return [];
  const ids = new Set(known.map(({ id }) => id));
  const end = deals.findIndex(({ id }) => ids.has(id));
  const added = deals.slice(0, end < 0 ? deals.length : end);
  return added.map(({ id }) => nameOf(next, id));
}

function toGoneDeals(next: CardState, previous: CardState): string[] {
  if (next.confirmed.deletedDeals === previous.confirmed.deletedDeals || has(previous, 'deleteDeal'))
    return [];
  const gone = previous.confirmed.deals.filter(
    ({ id }) => next.confirmed.deletedDeals.has(id) && !previous.confirmed.deletedDeals.has(id),
  );
  return gone.map(({ id }) => nameOf(previous, id));
}

function has({ mutations }: CardState, type: string): boolean {
  return [...mutations.lanes.values()].some(({ head }) => head.action.type === type);
}

function nameOf({ confirmed }: CardState, id: string): string {
  const name = confirmed.fields.get(toFieldId({ kind: 'deal', id, name: 'name' }))?.value;
  return typeof name === 'string' ? name : '';
}
