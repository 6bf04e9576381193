import type { CardState } from '../../../src/store/cardState.ts';
import type { Evidence } from './CardWitness.ts';
import { nameOfNewDeal } from './cast.ts';
import { Violation } from './Violation.ts';

/** Creations and deletions do not vanish; and nothing waits behind what is not on the wire. */
export function checkWishes(evidence: Evidence, state: CardState): void {
  const asked = new Set<string>();
  for (const { head, behind } of state.mutations.lanes.values()) {
    if (behind && head.status !== 'sent')
      throw new Violation(`I12: a mutation waits behind one that is ${head.status}`);
    for (const mutation of [head, behind]) {
      if (mutation?.action.type === 'createDeal') asked.add(`create ${mutation.action.draft.name}`);
      if (mutation?.action.type === 'deleteDeal') asked.add(`delete ${mutation.action.dealId}`);
    }
  }
  for (const [name, wish] of evidence.ledger.creations) {
    if (wish.isSettled || wish.isGivenUp || asked.has(`create ${name}`)) continue;
    const isReturned = wish.isRefused && state.drafts.get(nameOfNewDeal)?.input === name;
    if (!isReturned && !isListed(evidence, state, name))
      throw new Violation(`I1: the creation of ${name} vanished`);
    wish.isSettled = true;
  }
  for (const [dealId, wish] of evidence.ledger.deletions) {
    if (wish.isSettled || wish.isGivenUp || asked.has(`delete ${dealId}`)) continue;
    if (!state.confirmed.deletedDeals.has(dealId))
      throw new Violation(`I1: the deletion of ${dealId} vanished`);
    wish.isSettled = true;
  }
}

/** Whether the card has heard of the deal, even if it is deleted by now. */
function isListed({ ledger, server }: Evidence, { confirmed }: CardState, name: string): boolean {
  const dealId = server.createdDeal(ledger.subscriber, name);
  if (dealId === undefined) return false;
  return confirmed.deletedDeals.has(dealId) || confirmed.deals.some(({ id }) => id === dealId);
}
