import { CancelledError, QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import { toAdapterError } from '../adapters/AdapterError.ts';
import type { CardEvent, SectionName } from '../adapters/DataAdapter.ts';
import { createBurst } from './createBurst.ts';
import { createSectionReads, type SectionReadsOptions, STALE_TIME } from './createSectionReads.ts';
import { listenToEvents } from './listenToEvents.ts';

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
  /** The page may have slept, or was not looked at: reads again what is not of now. */
  check(): void;
  /** Reads ahead, for a conversation that is likely to be opened. Never rejects. */
  prefetch(): Promise<void>;
  /** Reads a section once, or its next page, for a write that has to know it. Rejects with an `AdapterError`. */
  read(section: SectionName): Promise<void>;
  /** Reads the next page of deals. Rejects with an `AdapterError`. */
  loadMoreDeals(): Promise<void>;
  readonly isObserved: () => boolean;
}

export type CardSourceOptions = Omit<SectionReadsOptions, 'catchUp'>;

/** A section that somebody looks at. */
interface Watch {
  readonly observer: QueryObserver<number, Error, number, number, unknown[]>;
  readonly stop: () => void;
  count: number;
}

/** The news since a read that began so long before the events is brought by the stream: see `DataAdapter.subscribe`. */
const REPLAYED_TIME = 2_000;

export function createCardSource(options: CardSourceOptions): CardSource {
  const { store, getRef, getAdapter, connection, clock, queryClient, queryKey, onError } = options;
  const watches = new Map<SectionName, Watch>();
  /** Sections of which there was news while they were being read. */
  const outdated = new Set<SectionName>();
  const events = createBurst(clock, store.hear);
  const { toQuery, readMoreDeals, latest, isOlder } = createSectionReads({
    ...options,
    catchUp: events.flush,
  });
  let attention: AbortController | undefined;
  let listening: AbortController | undefined;

  async function read(section: SectionName): Promise<void> {
    const { dealCursor } = store.getState().confirmed;
    if (section === 'deals' && dealCursor !== undefined) return readMoreDeals(dealCursor, undefined);
    try {
      await queryClient.query(toQuery(section));
    } catch (thrown) {
      if (!(thrown instanceof CancelledError)) throw thrown;
      // Who looked has looked away, and the read that they shared was given up. The write still has to know.
      await read(section);
    }
  }

  function start(section: SectionName): Watch {
    const observer = new QueryObserver(queryClient, toQuery(section));
    let reported: unknown = null;
    const update = (result: QueryObserverResult<number>) => {
      const isReading = result.fetchStatus !== 'idle';
      const error = isReading || !result.error ? undefined : toAdapterError(result.error);
      store.setSection(section, { ...store.getState().sections[section], isReading, error });
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
    const key = [...queryKey, section];
    // Also where the read that follows is given up before its end.
    void queryClient.invalidateQueries({ queryKey: key, refetchType: 'none' });
    if (queryClient.getQueryState(key)?.fetchStatus === 'fetching') {
      // The answer on its way may be older than the news. Giving it up for each of many news would end in none.
      outdated.add(section);
    } else void watches.get(section)?.observer.refetch();
  }

  function refreshAll() {
    for (const section of Object.keys(store.getState().sections) as SectionName[]) refresh(section);
  }

  function check() {
    for (const section of watches.keys()) if (isOlder(section, STALE_TIME)) refresh(section);
  }

  function hear(event: Exclude<CardEvent, { type: 'connection' }>) {
    if (event.type !== 'invalidated') return events.take(event);
    if (event.section) refresh(event.section);
    else refreshAll();
  }

  function listen() {
    listening?.abort();
    listening = new AbortController();
    listenToEvents({
      adapter: getAdapter(),
      ref: getRef(),
      signal: listening.signal,
      clock,
      getState: store.getState,
      onEvent: hear,
      onGap: refreshAll,
      onSilence() {
        store.resume();
        check();
      },
      onError: (error) => onError(error, 'subscriber'),
    });
  }

  function open() {
    attention = new AbortController();
    // Else a read that waits for its next try in a hidden tab is never told that it is seen again.
    queryClient.mount();
    for (const section of latest.keys()) if (isOlder(section, REPLAYED_TIME)) refresh(section);
    listen();
  }

  function close() {
    attention?.abort();
    listening?.abort();
    events.flush();
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
      const before = new Map(latest);
      if (isSignIn && watches.size > 0) listen();
      for (const section of watches.keys()) {
        const isOfBefore = isSignIn && latest.get(section) === before.get(section);
        const isDue = isOfBefore || sections[section].error || (isProbe && section === 'subscriber');
        if (isDue) refresh(section);
      }
    },
    check,
    async prefetch() {
      await queryClient.query(toQuery('subscriber')).catch(() => {});
    },
    read,
    async loadMoreDeals() {
      const cursor = store.getState().confirmed.dealCursor;
      if (cursor === undefined) return;
      const signal = attention?.signal;
      try {
        await readMoreDeals(cursor, signal);
      } catch (thrown) {
        if (!signal?.aborted) throw toAdapterError(thrown);
      }
    },
    isObserved: () => watches.size > 0,
  };
}
