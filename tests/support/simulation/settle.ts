import { subscriberIds } from './cast.ts';
import { deskSteps, giveUp, lookForCreation } from './deskSteps.ts';
import { HEALTHY, networkSteps } from './networkSteps.ts';
import { Violation } from './Violation.ts';
import type { World } from './World.ts';

/** A healthy network, and operators who stay, until nothing moves. Nothing is read but what has to be. */
export async function settle(world: World): Promise<void> {
  for (const [place, { page, mustSignIn }] of world.desks.entries()) {
    const isOut = mustSignIn || !page.connection.state.getState().signedIn;
    if (isOut) deskSteps.signIn(world, place);
  }
  for (let round = 0; round < 1000; round += 1) {
    await world.runOn();
    if (!(await goOn(world))) return checkAtRest(world);
  }
  throw new Violation(`I10: something never ends: ${openLanes(world).join(', ')}`);
}

async function goOn(world: World): Promise<boolean> {
  const { wire, news, desks } = world;
  if (wire.travelling.length > 0) networkSteps.process(world, 0);
  else if (wire.answered.length > 0) networkSteps.answer(world, 0, HEALTHY);
  else if (news.length > 0) networkSteps.deliverNews(world, 0, HEALTHY);
  else if (desks.some(({ page }) => page.reads.length > 0)) finishReads(world);
  else if (desks.some(({ page }) => page.due.size > 0)) for (const { page } of desks) page.readDue();
  else return decide(world);
  return true;
}

function finishReads(world: World): void {
  for (const [place, { page }] of world.desks.entries()) {
    if (page.reads.length === 0) continue;
    if (page.reads.every(({ news }) => !news)) networkSteps.answerRead(world, place, 0);
    networkSteps.deliverRead(world, place, 0, HEALTHY);
  }
}

/** The operators decide about what has failed; where nothing has, time passes. */
async function decide(world: World): Promise<boolean> {
  const before = openLanes(world);
  if (before.length === 0) return false;
  for (const [operator, { page }] of world.desks.entries()) {
    for (const card of page.cards.values()) {
      const seat = world.seat(operator, subscriberIds.indexOf(card.id));
      for (const { head } of [...card.store.getState().mutations.lanes.values()]) {
        if (head.status === 'unknown') lookForCreation(world, seat, head);
        else if (head.status === 'failed' && head.error?.code === 'not-found') giveUp(seat, head.lane);
        else if (head.status === 'failed') seat.witness.act(() => seat.store.retry(head.lane));
      }
    }
  }
  const isDecided = openLanes(world).join() !== before.join();
  if (!isDecided) await world.advance(world.clock.untilNext() ?? 0);
  return true;
}

function openLanes({ desks }: World): string[] {
  return desks.flatMap(({ page }) =>
    [...page.cards.values()].flatMap(({ store }) =>
      [...store.getState().mutations.lanes.values()].map(({ head }) => `${head.lane} ${head.status}`),
    ),
  );
}

function checkAtRest({ desks }: World): void {
  for (const { page } of desks) for (const { witness } of page.cards.values()) witness.checkAtRest();
}
