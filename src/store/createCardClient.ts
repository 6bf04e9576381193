import type { QueryClient } from '@tanstack/query-core';
import { AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import { checkSubscriber } from '../adapters/checkAnswer.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { Subscriber, SubscriberRef } from '../model/subscriber.ts';
import { callSafely } from './callSafely.ts';
import type { CardChange } from './cardState.ts';
import { type Clock, createRandomId, systemClock } from './clock.ts';
import { type Account, createAccount } from './createAccount.ts';
import { type CardSource, createCardSource } from './createCardSource.ts';
import { type CardStore, createCardStore } from './createCardStore.ts';
import { type Connection, createConnection } from './createConnection.ts';
import { createPersistence, type PersistenceState, type PersistOptions } from './createPersistence.ts';
import { createQueryClient } from './createQueryClient.ts';
import { createUnsaved } from './createUnsaved.ts';
import type { ReadableStore } from './ReadableStore.ts';
import { toUnsaved, type UnsavedChange } from './unsaved.ts';

export interface CardClientOptions {
  readonly adapter: DataAdapter;
  /** For hosts that keep one: its cache is used, not its defaults. */
  readonly queryClient?: QueryClient | undefined;
  readonly clock?: Clock | undefined;
  /** In [0, 1). */
  readonly random?: (() => number) | undefined;
  readonly createId?: (() => string) | undefined;
  /** Milliseconds that an adapter call may take. Default 15,000. */
  readonly timeout?: number | undefined;
  /** Records that are known before the first read, such as those of a server-side render. */
  readonly initialData?: readonly Subscriber[] | undefined;
  /** Keeps what is typed, and what is not sent, over a reload of the page. Off by default. */
  readonly persist?: PersistOptions | undefined;
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
  readonly getRef: () => SubscriberRef;
  /** Passes another conversation of the same subscriber on to the adapter. */
  setConversation(conversationId: string | undefined): void;
}

/** The owner of all stores over one adapter. Two clients share nothing. */
export interface CardClient {
  readonly connection: Connection;
  readonly handlers: CardClientHandlers;
  /** What has not reached the server yet, over all subscribers. */
  readonly unsaved: ReadableStore<ReadonlyMap<string, readonly UnsavedChange[]>>;
  /** How it stands with what outlives a reload. */
  readonly persistence: ReadableStore<PersistenceState>;
  getAdapter(): DataAdapter;
  /** Used from the next call on. It must talk to the same account. */
  setAdapter(adapter: DataAdapter): void;
  /** Reads ahead, for a conversation under the pointer. Never rejects. */
  prefetch(ref: SubscriberRef): Promise<void>;
  /** The operator has signed in again, or the network is back. */
  resume(): void;
  /** The page is seen again, and may have slept: what waits is tried, and what is not of now is read again. */
  wake(): void;
  /** Takes up what an earlier page has kept, and sends of it what may be sent. Later calls do nothing. */
  restore(): void;
  /** Writes what is to outlive a reload now: the page may go. */
  flush(): void;

  // For hooks and provider: what is internal is not in the types that are published.

  /** @internal */
  readonly tags: Account['tags'];
  /** @internal */
  readonly members: Account['members'];
  /** @internal */
  readonly pipelines: Account['pipelines'];
  /** @internal */
  readonly findContacts: Account['findContacts'];
  /** The card of a subscriber; the same as long as it is looked at or has anything unsent. @internal */
  getCard(ref: SubscriberRef): Card;
  /** The card of a subscriber who was asked for already. Changes nothing. @internal */
  findCard(ref: SubscriberRef): Card | undefined;
  /** Stands where no subscriber is selected. Knows nothing and reads nothing. @internal */
  readonly noCard: Card;
  /** Whether the operator left a section open, over all subscribers. @internal */
  readonly openSections: Map<string, boolean>;
  /** How many rows each part of a card had last, by messaging app: what is loading is drawn as long. @internal */
  readonly lastCounts: Map<string, number>;
  /** Tells the host of a part of the card that broke while it was drawn. @internal */
  reportCrash(thrown: unknown, place: Omit<CardProblem, 'error'>): void;
}

/** Cards that nobody looks at are kept up to this number, so that coming back shows them at once. */
const KEPT_CARDS = 100;
/** Milliseconds for which a card that was asked for may not be looked at yet. */
const RECENT = 60_000;
const TIMEOUT = 15_000;

export function createCardClient(options: CardClientOptions): CardClient {
  const {
    clock = systemClock,
    random = Math.random,
    createId = createRandomId,
    timeout = TIMEOUT,
    initialData = [],
  } = options;
  let adapter = options.adapter;
  const handlers: CardClientHandlers = {};
  /** The one asked for last stands last. */
  const cards = new Map<string, { readonly card: Card; readonly askedAt: number }>();
  // The host's query client may be shared by two of ours, which are two worlds all the same.
  const queryKey = ['subscriber-card', createId()];
  let cardCount = 0;
  const getAdapter = () => adapter;

  function report(problem: CardProblem) {
    // That is what `onUnauthorized` is for.
    if (problem.error.code !== 'unauthorized') callSafely(handlers.onError, problem);
  }

  const connection = createConnection({
    clock,
    random,
    timeout,
    onResume(isSignIn) {
      for (const { card } of cards.values()) {
        card.store.resume(isSignIn);
        card.source.resume(isSignIn);
      }
      for (const { state, retry } of [tags, members, pipelines]) if (state.getState().error) void retry();
    },
    onUnauthorized: () => handlers.onUnauthorized?.(),
    onError: (error) => report({ error }),
  });

  const queryClient = createQueryClient({ host: options.queryClient, connection, random });

  const account = createAccount({
    getAdapter,
    clock,
    connection,
    queryClient,
    queryKey,
    onError: (error) => report({ error }),
  });
  const { tags, members, pipelines } = account;
  const unsaved = createUnsaved();
  const persistence = createPersistence(options.persist, { clock, onError: (error) => report({ error }) });
  let isRestored = false;

  function toInitial({ id, channel }: SubscriberRef): Subscriber | undefined {
    // While something is drawn the host cannot be told.
    const later = (error: AdapterError) =>
      void clock.schedule(() => report({ error, subscriber: { id, channel } }), 0);
    try {
      const isMeant = (it: Subscriber) => it?.id === id && (channel === undefined || it.channel === channel);
      const given = initialData.find(isMeant);
      return given && checkSubscriber(given, later);
    } catch (thrown) {
      later(toAdapterError(thrown));
      return undefined;
    }
  }

  function tell(change: CardChange, subscriber: SubscriberRef) {
    const { items, isWhole } = tags.state.getState();
    // What was just created has to be found from now on, or it is created a second time.
    if (change.type === 'tagAdded' && isWhole && !items.some(({ id }) => id === change.tagId)) tags.refresh();
    callSafely(handlers.onEvent, { ...change, subscriber });
  }

  function createCard(first: SubscriberRef): Card {
    let ref = first;
    let source: CardSource | undefined;
    const onError = (error: AdapterError, section?: SectionName) =>
      report({ error, subscriber: ref, section });
    const getRef = () => ref;
    const store = createCardStore({
      getRef,
      initial: toInitial(first),
      getAdapter,
      connection,
      clock,
      random,
      createId,
      onChange: (change) => tell(change, ref),
      onError,
      invalidate: (section) => source?.refresh(section),
      read: async (section) => source?.read(section),
    });
    cardCount += 1;
    source = createCardSource({
      store,
      getRef,
      getAdapter,
      connection,
      clock,
      queryClient,
      // What was read for a card that is kept no longer says nothing to the next one of its subscriber.
      queryKey: [...queryKey, toKey(first), cardCount],
      onError,
    });
    return {
      store,
      source,
      getRef,
      setConversation(conversationId) {
        ref = { ...ref, conversationId };
      },
    };
  }

  /** Keeps account of what a card has not saved. */
  function follow(key: string, { store, getRef }: Card) {
    store.subscribe((next, previous) => {
      const isAsked = next.mutations !== previous.mutations;
      const isTyped = next.drafts !== previous.drafts;
      const isNamed = next.confirmed.subscriber !== previous.confirmed.subscriber;
      if (isAsked || isTyped || isNamed) unsaved.note(key, toUnsaved(getRef(), next));
      if (isAsked || isTyped) persistence.note(key, { getRef, getState: store.getState }, isAsked);
    });
  }

  function evict() {
    for (const [key, { card, askedAt }] of cards) {
      if (cards.size <= KEPT_CARDS || clock.now() - askedAt < RECENT) return;
      if (!card.source.isObserved() && !hasUnsent(card.store)) cards.delete(key);
    }
  }

  function getCard(ref: SubscriberRef): Card {
    const key = toKey(ref);
    const known = cards.get(key)?.card;
    const card = known ?? createCard(ref);
    if (!known) follow(key, card);
    cards.delete(key);
    cards.set(key, { card, askedAt: clock.now() });
    evict();
    if (ref.conversationId !== undefined) card.setConversation(ref.conversationId);
    return card;
  }

  return {
    connection,
    handlers,
    openSections: new Map(),
    lastCounts: new Map(),
    ...account,
    noCard: createCard({ id: '' }),
    getAdapter,
    setAdapter(next) {
      adapter = next;
    },
    getCard,
    findCard: (ref) => cards.get(toKey(ref))?.card,
    prefetch: (ref) => getCard(ref).source.prefetch(),
    resume: connection.resume,
    wake() {
      for (const { card } of cards.values()) {
        card.store.resume();
        card.source.check();
      }
    },
    unsaved: unsaved.state,
    persistence: persistence.state,
    restore() {
      if (isRestored) return;
      isRestored = true;
      for (const saved of persistence.load()) getCard(saved.subscriber).store.restore(saved);
    },
    flush: persistence.flush,
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
