import type { ReadContext, WriteContext } from '../../src/adapters/DataAdapter.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { Deal, DealDraft, Pipeline } from '../../src/model/deal.ts';
import type { Member } from '../../src/model/member.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import type { Tag } from '../../src/model/tag.ts';
import type { Variable } from '../../src/model/variable.ts';

// Valid data with nothing special about it: a test names what it is about.

export function aSubscriber(given: Partial<Subscriber> = {}): Subscriber {
  return {
    id: 'marina',
    channel: 'instagram',
    kind: 'person',
    name: 'Marina Oliveira',
    username: 'marina.oliveira',
    variables: [],
    tagging: { tags: [] },
    ...given,
  };
}

export function aVariable(given: Partial<Variable> = {}): Variable {
  return { key: 'plan', label: 'Plan', type: 'string', value: 'free', ...given };
}

export function aTag(given: Partial<Tag> = {}): Tag {
  return { id: 'vip', name: 'VIP', ...given };
}

export function aCampaign(given: Partial<Campaign> = {}): Campaign {
  return {
    id: 'touch-1',
    name: 'Spring collection',
    url: 'https://www.facebook.com/ads/library/?id=804512293671145',
    source: 'Facebook ad',
    ...given,
  };
}

export function aMember(given: Partial<Member> = {}): Member {
  return { id: 'ana', name: 'Ana Souza', active: true, ...given };
}

/** Its last two steps are won and lost. */
export function aPipeline(given: Partial<Pipeline> = {}): Pipeline {
  return {
    id: 'sales',
    name: 'Sales',
    currency: 'BRL',
    steps: [
      { id: 'lead', name: 'Lead' },
      { id: 'quote', name: 'Quote sent' },
      { id: 'won', name: 'Won', outcome: 'won' },
      { id: 'lost', name: 'Lost', outcome: 'lost' },
    ],
    ...given,
  };
}

/** Stands at the first step of {@link aPipeline}. */
export function aDeal(given: Partial<Deal> = {}): Deal {
  return {
    id: 'deal-1',
    name: 'Wedding guest dress',
    pipelineId: 'sales',
    stepId: 'lead',
    status: 'open',
    value: { amount: '1280', currency: 'BRL' },
    assignee: null,
    ...given,
  };
}

export function aDealDraft(given: Partial<DealDraft> = {}): DealDraft {
  return {
    pipelineId: 'sales',
    stepId: 'lead',
    name: 'Summer sandals',
    value: null,
    assigneeId: null,
    ...given,
  };
}

export function aContact(given: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    firstName: 'Marina',
    lastName: 'Oliveira',
    phones: [],
    emails: [],
    assignee: null,
    fields: [],
    ...given,
  };
}

export function aReadContext(given: Partial<ReadContext> = {}): ReadContext {
  return { signal: new AbortController().signal, ...given };
}

let lastKey = 0;

/** Each with an idempotency key of its own. */
export function aWriteContext(given: Partial<WriteContext> = {}): WriteContext {
  lastKey += 1;
  return { ...aReadContext(), idempotencyKey: `key-${lastKey}`, ...given };
}
