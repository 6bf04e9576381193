import { lastingDeal, pick, subscriberIds, tagFields, textFields } from './cast.ts';
import { HEALTHY, networkSteps } from './networkSteps.ts';
import { PRESENT } from './texts.ts';
import type { World } from './World.ts';

/** What somebody does who is no operator of ours: the host's own system, or the subscriber. */
export const foreignSteps = {
  changeElsewhere(world: World, subscriber: number, fieldNumber: number, mode: number, speed: number): void {
    const id = pick(subscriberIds, subscriber);
    const field = pick(textFields, fieldNumber);
    const [kind, owner = ''] = field.split(':');
    const isThere = kind !== 'deal' || world.server.hasDeal(id, owner);
    const waiting = world.news.length;
    if (isThere) world.server.change(id, field, world.textFor('erp', field, mode));
    // Most events arrive at once, whatever else is late.
    while (speed % 3 > 0 && world.news.length > waiting) networkSteps.deliverNews(world, waiting, HEALTHY);
  },

  toggleTagElsewhere({ server }: World, subscriber: number, tag: number): void {
    const id = pick(subscriberIds, subscriber);
    const field = pick(tagFields, tag);
    server.change(id, field, server.latest(id, field)?.text === null ? PRESENT : null);
  },

  deleteDealElsewhere({ server }: World, subscriber: number, place: number): void {
    const id = pick(subscriberIds, subscriber);
    const ids = server.dealIds(id).filter((dealId) => dealId !== lastingDeal);
    if (ids.length > 0) server.removeDeal(id, pick(ids, place));
  },
};
