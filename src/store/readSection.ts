import { AdapterError } from '../adapters/AdapterError.ts';
import { checkContact, checkDeal, checkPage, checkSubscriber } from '../adapters/checkAnswer.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { News } from './confirmed.ts';

/**
 * Reads a section once. `since` is the store's tick at which the read begins. `null`: the backend has no such thing.
 * Rejects with what the adapter rejects with, and with `malformed`.
 */
export async function readSection(
  section: SectionName,
  adapter: DataAdapter,
  ref: SubscriberRef,
  since: number,
  signal: AbortSignal,
  report: (problem: AdapterError) => void,
): Promise<News | null> {
  switch (section) {
    case 'subscriber': {
      const subscriber = checkSubscriber(await adapter.getSubscriber(ref, { signal }), report);
      if (subscriber.id !== ref.id) {
        throw new AdapterError('malformed', 'The answer is about another subscriber.', { path: 'id' });
      }
      return { type: 'subscriber', subscriber, since };
    }
    case 'deals': {
      if (!adapter.listDeals) return null;
      const page = checkPage(checkDeal, await adapter.listDeals(ref, {}, { signal }), report);
      return { type: 'deals', page, from: 'start', since };
    }
    case 'contact': {
      if (!adapter.getContact) return null;
      const answer = await adapter.getContact(ref, { signal });
      return { type: 'contact', contact: answer === null ? null : checkContact(answer, report), since };
    }
  }
}
