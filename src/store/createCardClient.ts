import { QueryClient } from '@tanstack/query-core';
import { AdapterError } from '../adapters/AdapterError.ts';
import {
  checkContact,
  checkList,
  checkMember,
  checkPage,
  checkPipelines,
  checkTag,
} from '../adapters/checkAnswer.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { Pipeline } from '../model/deal.ts';
import type { Member } from '../model/member.ts';
import type { Subscriber, SubscriberRef } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { CardChange } from './cardState.ts';
import { type Clock, createRandomId, systemClock } from './clock.ts';
import { type CardSource, createCardSource } from './createCardSource.ts';
import { type CardStore, createCardStore } from './createCardStore.ts';
import { type Catalogue, createCatalogue } from './createCatalogue.ts';
import { type Connection, createConnection } from './createConnection.ts';

export interface CardClientOptions {
  readonly adapter: DataAdapter;
  /** For hosts that keep one; ours otherwise. */
  readonly queryClient?: QueryClient | undefined;
  readonly clock?: Clock | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
  readonly createId?: (() => string) | undefined;
  /** Milliseconds that an adapter call may take. Default 15,000. */
  readonly timeout?: number | undefined;
  /** Records that are known before the first read, such as those of a server-side render. */
  readonly initialData?: readonly Subscriber[] | undefined;
}

/** What the client tells its host. Each may be replaced at any time. */
export interface CardClientHandlers {
  /** A change of this client's own, once, after the server confirmed it. */
  onEvent?: ((event: CardHostEvent) => void) | undefined;
  /** What went wrong. Never carries a value. */
  onError?: ((problem: CardProblem) => void) | undefined;
  /** The backend answered 401. Writes wait until the promise resolves or `client.resume()` is called. */
  onUnauthorized?: (() => Promise<void> | void) | undefined;
}

export type CardHostEvent = CardChange & { readonly subscriber: SubscriberRef };

export interface CardProblem {
  readonly error: AdapterError;
  readonly subscriber?: SubscriberRef | undefined;
  readonly section?: SectionName | undefined;
}

/** One subscriber under one client. */
export interface Card {
  readonly store: CardStore;
  readonly source: CardSource;
  /** Passes another conversation of the same subscriber on to the adapter. */
  setConversation(conversationId: string | undefined): void;
}

/** The owner of all stores over one adapter. Two clients share nothing. */
export interface CardClient {
  readonly connection: Connection;
  readonly tags: Catalogue<Tag>;
  readonly members: Catalogue<Member>;
  readonly pipelines: Catalogue<Pipeline>;
  readonly handlers: CardClientHandlers;
  /** Whether the operator left a section open, over all subscribers. */
  readonly openSections: Map<string, boolean>;
  getAdapter(): DataAdapter;
  /** Used from the next call on. It must talk to the same account. */
  setAdapter(adapter: DataAdapter): void;
  /** The card of a subscriber; the same as long as it is looked at or has anything unsent. */
  getCard(ref: SubscriberRef): Card;
  /** Stands where no subscriber is selected. Knows nothing and reads nothing. */
  readonly noCard: Card;
  /** Reads ahead, for a conversation under the pointer. Never rejects. */
  prefetch(ref: SubscriberRef): Promise<void>;
  /** The operator has signed in again, or the network is back. */
  resume(): void;
  /** Contacts that have this address or number. Rejects with an `AdapterError`. */
  findContacts: NonNullable<DataAdapter['findContacts']>;
  /** Tells the host of a part of the card that broke while it was drawn. */
  reportCrash(thrown: unknown, place: Omit<CardProblem, 'error'>): void;
}

/** Cards that nobody looks at are kept up to this number, so that coming back shows them at once. */
const KEPT_CARDS = 100;
const TIMEOUT = 15_000;

export function createCardClient(options: CardClientOptions): CardClient {
  const {
    clock = systemClock,
    random = Math.random,
    createId = createRandomId,
    timeout = TIMEOUT,
    queryClient = new QueryClient(),
    initialData = [],
  } = options;
  let adapter = options.adapter;
  const handlers: CardClientHandlers = {};
  const cards = new Map<string, Card>();
  // The host's query client may be shared by two of ours, which are two worlds all the same.
  const queryKey = ['subscriber-card', createId()];
  const getAdapter = () => adapter;
  const report = (problem: CardProblem) => callSafely(handlers.onError, problem);

  const connection = createConnection({
    clock,
    timeout,
    onResume() {
      for (const { store, source } of cards.values()) {
        store.resume();
        const { sections } = store.getState();
        for (const name of Object.keys(sections) as SectionName[])
          if (sections[name].error) source.refresh(name);
      }
    },
    onUnauthorized: () => handlers.onUnauthorized?.(),
    onError: (error) => report({ error }),
  });

  function catalogue<T>(name: string, read: Parameters<typeof createCatalogue<T>>[0]['read']): Catalogue<T> {
    return createCatalogue({ queryClient, queryKey: [...queryKey, name], connection, read });
  }

  function createCard(first: SubscriberRef): Card {
    let ref = first;
    let source: CardSource | undefined;
    const onError = (error: AdapterError, section?: SectionName) =>
      report({ error, subscriber: ref, section });
    const getRef = () => ref;
    const store = createCardStore({
      getRef,
      getAdapter,
      connection,
      clock,
      random,
      createId,
      onChange: (change) => callSafely(handlers.onEvent, { ...change, subscriber: ref }),
      onError,
      invalidate: (section) => source?.refresh(section),
    });
    source = createCardSource({
      store,
      getRef,
      getAdapter,
      connection,
      queryClient,
      queryKey: [...queryKey, toKey(first)],
      random,
      onError,
    });
    return {
      store,
      source,
      setConversation(conversationId) {
        ref = { ...ref, conversationId };
      },
    };
  }

  function evict() {
    for (const [key, card] of cards) {
      if (cards.size <= KEPT_CARDS) return;
      if (!card.source.isObserved() && !hasUnsent(card.store)) cards.delete(key);
    }
  }

  function getCard(ref: SubscriberRef): Card {
    const key = toKey(ref);
    const card = cards.get(key) ?? createCard(ref);
    // Last in the map is the latest asked for.
    cards.delete(key);
    cards.set(key, card);
    evict();
    if (ref.conversationId !== undefined) card.setConversation(ref.conversationId);
    return card;
  }

  for (const subscriber of initialData) {
    getCard({ id: subscriber.id, channel: subscriber.channel }).store.learn({
      type: 'subscriber',
      subscriber,
    });
  }

  return {
    connection,
    handlers,
    openSections: new Map(),
    tags: catalogue('tags', async (query, page, signal) =>
      checkPage(checkTag, await methodOf(adapter, 'searchTags')(query, page, { signal }), (error) =>
        report({ error }),
      ),
    ),
    members: catalogue('members', async (query, page, signal) =>
      checkPage(checkMember, await methodOf(adapter, 'searchMembers')(query, page, { signal }), (error) =>
        report({ error }),
      ),
    ),
    pipelines: catalogue('pipelines', async (_query, _page, signal) => ({
      items: checkPipelines(await methodOf(adapter, 'listPipelines')({ signal }), (error) =>
        report({ error }),
      ),
    })),
    noCard: createCard({ id: '' }),
    getAdapter,
    setAdapter(next) {
      adapter = next;
    },
    getCard,
    prefetch: (ref) => getCard(ref).source.prefetch(),
    resume: connection.resume,
    async findContacts(query, { signal }) {
      const answer = await connection.call(
        (inner) => methodOf(adapter, 'findContacts')(query, { signal: inner }),
        signal,
      );
      return checkList(checkContact, answer, (error) => report({ error }));
    },
    reportCrash(thrown, place) {
      report({
        ...place,
        error: new AdapterError('unknown', 'A part of the card crashed.', { cause: thrown }),
      });
    },
  };
}

function toKey({ id, channel = '' }: SubscriberRef): string {
  return JSON.stringify([channel, id]);
}

function hasUnsent(store: CardStore): boolean {
  const { drafts, mutations } = store.getState();
  return drafts.size > 0 || mutations.lanes.size > 0 || mutations.conflicts.size > 0;
}

function methodOf<Method extends keyof DataAdapter>(
  adapter: DataAdapter,
  method: Method,
): NonNullable<DataAdapter[Method]> {
  const implementation = adapter[method];
  if (implementation === undefined) {
    throw new AdapterError('unsupported', `The adapter has no ${method}.`, { capability: method });
  }
  return (
    typeof implementation === 'function' ? implementation.bind(adapter) : implementation
  ) as NonNullable<DataAdapter[Method]>;
}

/** A handler of the host that throws must not stop what called it. */
function callSafely<T>(handler: ((argument: T) => void) | undefined, argument: T): void {
  try {
    handler?.(argument);
  } catch (thrown) {
    console.error(thrown);
  }
}
