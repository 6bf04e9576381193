import { type QueryClient, QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import { type AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import type { CardEvent, DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardStore } from './createCardStore.ts';
import type { Connection } from './createConnection.ts';
import { listenToEvents } from './listenToEvents.ts';
import { type Reading, readDeals, readSection } from './readSection.ts';

/** The reading side of one subscriber: its sections, and its live events. */
export interface CardSource {
  /** Reads a section, and live events, while somebody looks. Returns what ends it and aborts what is not wanted any more. */
  observe(section: SectionName): () => void;
  /** There is news of a section: reads it again, now where somebody looks, else when somebody does. */
  refresh(section: SectionName): void;
  /** Reads a section anew for somebody who waits: a read that hangs is given up. */
  reload(section: SectionName): void;
  /** Reads again what could not be read. After a sign-in the live events begin again too. */
  resume(isSignIn: boolean): void;
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
  readonly onError: (error: AdapterError, section: SectionName) => void;
}

/** A section that somebody looks at. */
interface Watch {
  readonly observer: QueryObserver<number, Error, number, number, unknown[]>;
  readonly stop: () => void;
  count: number;
}

/** For how long a section that was just read is not read again. */
const STALE_TIME = 5_000;

export function createCardSource(options: CardSourceOptions): CardSource {
  const { store, getRef, getAdapter, connection, queryClient, queryKey, onError } = options;
  const watches = new Map<SectionName, Watch>();
  /** Sections of which there was news while they were being read. */
  const outdated = new Set<SectionName>();
  let attention: AbortController | undefined;
  let stopEvents: (() => void) | undefined;
  let wasClosed = false;

  function toReading(section: SectionName, signal: AbortSignal, since: number): Reading {
    const report = (problem: AdapterError) => onError(problem, section);
    return { adapter: getAdapter(), ref: getRef(), since, signal, report };
  }

  function toQuery(section: SectionName) {
    return {
      queryKey: [...queryKey, section],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const since = store.tick();
        const news = await connection.call(
          (inner) => readSection(section, toReading(section, inner, since)),
          signal,
        );
        if (news) store.learn(news);
        // The answer is in the store; the query only says when it came.
        return since;
      },
      staleTime: STALE_TIME,
    };
  }

  function start(section: SectionName): Watch {
    const observer = new QueryObserver(queryClient, toQuery(section));
    let reported: unknown = null;
    const update = (result: QueryObserverResult<number>) => {
      const isReading = result.fetchStatus !== 'idle';
      const error = isReading || !result.error ? undefined : toAdapterError(result.error);
      store.setSection(section, { isReading, error });
      if (error && result.error !== reported) {
        reported = result.error;
        onError(error, section);
        if (error.code === 'not-found' && section === 'subscriber')
          store.learn({ type: 'subscriberDeleted' });
      }
      if (!isReading && outdated.delete(section)) void observer.refetch();
    };
    const stop = observer.subscribe(update);
    update(observer.getCurrentResult());
    return { observer, stop, count: 0 };
  }

  function refresh(section: SectionName) {
    const watch = watches.get(section);
    if (!watch) {
      void queryClient.invalidateQueries({ queryKey: [...queryKey, section], refetchType: 'none' });
    } else if (watch.observer.getCurrentResult().fetchStatus === 'fetching') {
      // The answer on its way may be older than the news. Giving it up for each of many news would end in none.
      outdated.add(section);
    } else void watch.observer.refetch();
  }

  function refreshAll() {
    for (const section of Object.keys(store.getState().sections) as SectionName[]) refresh(section);
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
    stopEvents?.();
    wasClosed = false;
    stopEvents = listenToEvents({
      adapter: getAdapter(),
      ref: getRef(),
      getState: store.getState,
      onEvent: hear,
      onError: (error) => onError(error, 'subscriber'),
    });
  }

  function open() {
    attention = new AbortController();
    // Else a read that waits for its next try in a hidden tab is never told that it is seen again.
    queryClient.mount();
    listen();
  }

  function close() {
    attention?.abort();
    stopEvents?.();
    stopEvents = undefined;
    queryClient.unmount();
    // Nobody listens any more: who comes back is shown this at once, and what has changed since soon.
    void queryClient.invalidateQueries({ queryKey: [...queryKey], refetchType: 'none' });
  }

  return {
    observe(section) {
      if (watches.size === 0) open();
      const watch = watches.get(section) ?? start(section);
      watches.set(section, watch);
      watch.count += 1;
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        watch.count -= 1;
        if (watch.count > 0) return;
        watch.stop();
        watches.delete(section);
        if (watches.size === 0) close();
      };
    },
    refresh,
    reload(section) {
      const observer = watches.get(section)?.observer;
      if (!observer) return refresh(section);
      outdated.delete(section);
      void observer.getCurrentQuery().cancel({ silent: true });
      void observer.refetch();
    },
    resume(isSignIn) {
      const { sections } = store.getState();
      const isProbe = !connection.state.getState().online;
      if (isSignIn && watches.size > 0) listen();
      for (const section of watches.keys()) {
        const isDue = isSignIn || sections[section].error || (isProbe && section === 'subscriber');
        if (isDue) refresh(section);
      }
    },
    async prefetch() {
      await queryClient.query(toQuery('subscriber')).catch(() => {});
    },
    async loadMoreDeals() {
      const cursor = store.getState().confirmed.dealCursor;
      if (cursor === undefined) return;
      const since = store.tick();
      const signal = attention?.signal;
      try {
        const read = (inner: AbortSignal) => readDeals(toReading('deals', inner, since), cursor);
        const news = await connection.call(read, signal);
        if (news) store.learn(news);
      } catch (thrown) {
        if (!signal?.aborted) throw toAdapterError(thrown);
      }
    },
    isObserved: () => watches.size > 0,
  };
}
