import type { CardClient, CardProblem } from '../store/createCardClient.ts';

/**
 * Tells the host what one of its functions throws: once, because what is drawn is drawn again and again, and later,
 * because while something is drawn nobody can be told.
 */
export function tellOnce(
  client: CardClient,
  culprit: object,
  thrown: unknown,
  place: Omit<CardProblem, 'error'>,
): void {
  const known = told.get(client) ?? new WeakSet();
  if (known.has(culprit)) return;
  told.set(client, known.add(culprit));
  console.error(thrown);
  queueMicrotask(() => client.reportCrash(thrown, place));
}

const told = new WeakMap<CardClient, WeakSet<object>>();
