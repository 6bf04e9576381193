import { type QueryClient, QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import { type AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import { checkDeal, checkPage } from '../adapters/checkAnswer.ts';
import type { CardEvent, DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardStore } from './createCardStore.ts';
import type { Connection } from './createConnection.ts';
import { listenToEvents } from './listenToEvents.ts';
import { readSection } from './readSection.ts';

/** The reading side of one subscriber: its sections, and its live events. */
export interface CardSource {
  /** Reads a section, and live events, while somebody looks. Returns what ends it and aborts what is not wanted any more. */
  observe(section: SectionName): () => void;
  /** Reads a section again, now where somebody looks, else when somebody does. */
  refresh(section: SectionName): void;
  /** Reads ahead, for a conversation that is likely to be opened. Never rejects. */
  prefetch(): Promise<void>;
  /** Reads the next page of deals. Rejects with an `AdapterError`. */
  loadMoreDeals(): Promise<void>;
  readonly isObserved: () => boolean;
}

export interface CardSourceOptions {
  readonly store: CardStore;
  readonly getRef: () => SubscriberRef;
  readonly getAdapter: () => DataAdapter;
  readonly connection: Connection;
  readonly queryClient: QueryClient;
  readonly queryKey: readonly unknown[];
  readonly random: () => number;
  readonly onError: (error: AdapterError, section: SectionName) => void;
}

/** For how long a section that was just read is not read again. */
const STALE_TIME = 5_000;
const READ_RETRIES = 2;

export function createCardSource(options: CardSourceOptions): CardSource {
  const { store, getRef, getAdapter, connection, queryClient, queryKey, random, onError } = options;
  const observed = new Map<SectionName, { count: number; stop: () => void }>();
  let stopEvents: (() => void) | undefined;
  let wasClosed = false;

  function toQuery(section: SectionName) {
    return {
      queryKey: [...queryKey, section],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const since = store.tick();
        const report = (problem: AdapterError) => onError(problem, section);
        const news = await connection.call(
          (inner) => readSection(section, getAdapter(), getRef(), since, inner, report),
          signal,
        );
        if (news) store.learn(news);
        // The answer is in the store; the query only says when it came.
        return since;
      },
      staleTime: STALE_TIME,
      gcTime: 5 * 60_000,
      enabled: true,
      structuralSharing: false,
      networkMode: 'always',
      retry: (count: number, error: Error) => count < READ_RETRIES && isTransient(toAdapterError(error)),
      retryDelay: (count: number) => random() * 1000 * 2 ** count,
    } as const;
  }

  function show(section: SectionName, result: QueryObserverResult<number>) {
    const error = result.error ? toAdapterError(result.error) : undefined;
    const isKnown = isLoaded(store, section);
    store.setSection(section, {
      status: isKnown ? 'ready' : error && !result.isFetching ? 'failed' : 'loading',
      isRefreshing: isKnown && result.isFetching,
      error: result.isFetching ? undefined : error,
    });
    if (error?.code === 'not-found' && section === 'subscriber' && !result.isFetching) {
      store.learn({ type: 'subscriberDeleted' });
    }
  }

  function start(section: SectionName): () => void {
    const observer = new QueryObserver(queryClient, toQuery(section));
    let reported: unknown = null;
    const update = (result: QueryObserverResult<number>) => {
      show(section, result);
      if (result.error && result.error !== reported) onError(toAdapterError(result.error), section);
      reported = result.error;
    };
    const unsubscribe = observer.subscribe(update);
    update(observer.getCurrentResult());
    return unsubscribe;
  }

  function refresh(section: SectionName) {
    void queryClient.invalidateQueries({ queryKey: [...queryKey, section] });
  }

  function refreshAll() {
    void queryClient.invalidateQueries({ queryKey: [...queryKey] });
  }

  function hear(event: CardEvent) {
    switch (event.type) {
      case 'invalidated':
        return event.section ? refresh(event.section) : refreshAll();
      case 'connection':
        if (event.state === 'closed') wasClosed = true;
        else if (wasClosed) {
          wasClosed = false;
          refreshAll();
        }
        return;
      default:
        store.learn(event);
    }
  }

  function listen() {
    return listenToEvents({
      adapter: getAdapter(),
      ref: getRef(),
      getState: store.getState,
      onEvent: hear,
      onError: (error) => onError(error, 'subscriber'),
    });
  }

  return {
    observe(section) {
      const known = observed.get(section) ?? { count: 0, stop: () => {} };
      if (observed.size === 0) stopEvents = listen();
      observed.set(section, known);
      known.count += 1;
      if (known.count === 1) known.stop = start(section);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        known.count -= 1;
        if (known.count > 0) return;
        known.stop();
        observed.delete(section);
        if (observed.size > 0) return;
        stopEvents?.();
        stopEvents = undefined;
      };
    },
    refresh,
    async prefetch() {
      await queryClient.prefetchQuery(toQuery('subscriber'));
    },
    async loadMoreDeals() {
      const adapter = getAdapter();
      const cursor = store.getState().confirmed.dealCursor;
      if (!adapter.listDeals || cursor === undefined) return;
      const since = store.tick();
      const answer = await queryClient.fetchQuery({
        queryKey: [...queryKey, 'deals', cursor],
        queryFn: ({ signal }) =>
          connection.call(
            async (inner) => adapter.listDeals?.(getRef(), { cursor }, { signal: inner }),
            signal,
          ),
        staleTime: 0,
        gcTime: 0,
        networkMode: 'always',
        structuralSharing: false,
        retry: false,
      });
      const page = checkPage(checkDeal, answer, (problem) => onError(problem, 'deals'));
      store.learn({ type: 'deals', page, from: 'cursor', since });
    },
    isObserved: () => observed.size > 0,
  };
}

function isLoaded(store: CardStore, section: SectionName): boolean {
  const { subscriber, deals, contact } = store.getState().confirmed;
  switch (section) {
    case 'subscriber':
      return subscriber !== null;
    case 'deals':
      return deals !== null;
    case 'contact':
      return contact !== undefined;
  }
}

function isTransient({ code }: AdapterError): boolean {
  return ['offline', 'timeout', 'unavailable', 'rate-limited'].includes(code);
}
