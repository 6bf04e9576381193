import { QueryClient } from '@tanstack/query-core';
import { type AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import { clampRetryAfter } from './clampRetryAfter.ts';
import type { Connection } from './createConnection.ts';

export interface QueryClientOptions {
  /** The host's. */
  readonly host: QueryClient | undefined;
  readonly connection: Connection;
  /** In [0, 1). */
  readonly random: () => number;
}

const RETRIES = 2;
/** Milliseconds for which an answer stays in a cache of the host's when nobody needs it. */
const KEPT_FOR = 5 * 60_000;

/**
 * How the card reads. It shares the cache of the host's client and none of its defaults: a host that says
 * `enabled: false`, `select` or a `persister` for its own queries means those, and would stop ours.
 */
export function createQueryClient({ host, connection, random }: QueryClientOptions): QueryClient {
  function isWorthAnotherTry({ code }: AdapterError): boolean {
    // Signed in all the same: it answers a question from before the sign-in.
    if (code === 'unauthorized') return connection.state.getState().signedIn;
    return ['offline', 'timeout', 'unavailable', 'rate-limited'].includes(code);
  }

  function toDelay({ code, detail }: AdapterError, failures: number): number {
    if (code === 'unauthorized') return 0;
    if (code === 'rate-limited') return clampRetryAfter(detail.retryAfterMs) + random() * 1000;
    return random() * 1000 * 2 ** failures;
  }

  const queries = {
    structuralSharing: false,
    networkMode: 'always',
    // Our own cache goes with the client, where a timer would hold it back. The host's stays, and is left as it was.
    gcTime: host ? KEPT_FOR : Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    retry: (failures: number, error: Error) => failures < RETRIES && isWorthAnotherTry(toAdapterError(error)),
    retryDelay: (failures: number, error: Error) => toDelay(toAdapterError(error), failures),
  } as const;
  return new QueryClient({
    ...(host && { queryCache: host.getQueryCache() }),
    defaultOptions: { queries },
  });
}
