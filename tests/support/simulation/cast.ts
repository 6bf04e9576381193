import type { SectionName } from '../../../src/adapters/DataAdapter.ts';
import { type FieldId, type Lane, NEW, toDealLane, toFieldId, toLane } from '../../../src/model/field.ts';

// Who and what there is: two operators, two subscribers, and for each of these three variables, two tags, a deal
// whose three fields are one lane, and a deal that may be deleted.

export const operators = ['ana', 'bruno'] as const;
export const subscriberIds = ['s1', 's2'] as const;
/** The sections that are read. */
export const sections: readonly SectionName[] = ['subscriber', 'deals'];
export type Operator = (typeof operators)[number];
export type SubscriberId = (typeof subscriberIds)[number];

export const variableKeys = ['a', 'b', 'c'] as const;
export const tagIds = ['t1', 't2'] as const;
export const lastingDeal = 'd';
export const shortLivedDeal = 'e';

export const dealForm: readonly FieldId[] = (['name', 'value', 'step'] as const).map((name) =>
  toFieldId({ kind: 'deal', id: lastingDeal, name }),
);
export const tagFields: readonly FieldId[] = tagIds.map((id) => toFieldId({ kind: 'tag', id }));
/** What an operator can type into. */
export const textFields: readonly FieldId[] = [
  ...variableKeys.map((key) => toFieldId({ kind: 'variable', key })),
  ...dealForm,
  toFieldId({ kind: 'deal', id: shortLivedDeal, name: 'name' }),
];
export const fields: readonly FieldId[] = [...textFields, ...tagFields];
export const nameOfNewDeal = toFieldId({ kind: 'deal', id: NEW, name: 'name' });

const lanes = new Map<FieldId, Lane>(fields.map((field) => [field, toLane(field)]));

export function laneOf(field: FieldId): Lane {
  return lanes.get(field) ?? toLane(field);
}

export function fieldsOfDeal(dealId: string): readonly FieldId[] {
  const lane = toDealLane(dealId);
  return fields.filter((field) => laneOf(field) === lane);
}

export function pick<T>(list: readonly T[], place: number): T {
  const item = list[place % list.length];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}
