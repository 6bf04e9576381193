import { AdapterError } from '../adapters/AdapterError.ts';
import { checkContact, checkDeal, checkPage, checkSubscriber, type Report } from '../adapters/checkAnswer.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { News } from './confirmed.ts';

export interface Reading {
  readonly adapter: DataAdapter;
  readonly ref: SubscriberRef;
  /** The store's tick at which the read begins. */
  readonly since: number;
  readonly signal: AbortSignal;
  /** Hears of what was left out. */
  readonly report: Report;
}

/**
 * Reads a section once. `null`: the backend has no such thing. Rejects with what the adapter rejects with, and with
 * `malformed`.
 */
export async function readSection(section: SectionName, reading: Reading): Promise<News | null> {
  const { adapter, ref, since, signal, report } = reading;
  switch (section) {
    case 'subscriber': {
      const subscriber = checkSubscriber(await adapter.getSubscriber(ref, { signal }), report);
      if (subscriber.id !== ref.id) {
        throw new AdapterError('malformed', 'The answer is about another subscriber.', { path: 'id' });
      }
      return { type: 'subscriber', subscriber, since };
    }
    case 'deals':
      return readDeals(reading);
    case 'contact': {
      if (!adapter.getContact) return null;
      const answer = await adapter.getContact(ref, { signal });
      return { type: 'contact', contact: answer === null ? null : checkContact(answer, report), since };
    }
  }
}

/** Reads the first page of deals, or the one at a cursor. */
export async function readDeals(reading: Reading, cursor?: string): Promise<News | null> {
  const { adapter, ref, since, signal, report } = reading;
  if (!adapter.listDeals) return null;
  const isStart = cursor === undefined;
  const answer = await adapter.listDeals(ref, isStart ? {} : { cursor }, { signal });
  const page = checkPage(checkDeal, answer, report);
  return { type: 'deals', page, from: isStart ? 'start' : 'cursor', since };
}
