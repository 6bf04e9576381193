import { lastingDeal, pick, subscriberIds, tagFields, textFields } from './cast.ts';
import { PRESENT } from './texts.ts';
import type { World } from './World.ts';

/** What somebody does who is no operator of ours: the host's own system, or the subscriber. */
export const foreignSteps = {
  changeElsewhere(world: World, subscriber: number, fieldNumber: number, mode: number): void {
    const id = pick(subscriberIds, subscriber);
    const field = pick(textFields, fieldNumber);
    const [kind, owner = ''] = field.split(':');
    const isThere = kind !== 'deal' || world.server.hasDeal(id, owner);
    if (isThere) world.server.change(id, field, world.textFor('erp', field, mode));
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
