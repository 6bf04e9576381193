import type { Contact } from '../../model/contact.ts';
import type { Deal, Pipeline } from '../../model/deal.ts';
import type { Member } from '../../model/member.ts';
import type { Subscriber } from '../../model/subscriber.ts';
import type { Tag } from '../../model/tag.ts';
import type { Variable } from '../../model/variable.ts';
import { createDemoSubscribers } from './createDemoSubscribers.ts';
import { createDemoClock } from './demoClock.ts';
import { createDemoContacts, createOtherContacts, demoContactFields } from './demoContacts.ts';
import { createDemoDeals, demoMembers, demoPipelines } from './demoDeals.ts';
import { demoTags } from './demoTags.ts';

/** A small fashion house and the people who write to it. */
export interface DemoData {
  readonly subscribers: readonly Subscriber[];
  readonly deals: { readonly [subscriberId: string]: readonly Deal[] };
  readonly contacts: { readonly [subscriberId: string]: Contact };
  readonly otherContacts: readonly Contact[];
  readonly contactFields: readonly Variable[];
  readonly pipelines: readonly Pipeline[];
  readonly members: readonly Member[];
  readonly tags: readonly Tag[];
}

/** Data for a first render: `createMemoryAdapter(createDemoData())`. Its times are relative to `now`, in milliseconds. */
export function createDemoData(now: number = Date.now()): DemoData {
  const clock = createDemoClock(now);
  return {
    subscribers: createDemoSubscribers(clock),
    deals: createDemoDeals(clock),
    contacts: createDemoContacts(),
    otherContacts: createOtherContacts(),
    contactFields: demoContactFields,
    pipelines: demoPipelines,
    members: demoMembers,
    tags: demoTags,
  };
}
