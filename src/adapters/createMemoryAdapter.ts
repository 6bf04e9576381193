import type { Contact } from '../model/contact.ts';
import type { Deal } from '../model/deal.ts';
import type { Subscriber, SubscriberRef } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { CardEvent, DataAdapter, WriteContext, Written } from './DataAdapter.ts';
import { createContact, findContacts, getContact, linkContact, updateContact } from './memory/contacts.ts';
import {
  createGate,
  type Delay,
  type Fail,
  type FailNextOptions,
  type Gate,
  type MemoryCall,
  type MemoryMethod,
} from './memory/createGate.ts';
import {
  type BySubscriber,
  createMemoryState,
  findSubscriber,
  type MemoryData,
  type MemoryState,
  recordOf,
  type Write,
} from './memory/createMemoryState.ts';
import { createOperator, type MemoryOperator } from './memory/createOperator.ts';
import { createDeal, deleteDeal, listDeals, updateDeal } from './memory/deals.ts';
import { createDemoData, type DemoData } from './memory/demoData.ts';
import { searchMembers } from './memory/members.ts';
import type { Revisions } from './memory/revision.ts';
import type { SubscriberPatch } from './memory/subscribers.ts';
import { addTag, createTag, listTags, removeTag, searchTags } from './memory/tags.ts';
import { setVariable } from './memory/variables.ts';

export type {
  BySubscriber,
  Delay,
  DemoData,
  Fail,
  FailNextOptions,
  MemoryCall,
  MemoryData,
  MemoryMethod,
  MemoryOperator,
  Revisions,
  SubscriberPatch,
};
export { createDemoData };

export type Capability = Exclude<MemoryMethod, 'getSubscriber'>;

export interface MemoryAdapterOptions<Omitted extends Capability = never> extends MemoryData {
  /** Of each field (the default), of whole records only, or none. */
  readonly revisions?: Revisions | undefined;
  /** `true` (the default): a write sent again with its idempotency key gets the first answer and happens once. */
  readonly idempotent?: boolean | undefined;
  /** Milliseconds until an answer, for all methods or by method. Default `0`. */
  readonly delay?: Delay | undefined;
  /** Asked before each call is carried out: the error it returns is the answer. */
  readonly fail?: Fail | undefined;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Methods to leave out, to see the card of a backend that has less. */
  readonly omit?: readonly Omitted[] | undefined;
  /** Rows in a page where the card asks for no number. Default `20`. */
  readonly pageSize?: number | undefined;
  /** `true` (the default): the whole vocabulary in one answer, up to 10,000 tags. */
  readonly wholeVocabulary?: boolean | undefined;
  /** The name of the operator who works with the card, for "who changed it". */
  readonly operator?: string | undefined;
}

/** A complete adapter, and the backend behind it in your hands. */
export type MemoryAdapter<Omitted extends Capability = never> = Required<Omit<DataAdapter, Omitted>> & {
  readonly control: MemoryControl;
};

/** The other side: what the backend does, holds and hears. */
export interface MemoryControl {
  /** Every call so far, oldest first. */
  readonly calls: readonly MemoryCall[];
  readonly server: MemoryView;
  /** The next call of the method rejects with the error. Several queue up. */
  failNext(method: MemoryMethod, error: unknown, options?: FailNextOptions): void;
  /** Replaces the option `fail`. */
  setFail(fail: Fail | undefined): void;
  /** Replaces the option `delay`, for calls from now on. */
  setDelay(delay: Delay): void;
  /** Another operator, whose changes the card hears as live events. */
  actAs(name: string): MemoryOperator;
  /** The same backend for another operator, who works with a card of their own. */
  adapterFor(name: string): DataAdapter;
  /** Sends any event to whoever listens to the subscriber. */
  emit(ref: SubscriberRef, event: CardEvent): void;
  /** Ends the live connection: events are lost until it is back. */
  disconnect(): void;
  reconnect(): void;
}

/** What the backend holds now. Copies. */
export interface MemoryView {
  subscriber(ref: SubscriberRef): Subscriber | null;
  deals(ref: SubscriberRef): Deal[];
  contact(ref: SubscriberRef): Contact | null;
  tags(): Tag[];
}

const WHOLE_VOCABULARY = 10_000;

/**
 * Holds everything in memory, so that a page can be built before it has a backend.
 *
 * @example
 * ```ts
 * import { createDemoData, createMemoryAdapter } from 'subscriber-card/adapters/memory';
 *
 * const adapter = createMemoryAdapter({ ...createDemoData(), delay: 300 });
 * ```
 */
export function createMemoryAdapter<const Omitted extends Capability = never>(
  options: MemoryAdapterOptions<Omitted> = {},
): MemoryAdapter<Omitted> {
  const { revisions = 'field', idempotent = true, delay = 0, fail, now = () => Date.now() } = options;
  const { pageSize = 20, wholeVocabulary = true, operator, omit = [] } = options;
  const state = createMemoryState(options, revisions, now);
  const gate = createGate({ delay, fail, idempotent, now });

  const connect = (name: string | undefined): Required<DataAdapter> => ({
    idempotent,

    getSubscriber: (ref, context) =>
      gate.pass('getSubscriber', [ref], context, (ref) => findSubscriber(state, ref)),

    setVariable: (ref, key, value, write) =>
      gate.pass('setVariable', [ref, key, value], write, (ref, key, value) =>
        written(ref, setVariable(state, ref, key, value, by(name, write))),
      ),

    searchTags: (query, page, context) =>
      gate.pass('searchTags', [query, page], context, (query, page) =>
        query === '' && wholeVocabulary && state.tags.size <= WHOLE_VOCABULARY
          ? listTags(state)
          : searchTags(state, query, page, pageSize),
      ),
    addTag: (ref, tagId, write) =>
      gate.pass('addTag', [ref, tagId], write, (ref, tagId) =>
        written(ref, addTag(state, ref, tagId, by(name, write))),
      ),
    removeTag: (ref, tagId, write) =>
      gate.pass('removeTag', [ref, tagId], write, (ref, tagId) =>
        written(ref, removeTag(state, ref, tagId, by(name, write))),
      ),
    createTag: (ref, name, write) =>
      gate.pass('createTag', [ref, name], write, (ref, name) =>
        written(ref, createTag(state, ref, name, by(name, write))),
      ),

    listPipelines: (context) => gate.pass('listPipelines', [], context, () => state.pipelines),
    searchMembers: (query, page, context) =>
      gate.pass('searchMembers', [query, page], context, (query, page) =>
        searchMembers(state, query, page, pageSize),
      ),
    listDeals: (ref, page, context) =>
      gate.pass('listDeals', [ref, page], context, (ref, page) => listDeals(state, ref, page, pageSize)),
    createDeal: (ref, draft, write) =>
      gate.pass('createDeal', [ref, draft], write, (ref, draft) =>
        createDeal(state, ref, draft, by(name, write)),
      ),
    updateDeal: (ref, dealId, patch, write) =>
      gate.pass('updateDeal', [ref, dealId, patch], write, (ref, dealId, patch) =>
        updateDeal(state, ref, dealId, patch, by(name, write)),
      ),
    deleteDeal: (ref, dealId, write) =>
      gate.pass('deleteDeal', [ref, dealId], write, (ref, dealId) =>
        deleteDeal(state, ref, dealId, by(name, write)),
      ),

    getContact: (ref, context) => gate.pass('getContact', [ref], context, (ref) => getContact(state, ref)),
    createContact: (ref, draft, write) =>
      gate.pass('createContact', [ref, draft], write, (ref, draft) =>
        createContact(state, ref, draft, by(name, write)),
      ),
    updateContact: (ref, contactId, patch, write) =>
      gate.pass('updateContact', [ref, contactId, patch], write, (ref, contactId, patch) =>
        updateContact(state, ref, contactId, patch, by(name, write)),
      ),
    linkContact: (ref, contactId, write) =>
      gate.pass('linkContact', [ref, contactId], write, (ref, contactId) =>
        linkContact(state, ref, contactId, by(name, write)),
      ),
    findContacts: (query, context) =>
      gate.pass('findContacts', [query], context, (query) => findContacts(state, query)),

    subscribe(ref, listener, { signal }) {
      if (signal.aborted) return () => {};
      const stop = state.feed.subscribe(ref.id, listener);
      signal.addEventListener('abort', stop, { once: true });
      return () => {
        signal.removeEventListener('abort', stop);
        stop();
      };
    },
  });

  function by(name: string | undefined, { ifRevision }: WriteContext): Write {
    return { by: name, ifRevision };
  }

  function written<T>(ref: SubscriberRef, value: T): Written<T> {
    return { value, ...recordOf(state, ref) };
  }

  function adapterFor(name: string | undefined) {
    const isOffered = (method: string) => !omit.some((omitted) => omitted === method);
    const methods = Object.entries(connect(name)).filter(([method]) => isOffered(method));
    return Object.fromEntries(methods) as Required<Omit<DataAdapter, Omitted>>;
  }

  const control: MemoryControl = {
    ...createControl(state, gate),
    // What cannot be omitted is there.
    adapterFor: (name) => adapterFor(name) as unknown as DataAdapter,
  };
  return { ...adapterFor(operator), control };
}

function createControl(state: MemoryState, gate: Gate): Omit<MemoryControl, 'adapterFor'> {
  return {
    calls: gate.calls,
    server: {
      subscriber: (ref) => structuredClone(state.subscribers.get(ref.id) ?? null),
      deals: (ref) => structuredClone((state.deals.get(ref.id) ?? []).map(({ item }) => item)),
      contact: (ref) => structuredClone(state.contacts.get(state.links.get(ref.id) ?? '') ?? null),
      tags: () => structuredClone([...state.tags.values()]),
    },
    failNext: gate.failNext,
    setFail: gate.setFail,
    setDelay: gate.setDelay,
    actAs: (name) => createOperator(state, name),
    emit: (ref, event) => state.feed.emit(ref.id, event),
    disconnect: state.feed.disconnect,
    reconnect: state.feed.reconnect,
  };
}
