import type { Contact, ContactDraft, ContactPatch } from '../model/contact.ts';
import type { Deal, DealDraft, DealPatch, Pipeline } from '../model/deal.ts';
import type { FieldId } from '../model/field.ts';
import type { Member } from '../model/member.ts';
import type { Subscriber, SubscriberRef, Tagging } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { Variable, VariableValue } from '../model/variable.ts';

/**
 * What a host supplies: a plain object that talks to its backend. An optional method is a capability: what is
 * absent is not offered on the card. Every method rejects with an {@link AdapterError}; anything else that is
 * thrown counts as `unknown`.
 */
export interface DataAdapter {
  /** `true`: a creation sent twice with the same idempotency key happens once. */
  readonly idempotent?: boolean | undefined;

  getSubscriber(ref: SubscriberRef, context: ReadContext): Promise<Subscriber>;

  /** `null` clears. */
  setVariable?(
    ref: SubscriberRef,
    key: string,
    value: VariableValue,
    write: WriteContext,
  ): Promise<Written<Variable>>;

  /** The account's tags; `''` lists them. An answer to `''` without `nextCursor` is the whole vocabulary, and the card then filters by itself. */
  searchTags?(query: string, page: PageRequest, context: ReadContext): Promise<Page<Tag>>;
  addTag?(ref: SubscriberRef, tagId: string, write: WriteContext): Promise<Written<Tagging>>;
  removeTag?(ref: SubscriberRef, tagId: string, write: WriteContext): Promise<Written<Tagging>>;
  /** Creates the tag in the vocabulary and assigns it. */
  createTag?(ref: SubscriberRef, name: string, write: WriteContext): Promise<Written<Tagging>>;

  listPipelines?(context: ReadContext): Promise<readonly Pipeline[]>;
  searchMembers?(query: string, page: PageRequest, context: ReadContext): Promise<Page<Member>>;
  listDeals?(ref: SubscriberRef, page: PageRequest, context: ReadContext): Promise<Page<Deal>>;
  createDeal?(ref: SubscriberRef, draft: DealDraft, write: WriteContext): Promise<Deal>;
  updateDeal?(ref: SubscriberRef, dealId: string, patch: DealPatch, write: WriteContext): Promise<Deal>;
  deleteDeal?(ref: SubscriberRef, dealId: string, write: WriteContext): Promise<void>;

  /** `null`: no CRM contact is linked yet. */
  getContact?(ref: SubscriberRef, context: ReadContext): Promise<Contact | null>;
  createContact?(ref: SubscriberRef, draft: ContactDraft, write: WriteContext): Promise<Contact>;
  updateContact?(
    ref: SubscriberRef,
    contactId: string,
    patch: ContactPatch,
    write: WriteContext,
  ): Promise<Contact>;
  linkContact?(ref: SubscriberRef, contactId: string, write: WriteContext): Promise<Contact>;
  /** Contacts that have this e-mail address or phone number: duplicates, found while typing. */
  findContacts?(query: ContactQuery, context: ReadContext): Promise<readonly Contact[]>;

  /**
   * Live events of one subscriber. Returns what stops them.
   *
   * Tell `{ type: 'connection', state: 'open' }` when they flow, and `closed` when they do not: with each `open` the
   * card reads again what it has read before, since nobody tells what has happened between a read and the stream.
   * A stream that begins with all that has happened since two seconds before the call need not tell its first `open`.
   */
  subscribe?(ref: SubscriberRef, listener: (event: CardEvent) => void, context: ReadContext): () => void;
}

export interface ReadContext {
  /** Aborted when nobody waits for the answer any more, and when the call timed out. */
  readonly signal: AbortSignal;
}

export interface WriteContext extends ReadContext {
  /** The same on every retry of the same action of the operator. */
  readonly idempotencyKey: string;
  /**
   * Write only if the server still holds this revision, else reject with `conflict`: the field's revision where
   * fields have one, else the record's. Over HTTP this is If-Match.
   */
  readonly ifRevision?: number | undefined;
}

/** What the server holds after a write. */
export interface Written<T> {
  readonly value: T;
  /** The whole record with its revision. Required where revisions are per record: the next write needs it. */
  readonly record?: Subscriber | undefined;
}

export interface PageRequest {
  /** Opaque, from the `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextCursor?: string | undefined;
  readonly total?: number | undefined;
  readonly revision?: number | undefined;
}

export interface ContactQuery {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** The sections of the card that load, fail and retry alone. */
export type SectionName = 'subscriber' | 'deals' | 'contact';

/** What an event says about one field. The value of a tag is the `Tag`, or `null` when it was removed. */
export interface FieldNews {
  readonly value: unknown;
  readonly revision?: number | undefined;
  /** The name of who changed it. */
  readonly by?: string | undefined;
  /** RFC 3339. */
  readonly at?: string | undefined;
}

/**
 * News from the backend. An echo of the card's own write, a repeat and a late event are harmless where events
 * carry revisions.
 */
export type CardEvent =
  | { readonly type: 'changed'; readonly fields: { readonly [id in FieldId]?: FieldNews } }
  | {
      readonly type: 'subscriberChanged';
      /** Anything but what has fields of its own (variables, tags), which goes in `changed`. */
      readonly patch: Partial<Omit<Subscriber, 'id' | 'revision' | 'variables' | 'tagging'>>;
      readonly revision?: number | undefined;
    }
  | { readonly type: 'dealCreated'; readonly deal: Deal }
  | { readonly type: 'dealDeleted'; readonly id: string; readonly revision?: number | undefined }
  | { readonly type: 'contactLinked'; readonly contact: Contact }
  | { readonly type: 'contactUnlinked' }
  | { readonly type: 'subscriberDeleted' }
  /** "Something changed": the card reads the section again, or all of them. */
  | { readonly type: 'invalidated'; readonly section?: SectionName | undefined }
  /** An `open`, the first and each after a `closed`, makes the card read again what it may have missed. */
  | { readonly type: 'connection'; readonly state: 'open' | 'closed' };
