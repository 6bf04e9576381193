import type { Contact } from '../../model/contact.ts';
import type { Deal, Pipeline } from '../../model/deal.ts';
import type { Member } from '../../model/member.ts';
import type { Subscriber, SubscriberRef } from '../../model/subscriber.ts';
import type { Tag } from '../../model/tag.ts';
import type { Variable } from '../../model/variable.ts';
import { AdapterError, type AdapterErrorOptions } from '../AdapterError.ts';
import { createFeed, type Feed } from './createFeed.ts';
import type { Row } from './pageOf.ts';
import { type Numbering, type Revisions, stampNew, stampNewField } from './revision.ts';

/** What a memory backend starts with. Copied: nothing is shared with it. */
export interface MemoryData {
  readonly subscribers?: readonly Subscriber[] | undefined;
  /** By subscriber id, in the order of the list. */
  readonly deals?: BySubscriber<readonly Deal[]> | undefined;
  /** The linked CRM contacts, by subscriber id. */
  readonly contacts?: BySubscriber<Contact> | undefined;
  /** CRM contacts that no subscriber is linked to yet: found as duplicates. */
  readonly otherContacts?: readonly Contact[] | undefined;
  /** The fields that a new contact has, besides names, phones and e-mail addresses. */
  readonly contactFields?: readonly Variable[] | undefined;
  readonly pipelines?: readonly Pipeline[] | undefined;
  readonly members?: readonly Member[] | undefined;
  /** The account's vocabulary. Tags that subscribers have belong to it anyway. */
  readonly tags?: readonly Tag[] | undefined;
}

/** By the id of the subscriber. */
export type BySubscriber<T> = ReadonlyMap<string, T> | { readonly [subscriberId: string]: T };

/** Who writes, and on what condition. */
export interface Write {
  readonly by?: string | undefined;
  readonly ifRevision?: number | undefined;
  /** May change what is read-only for the card. */
  readonly trusted?: boolean | undefined;
}

export interface Author {
  readonly by?: string | undefined;
  readonly at: string;
}

/** What is held. Items are replaced, never changed, so that an answer in the making stays what it was. */
export interface MemoryState extends Numbering {
  readonly now: () => number;
  readonly feed: Feed;
  readonly subscribers: Map<string, Subscriber>;
  readonly deals: Map<string, readonly Row<Deal>[]>;
  readonly contacts: Map<string, Contact>;
  /** Contact id by subscriber id. */
  readonly links: Map<string, string>;
  readonly contactFields: readonly Variable[];
  readonly pipelines: readonly Pipeline[];
  readonly members: ReadonlyMap<string, Member>;
  readonly tags: Map<string, Tag>;
  /** Who changed what has no place of its own for it: `tags:7`, `deal:7`, `contact:7`. */
  readonly authors: Map<string, Author>;
  lastId: number;
}

export function createMemoryState(data: MemoryData, revisions: Revisions, now: () => number): MemoryState {
  const { subscribers = [], otherContacts = [], contactFields = [], ...given } = copyOf(data);
  const deals = toMap(given.deals);
  const linked = toMap(given.contacts);
  const contacts = [...linked.values(), ...otherContacts];
  const state: MemoryState = {
    revisions,
    revision: highest(subscribers, contacts, [...deals.values()].flat()),
    now,
    feed: createFeed(),
    subscribers: new Map(),
    deals: new Map(),
    contacts: new Map(),
    links: new Map([...linked].map(([subscriberId, contact]) => [subscriberId, contact.id])),
    contactFields,
    pipelines: given.pipelines ?? [],
    members: byId(given.members ?? []),
    tags: byId([...(given.tags ?? []), ...subscribers.flatMap(({ tagging }) => tagging.tags)]),
    authors: new Map(),
    lastId: 0,
  };
  for (const subscriber of subscribers) {
    const variables = subscriber.variables.map((variable) => stampNewField(state, variable));
    const tagging = stampNewField(state, subscriber.tagging);
    state.subscribers.set(subscriber.id, stampNew(state, { ...subscriber, variables, tagging }));
  }
  for (const contact of contacts) state.contacts.set(contact.id, stampNew(state, contact));
  for (const [id, list] of deals) {
    state.deals.set(
      id,
      list.map((deal, position) => ({ position, item: stampNew(state, deal) })),
    );
  }
  return state;
}

export function findSubscriber(state: MemoryState, ref: SubscriberRef): Subscriber {
  const subscriber = state.subscribers.get(ref.id);
  if (!subscriber || (ref.channel !== undefined && ref.channel !== subscriber.channel)) {
    throw notFound('subscriber');
  }
  return subscriber;
}

export function notFound(resource: NonNullable<AdapterErrorOptions['resource']>): AdapterError {
  return new AdapterError('not-found', `There is no such ${resource}.`, { resource });
}

export function assertEditable(write: Write, ...locks: readonly (false | string | undefined)[]): void {
  const reason = locks.find((lock) => typeof lock === 'string');
  if (reason === undefined || write.trusted) return;
  throw new AdapterError('forbidden', 'This is read-only.', { reason });
}

/** Where revisions are per record, the record that a conflict or an answer carries. */
export function recordOf(state: MemoryState, ref: SubscriberRef): { readonly record?: Subscriber } {
  return state.revisions === 'record' ? { record: findSubscriber(state, ref) } : {};
}

export function sign(state: MemoryState, write: Write): Author {
  const at = new Date(state.now()).toISOString();
  return write.by === undefined ? { at } : { by: write.by, at };
}

export function nextId(state: MemoryState, kind: string, isTaken: (id: string) => boolean): string {
  do state.lastId += 1;
  while (isTaken(`${kind}-${state.lastId}`));
  return `${kind}-${state.lastId}`;
}

// Named one by one: the options that come with them are functions, which no clone can take.
function copyOf({
  subscribers,
  deals,
  contacts,
  otherContacts,
  contactFields,
  ...rest
}: MemoryData): MemoryData {
  const { pipelines, members, tags } = rest;
  return structuredClone({
    subscribers,
    deals,
    contacts,
    otherContacts,
    contactFields,
    pipelines,
    members,
    tags,
  });
}

function highest(
  subscribers: readonly Subscriber[],
  contacts: readonly Contact[],
  deals: readonly Deal[],
): number {
  const parts = subscribers.flatMap((subscriber) => [
    subscriber,
    subscriber.tagging,
    ...subscriber.variables,
  ]);
  return [...parts, ...contacts, ...deals].reduce((max, { revision = 0 }) => Math.max(max, revision), 0);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) if (!map.has(item.id)) map.set(item.id, item);
  return map;
}

function toMap<T>(items: BySubscriber<T> = {}): ReadonlyMap<string, T> {
  return items instanceof Map ? items : new Map(Object.entries(items));
}
