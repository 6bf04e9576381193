import type { CardEvent, FieldNews, Page, SectionName } from '../adapters/DataAdapter.ts';
import type { Contact } from '../model/contact.ts';
import type { Deal } from '../model/deal.ts';
import type { FieldId, Lane } from '../model/field.ts';
import type { Subscriber, Tagging } from '../model/subscriber.ts';
import type { Variable } from '../model/variable.ts';

/** The subscriber without what has fields of its own. */
export type SubscriberFacts = Omit<Subscriber, 'revision' | 'variables' | 'tagging'>;
/** The deal without its fields. */
export type DealFacts = Pick<Deal, 'id' | 'status' | 'url' | 'number' | 'createdAt' | 'updatedAt'>;
/** The contact without its fields; `fields` says which others there are. */
export type ContactFacts = Pick<Contact, 'id' | 'url' | 'fields'>;

/** What the server last said of one field. */
export interface ConfirmedField {
  readonly value: unknown;
  readonly revision?: number | undefined;
  /** The revision is the field's own, not its record's: it is what guards a write. */
  readonly ownRevision: boolean;
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  /** When this was heard, on the store's own logical clock. Orders what carries no revision. */
  readonly tick: number;
}

/** The join of everything the server ever told about one subscriber. */
export interface Confirmed {
  readonly tick: number;
  /** `null` until the first whole answer. */
  readonly subscriber: SubscriberFacts | null;
  readonly deleted: boolean;
  readonly deletedTick: number;
  readonly variables: readonly Variable[];
  /** What variables were called that are gone: somebody may have been typing into one. */
  readonly formerLabels: ReadonlyMap<string, string>;
  /** Ids of the assigned tags, in the server's order. */
  readonly tags: readonly string[];
  /** Before the first list answer: those that were heard of by events. */
  readonly deals: readonly DealFacts[];
  /** A list has been answered, so that what does not stand in `deals` is not there, or on a further page. */
  readonly hasDealList: boolean;
  /** When the list was heard last. */
  readonly dealListTick: number;
  readonly dealCursor?: string | undefined;
  readonly dealTotal?: number | undefined;
  /** `undefined` until the first answer, `null` where none is linked. */
  readonly contact: ContactFacts | null | undefined;
  readonly fields: ReadonlyMap<FieldId, ConfirmedField>;
  /** Revisions of whole records. They advance from whole records only: a single-field event may follow a lost one. */
  readonly revisions: ReadonlyMap<RecordId, number>;
  readonly facts: ReadonlyMap<string, ConfirmedField>;
  readonly contactTick: number;
  readonly deletedDeals: ReadonlyMap<
    string,
    { readonly revision?: number | undefined; readonly tick: number }
  >;
}

export type RecordId = 'subscriber' | 'tagging' | Lane;

/**
 * Something that the server told. `since` is the tick at which the read began: what has been heard after that
 * and carries no revision is not touched by the answer.
 */
export type News =
  | { readonly type: 'subscriber'; readonly subscriber: Subscriber; readonly since?: number | undefined }
  | { readonly type: 'variable'; readonly variable: Variable }
  | { readonly type: 'tagging'; readonly tagging: Tagging }
  | {
      readonly type: 'deals';
      readonly page: Page<Deal>;
      readonly from: 'start' | 'cursor';
      readonly since: number;
    }
  | ({ readonly type: 'deal'; readonly deal: Deal } & Provenance)
  | ({
      readonly type: 'contact';
      readonly contact: Contact | null;
      readonly since?: number | undefined;
    } & Provenance)
  | LiveNews;

/** A live event that says what has changed. */
export type LiveNews = Exclude<CardEvent, { type: 'invalidated' | 'connection' }>;

/** Who changed it, and when (RFC 3339). */
export type Provenance = Pick<FieldNews, 'by' | 'at'>;

export const nothingConfirmed: Confirmed = {
  tick: 0,
  subscriber: null,
  deleted: false,
  deletedTick: 0,
  variables: [],
  formerLabels: new Map(),
  tags: [],
  deals: [],
  hasDealList: false,
  dealListTick: 0,
  contact: undefined,
  fields: new Map(),
  revisions: new Map(),
  facts: new Map(),
  contactTick: 0,
  deletedDeals: new Map(),
};

/** Whether there is an answer for a section to show. */
export function isKnown({ subscriber, hasDealList, contact }: Confirmed, section: SectionName): boolean {
  switch (section) {
    case 'subscriber':
      return subscriber !== null;
    case 'deals':
      return hasDealList;
    case 'contact':
      return contact !== undefined;
  }
}
