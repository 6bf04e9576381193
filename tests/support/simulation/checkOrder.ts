import type { Confirmed, News } from '../../../src/store/confirmed.ts';
import { nothingConfirmed } from '../../../src/store/confirmed.ts';
import { learn } from '../../../src/store/learn.ts';
import type { Random } from '../../../src/testing/createRandom.ts';
import { fields } from './cast.ts';
import { toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** Whether what a card was told leads to the same in another order, and with repeats. */
export function checkOrder(confirmed: Confirmed, heard: readonly News[], random: Random): void {
  const order = shuffled([...heard, ...heard.filter(() => random() < 0.3)], random);
  const other = order.reduce(learn, nothingConfirmed);
  for (const field of fields) {
    const [kind, owner = ''] = field.split(':');
    // What is said of a deal that is known to be deleted is not heard any more.
    if (kind === 'deal' && (confirmed.deletedDeals.has(owner) || other.deletedDeals.has(owner))) continue;
    const [ours, theirs] = [confirmed.fields.get(field), other.fields.get(field)];
    const isSame = toText(field, ours?.value) === toText(field, theirs?.value);
    // A tag that was never assigned need not be known.
    if (!isSame || (kind !== 'tag' && ours?.revision !== theirs?.revision))
      throw new Violation(
        `I11: ${field} is ${toText(field, ours?.value)} (${ours?.revision}), and in another order ${toText(field, theirs?.value)} (${theirs?.revision})`,
      );
  }
  const guards = (from: Confirmed) => `${from.revisions.get('subscriber')} ${from.revisions.get('tagging')}`;
  if (guards(confirmed) !== guards(other))
    throw new Violation(`I11: the revisions ${guards(confirmed)} are ${guards(other)} in another order`);
  const tags = (from: Confirmed) => [...from.tags].sort().join(' ');
  if (tags(confirmed) !== tags(other)) throw new Violation('I11: other tags in another order');
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
