import { beforeEach, describe, expect, test } from 'vitest';
import type { AdapterError } from '../../src/adapters/AdapterError.ts';
import { checkEvent } from '../../src/adapters/checkEvent.ts';
import type { CardEvent } from '../../src/adapters/DataAdapter.ts';
import { aCampaign, aContact, aDeal, aMember, aTag } from '../support/fixtures.ts';

let problems: AdapterError[];
const report = (problem: AdapterError) => problems.push(problem);
const reported = () => problems.map(({ detail }) => detail.path);

beforeEach(() => {
  problems = [];
});

describe('an event', () => {
  const events: CardEvent[] = [
    { type: 'subscriberChanged', patch: { name: 'Marina', campaigns: [aCampaign()] }, revision: 4 },
    { type: 'dealCreated', deal: aDeal() },
    { type: 'dealDeleted', id: 'deal-1', revision: 4 },
    { type: 'contactLinked', contact: aContact() },
    { type: 'contactUnlinked' },
    { type: 'subscriberDeleted' },
    { type: 'invalidated' },
    { type: 'invalidated', section: 'deals' },
    { type: 'connection', state: 'closed' },
  ];

  test.each(events)('comes through: $type', (event) => {
    expect(checkEvent(event, report)).toEqual(event);
    expect(reported()).toEqual([]);
  });

  test('carries any field of the card', () => {
    const fields = {
      'variable:plan': { value: 'pro', revision: 7, by: 'Bruno', at: '2025-11-09T18:42:00Z' },
      'variable:__proto__': { value: null },
      'tag:vip': { value: aTag() },
      'tag:cart': { value: null },
      'deal:7:name': { value: 'Dress' },
      'deal:7:step': { value: { pipelineId: 'sales', stepId: 'won' } },
      'deal:7:value': { value: { amount: '10.5', currency: 'BRL' } },
      'deal:7:assignee': { value: aMember() },
      'contact:1:firstName': { value: 'Marina' },
      'contact:1:phones': { value: [{ value: '+55', primary: true }] },
      'contact:1:assignee': { value: null },
      'contact:1:fields:credit': { value: { amount: '1', currency: 'EUR' } },
    };
    expect(checkEvent({ type: 'changed', fields }, report)).toEqual({ type: 'changed', fields });
    expect(reported()).toEqual([]);
  });

  test.each([
    [{ type: 'exploded' }, 'type'],
    [null, ''],
    ['changed', ''],
    [{ type: 'changed' }, 'fields'],
    [{ type: 'dealCreated', deal: { ...aDeal(), id: 7 } }, 'deal.id'],
    [{ type: 'dealDeleted', id: 7 }, 'id'],
    [{ type: 'connection', state: 'ajar' }, 'state'],
    [{ type: 'contactLinked', contact: null }, 'contact'],
    [{ type: 'subscriberChanged', patch: { readOnly: 0 } }, 'patch.readOnly'],
  ])('that cannot be read is ignored and reported: %j', (event, path) => {
    expect(checkEvent(event, report)).toBeNull();
    expect(reported()).toEqual([path]);
  });

  test('loses only the fields that cannot be read', () => {
    const fields = {
      'variable:plan': { value: 'pro' },
      'variable:size': { value: 40 },
      'tag:vip': { value: aTag({ id: 'another' }) },
      'deal:7:colour': { value: 'red' },
      nonsense: { value: 1 },
    };
    const event = checkEvent({ type: 'changed', fields }, report);
    expect(event).toEqual({ type: 'changed', fields: { 'variable:plan': { value: 'pro' } } });
    expect(reported()).toEqual(['fields.variable:size.value', 'fields.tag:vip.value.id', 'fields', 'fields']);
  });

  test('loses only the facts that cannot be read', () => {
    const event = checkEvent({ type: 'subscriberChanged', patch: { name: 7, username: 'mo' } }, report);
    expect(event).toEqual({ type: 'subscriberChanged', patch: { username: 'mo' } });
    expect(reported()).toEqual(['patch.name']);
  });

  test('can be a trap', () => {
    const trap = {
      get type(): string {
        throw new Error('not for you');
      },
    };
    expect(checkEvent(trap, report)).toBeNull();
    const keys = new Proxy({}, { ownKeys: () => [1] as never });
    expect(checkEvent({ type: 'changed', fields: keys }, report)).toBeNull();
  });
});
