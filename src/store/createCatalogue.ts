import type { QueryClient } from '@tanstack/query-core';
import { createStore } from 'zustand/vanilla';
import { type AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import type { Page, PageRequest } from '../adapters/DataAdapter.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './createConnection.ts';
import type { ReadableStore } from './ReadableStore.ts';

export interface CatalogueState<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly T[];
  /** All there is: it can be searched here. Otherwise the server has to be asked. */
  readonly isWhole: boolean;
  readonly error?: AdapterError | undefined;
}

/** Something of the account that subscribers refer to: its tags, members or pipelines. */
export interface Catalogue<T> {
  readonly state: ReadableStore<CatalogueState<T>>;
  /**
   * Reads the first page, unless it was read in the last five minutes, or could not be read in the last half. Never
   * rejects.
   */
  load(): Promise<void>;
  /** The same at once, also where it could not be read: somebody waits for it. */
  retry(): Promise<void>;
  /** Reads it again where it was read: there is more of it now. */
  refresh(): void;
  /** Asks the server. Rejects with an `AdapterError`, or with the signal's reason. */
  search(query: string, signal: AbortSignal): Promise<readonly T[]>;
}

export interface CatalogueOptions<T> {
  readonly clock: Clock;
  readonly queryClient: QueryClient;
  readonly queryKey: readonly unknown[];
  readonly connection: Connection;
  readonly read: (query: string, page: PageRequest, signal: AbortSignal) => Promise<Page<T>>;
}

const STALE_TIME = 5 * 60_000;
const PAUSE_AFTER_FAILURE = 30_000;

export function createCatalogue<T>({
  clock,
  queryClient,
  queryKey,
  connection,
  read,
}: CatalogueOptions<T>): Catalogue<T> {
  const state = createStore<CatalogueState<T>>(() => ({ status: 'idle', items: [], isWhole: false }));
  let failedAt = Number.NEGATIVE_INFINITY;

  async function retry() {
    const { status } = state.getState();
    if (status === 'idle' || status === 'failed') state.setState({ status: 'loading', error: undefined });
    try {
      const page = await queryClient.query({
        queryKey,
        queryFn: ({ signal }) => connection.call((inner) => read('', {}, inner), signal),
        staleTime: STALE_TIME,
      });
      const { items, error } = state.getState();
      if (items === page.items && !error) return;
      state.setState({
        status: 'ready',
        items: page.items,
        isWhole: page.nextCursor === undefined,
        error: undefined,
      });
    } catch (thrown) {
      failedAt = clock.now();
      const status = state.getState().items.length > 0 ? 'ready' : 'failed';
      state.setState({ status, error: toAdapterError(thrown) });
    }
  }

  return {
    state,
    retry,
    async load() {
      // Whoever draws asks, and draws again when it fails: that would be without end.
      const passed = Math.abs(clock.now() - failedAt);
      const isPausing = state.getState().error && passed < PAUSE_AFTER_FAILURE;
      if (!isPausing) await retry();
    },
    refresh() {
      if (state.getState().status === 'idle') return;
      void queryClient.invalidateQueries({ queryKey });
      void retry();
    },
    async search(query, signal) {
      const page = await connection.call((inner) => read(query, {}, inner), signal);
      return page.items;
    },
  };
}
