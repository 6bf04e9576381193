import type { QueryClient } from '@tanstack/query-core';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Clock } from './clock.ts';
import type { News } from './confirmed.ts';
import type { CardStore } from './createCardStore.ts';
import type { Connection } from './createConnection.ts';
import { type Omitted, omit } from './omitted.ts';
import { type Reading, readDeals, readSection } from './readSection.ts';

export interface SectionReadsOptions {
  readonly store: CardStore;
  readonly getRef: () => SubscriberRef;
  readonly getAdapter: () => DataAdapter;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly queryClient: QueryClient;
  readonly queryKey: readonly unknown[];
  readonly onError: (error: AdapterError, section: SectionName) => void;
  /** Lets the store know what was heard so far: it comes before a read, and before its answer. */
  readonly catchUp: () => void;
}

/** How the sections of a subscriber come into its store. */
export interface SectionReads {
  /** The query that reads a section. Its data says no more than when that was. */
  toQuery(section: SectionName): SectionQuery;
  /** Reads the page of deals at a cursor. */
  readMoreDeals(cursor: string, signal: AbortSignal | undefined): Promise<void>;
  /** The read that each section is of, or that is on its way to it. A section that could not be read has none. */
  readonly latest: ReadonlyMap<SectionName, Begin>;
  /** Whether a section is of longer ago, or of a time that has not come yet: clocks jump. */
  isOlder(section: SectionName, milliseconds: number): boolean;
}

/** When a read began. */
export interface Begin {
  readonly at: number;
}

interface SectionQuery {
  readonly queryKey: unknown[];
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<number>;
  readonly staleTime: number;
  readonly gcTime: number;
}

/** For how long a section that was just read is not read again. */
export const STALE_TIME = 5_000;

export function createSectionReads(options: SectionReadsOptions): SectionReads {
  const { store, getRef, getAdapter, connection, clock, queryKey, onError, catchUp } = options;
  const latest = new Map<SectionName, Begin>();

  /** Reads with `read`, which is told how, and adds to what was left out before. */
  async function learn(
    section: SectionName,
    omittedBefore: Omitted | undefined,
    read: (reading: Reading) => Promise<News | null>,
    signal: AbortSignal | undefined,
  ) {
    catchUp();
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
    catchUp();
    store.learn(news);
    store.setSection(section, { ...store.getState().sections[section], omitted });
  }

  return {
    toQuery: (section) => ({
      queryKey: [...queryKey, section],
      async queryFn({ signal }) {
        const begin = { at: clock.now() };
        latest.set(section, begin);
        try {
          await learn(section, undefined, (reading) => readSection(section, reading), signal);
        } catch (thrown) {
          if (latest.get(section) === begin) latest.delete(section);
          throw thrown;
        }
        return begin.at;
      },
      staleTime: STALE_TIME,
      // Longer than it is fresh it would only hold the card of a client that is gone.
      gcTime: STALE_TIME,
    }),
    readMoreDeals(cursor, signal) {
      const { omitted } = store.getState().sections.deals;
      return learn('deals', omitted, (reading) => readDeals(reading, cursor), signal);
    },
    latest,
    isOlder(section, milliseconds) {
      const age = clock.now() - (latest.get(section)?.at ?? Number.NEGATIVE_INFINITY);
      return age < 0 || age > milliseconds;
    },
  };
}
