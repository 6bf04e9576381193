import {
  CancelledError,
  type QueryClient,
  QueryObserver,
  type QueryObserverResult,
} from '@tanstack/query-core';
import { type AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import type { CardEvent, DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { SectionState } from './cardState.ts';
import type { Clock } from './clock.ts';
import type { CardStore } from './createCardStore.ts';
import type { Connection } from './createConnection.ts';
import { listenToEvents } from './listenToEvents.ts';
import { type Omitted, omit } from './omitted.ts';
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
  /** The page may have slept, or was not looked at: reads again what is not of now. */
  check(): void;
  /** Reads ahead, for a conversation that is likely to be opened. Never rejects. */
  prefetch(): Promise<void>;
  /** Reads a section once, for a write that has to know it. Rejects with an `AdapterError`. */
  read(section: SectionName): Promise<void>;
  /** Reads the next page of deals. Rejects with an `AdapterError`. */
  loadMoreDeals(): Promise<void>;
  readonly isObserved: () => boolean;
}

export interface CardSourceOptions {
  readonly store: CardStore;
  readonly getRef: () => SubscriberRef;
  readonly getAdapter: () => DataAdapter;
  readonly connection: Connection;
  readonly clock: Clock;
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

/** When a read began, and while which listening. */
interface Begin {
  readonly at: number;
  readonly listening: AbortController | undefined;
}

/** For how long a section that was just read is not read again. */
const STALE_TIME = 5_000;
/** The news since a read that began so long before the events is brought by the stream: see `DataAdapter.subscribe`. */
const REPLAYED_TIME = 2_000;

export function createCardSource(options: CardSourceOptions): CardSource {
  const { store, getRef, getAdapter, connection, clock, queryClient, queryKey, onError } = options;
  const watches = new Map<SectionName, Watch>();
  /** Sections of which there was news while they were being read. */
  const outdated = new Set<SectionName>();
  /** The read that a section is of, or that is on its way. */
  const begun = new Map<SectionName, Begin>();
  let attention: AbortController | undefined;
  let listening: AbortController | undefined;

  function setSection(section: SectionName, patch: Partial<SectionState>) {
    store.setSection(section, { ...store.getState().sections[section], ...patch });
  }

  /** Reads with `read`, which is told how, into the store. */
  async function learn(
    section: SectionName,
    omittedBefore: Omitted | undefined,
    read: (reading: Reading) => ReturnType<typeof readSection>,
    signal: AbortSignal | undefined,
  ) {
    const since = store.tick();
    let omitted = omittedBefore;
    const news = await connection.call((inner) => {
      const report: Reading['report'] = (problem, loss) => {
        if (loss === 'row') omitted = omit(omitted, section, problem.detail.path);
        onError(problem, section);
      };
      return read({ adapter: getAdapter(), ref: getRef(), since, signal: inner, report });
    }, signal);
    if (!news) return;
    store.learn(news);
    setSection(section, { omitted });
  }

  function toQuery(section: SectionName) {
    return {
      queryKey: [...queryKey, section],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const begin = { at: clock.now(), listening };
        begun.set(section, begin);
        try {
          await learn(section, undefined, (reading) => readSection(section, reading), signal);
        } catch (thrown) {
          if (begun.get(section) === begin) begun.delete(section);
          throw thrown;
        }
        // The answer is in the store; the query only says when it came.
        return begin.at;
      },
      staleTime: STALE_TIME,
      // Longer than it is fresh it would only hold the card of a client that is gone.
      gcTime: STALE_TIME,
    };
  }

  async function read(section: SectionName): Promise<void> {
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
      setSection(section, { isReading, error });
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

  /** Whether a section is of longer ago, or of a time that has not come yet: clocks jump. */
  function isOlder(section: SectionName, milliseconds: number): boolean {
    const age = clock.now() - (begun.get(section)?.at ?? Number.NEGATIVE_INFINITY);
    return age < 0 || age > milliseconds;
  }

  function check() {
    for (const section of watches.keys()) if (isOlder(section, STALE_TIME)) refresh(section);
  }

  function hear(event: Exclude<CardEvent, { type: 'connection' }>) {
    if (event.type !== 'invalidated') return store.hear(event);
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
    for (const section of begun.keys()) if (isOlder(section, REPLAYED_TIME)) refresh(section);
    listen();
  }

  function close() {
    attention?.abort();
    listening?.abort();
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
        const isOfBefore = isSignIn && begun.get(section)?.listening !== listening;
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
      const { omitted } = store.getState().sections.deals;
      try {
        await learn('deals', omitted, (reading) => readDeals(reading, cursor), signal);
      } catch (thrown) {
        if (!signal?.aborted) throw toAdapterError(thrown);
      }
    },
    isObserved: () => watches.size > 0,
  };
}
