import type { Deal, Member, Pipeline, Subscriber, Tag, Variable } from 'subscriber-card';
import { createTags } from './createTags.ts';

/** What a card shows of one subscriber. */
export interface Person {
  readonly subscriber: Subscriber;
  readonly deals: readonly Deal[];
}

export interface PersonSize {
  readonly variables: number;
  readonly tags: number;
  readonly deals: number;
  /** Characters of one more variable, which is a text. */
  readonly text?: number;
}

const DAY = 86_400_000;
const begin = Date.UTC(2026, 0, 5, 9);
const names = ['Marina Costa', 'Ahmed Hassan', 'Olena Koval', 'Sophie Martin', 'Lucas Pereira', 'Ayşe Demir'];
const labels = [
  'Plan',
  'City',
  'Coupon',
  'Last order',
  'Referred by',
  'Invoice',
  'Device',
  'Goal',
  'Size',
  'Source',
];
const goods = ['Annual plan', 'Spring course', 'Onboarding', 'Team licence', 'Consulting', 'Gift card'];

export const members: readonly Member[] = ['Ana Lima', 'Bruno Reis', 'Chen Wei'].map((name, place) => ({
  id: `member-${place}`,
  name,
  active: true,
}));

export const pipelines: readonly Pipeline[] = [
  {
    id: 'sales',
    name: 'Sales',
    currency: 'USD',
    steps: ['New', 'Contacted', 'Offer sent', 'Negotiation', 'Payment', 'Delivered'].map((name, place) => ({
      id: `step-${place}`,
      name,
    })),
  },
];

/** The same person for the same number; two numbers have nothing in common. */
export function createPerson(number: number, size: PersonSize): Person {
  const name = `${names[number % names.length]} ${number}`;
  return {
    subscriber: {
      id: `person-${number}`,
      channel: 'telegram',
      kind: 'person',
      name,
      username: `person_${number}`,
      subscription: { status: 'active', subscribedAt: new Date(begin + number * DAY).toISOString() },
      variables: [
        ...Array.from({ length: size.variables }, (_, place) => createVariable(number, place)),
        ...(size.text === undefined ? [] : [createText(number, size.text)]),
      ],
      tagging: { tags: pickTags(number, size.tags), revision: 1 },
    },
    deals: Array.from({ length: size.deals }, (_, place) => createDeal(number, place)),
  };
}

function createVariable(number: number, place: number): Variable {
  const key = `variable-${place}`;
  const label = `${labels[place % labels.length]} ${place}`;
  const seed = number * 31 + place * 7;
  if (place % 5 === 3) return { key, label, type: 'number', value: `${1000 + seed}.5`, revision: 1 };
  if (place % 5 === 4) {
    const value = new Date(begin + (seed % 900) * DAY).toISOString().slice(0, 10);
    return { key, label, type: 'date', value, revision: 1 };
  }
  return { key, label, type: 'string', value: `Value ${place} of ${number}`, revision: 1 };
}

function createText(number: number, length: number): Variable {
  const value = `Text of ${number}. ${'They wrote that the parcel came late and one of the cups was broken. '.repeat(length / 68)}`;
  return { key: 'text', label: 'Notes', type: 'text', value, revision: 1 };
}

function pickTags(number: number, count: number): readonly Tag[] {
  return createTags(count).map((tag) => ({
    ...tag,
    id: `${tag.id}-of-${number}`,
    name: `${tag.name} ${number}`,
  }));
}

function createDeal(number: number, place: number): Deal {
  return {
    id: `deal-${number}-${place}`,
    revision: 1,
    name: `${goods[place % goods.length]} ${place} of ${number}`,
    pipelineId: 'sales',
    stepId: `step-${(number + place) % 6}`,
    status: 'open',
    value: { amount: `${100 + ((number * 17 + place * 13) % 900)}.00`, currency: 'USD' },
    assignee: members[(number + place) % members.length] ?? null,
    createdAt: new Date(begin + place * DAY).toISOString(),
  };
}
