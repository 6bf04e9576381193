import { sectionOf } from '../../../src/store/createSender.ts';
import type { Mutation } from '../../../src/store/mutations.ts';
import type { SubscriberId } from './cast.ts';
import type { Page } from './createPage.ts';
import { Violation } from './Violation.ts';

/** Whether every mutation of a page is on its way, or waits for something that will come. */
export function checkStanding(page: Page, now: number): void {
  for (const { id, store } of page.cards.values()) {
    for (const { head } of store.getState().mutations.lanes.values()) {
      if (!isMoving(page, id, head, now))
        throw new Violation(`I10: ${head.lane} stands still, ${head.status}`);
    }
  }
}

function isMoving(page: Page, id: SubscriberId, head: Mutation, now: number): boolean {
  const { signedIn, online, pausedUntil } = page.connection.state.getState();
  const mayNotSend = !signedIn || pausedUntil !== undefined;
  switch (head.status) {
    case 'failed':
      // Tries are not used up by a missing network: after it the lane goes on by itself.
      return head.error?.code !== 'offline' || head.action.type === 'createDeal';
    case 'unknown':
      return true;
    case 'queued':
      return mayNotSend || isReading(page, id, head);
    case 'waiting': {
      const isLater = head.retryAt === undefined ? !online : head.retryAt > now;
      return isLater || mayNotSend || isReading(page, id, head);
    }
    case 'sent': {
      const message = page.latest.get(`${id} ${laneOnTheWire(head)}`);
      return message !== undefined && !message.isDelivered && !message.signal.aborted;
    }
  }
}

/** Before a write, what an earlier page has not seen is read. */
function isReading({ reads }: Page, id: SubscriberId, { lane }: Mutation): boolean {
  return reads.some(({ subscriber, section }) => subscriber === id && section === sectionOf(lane));
}

function laneOnTheWire({ lane, action }: Mutation): string {
  return action.type === 'createDeal' ? `create:${action.draft.name}` : lane;
}
