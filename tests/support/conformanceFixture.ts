import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import type { Variable } from '../../src/model/variable.ts';
import type { Colleague } from '../../src/testing.ts';
import { aCampaign, aContact, aDeal, aMember, aPipeline, aSubscriber, aTag, aVariable } from './fixtures.ts';

const variables: readonly Variable[] = [
  aVariable(),
  aVariable({ key: '__proto__', label: 'A hostile name' }),
  aVariable({ key: 'notes', type: 'text', value: null }),
  aVariable({ key: 'orders', type: 'number', value: '3' }),
  aVariable({ key: 'spent', type: 'currency', value: { amount: '12.50', currency: 'BRL' } }),
  aVariable({ key: 'wants_mail', type: 'boolean', value: true }),
  aVariable({ key: 'birthday', type: 'date', value: '1992-03-14' }),
  aVariable({ key: 'next_call', type: 'datetime', value: null }),
  aVariable({ key: 'locked', readOnly: 'Comes from the shop' }),
];

const tags = [aTag(), aTag({ id: 'a/b?c=%2F#', name: 'A hostile id' }), aTag({ id: 'new', name: 'New' })];
const members = [aMember(), aMember({ id: 'bruno', name: 'Bruno Lima' })];

const company = aVariable({ key: 'company', label: 'Company', value: null });

export const marina: SubscriberRef = { id: 'marina', channel: 'instagram' };
export const pedro: SubscriberRef = { id: 'pedro', channel: 'instagram' };

/** A backend that has all that the conformance suite asks for, and a colleague at it. */
export function createConformanceBackend(options: MemoryAdapterOptions = {}) {
  const adapter = createMemoryAdapter({
    subscribers: [
      aSubscriber({
        avatarUrl: 'https://cdn.example.com/marina.png',
        campaigns: [aCampaign()],
        variables,
        tagging: { tags: tags.slice(0, 2) },
      }),
      aSubscriber({ id: 'pedro', name: 'Pedro', variables, tagging: { tags: [] } }),
    ],
    contacts: {
      marina: aContact({
        phones: [{ id: 'p1', value: '+55 11 98888-7777', primary: true }],
        emails: [{ id: 'e1', value: 'marina@example.com', primary: true }],
        fields: [company],
      }),
    },
    deals: { marina: [aDeal(), aDeal({ id: 'deal-2', name: 'Sandals' })] },
    contactFields: [company],
    pipelines: [aPipeline()],
    members,
    tags,
    ...options,
  });
  const maria = adapter.control.actAs('Maria');
  const colleague: Required<Colleague> = {
    setVariable: async (ref, key, value) => ({ value: maria.setVariable(ref, key, value) }),
    addTag: async (ref, tagId) => ({ value: maria.addTag(ref, tagId) }),
    removeTag: async (ref, tagId) => ({ value: maria.removeTag(ref, tagId) }),
    createDeal: async (ref, draft) => maria.createDeal(ref, draft),
    updateDeal: async (ref, dealId, patch) => maria.updateDeal(ref, dealId, patch),
    deleteDeal: async (ref, dealId) => maria.deleteDeal(ref, dealId),
    createContact: async (ref, draft) => maria.createContact(ref, draft),
    updateContact: async (ref, contactId, patch) => maria.updateContact(ref, contactId, patch),
    linkContact: async (ref, contactId) => maria.linkContact(ref, contactId),
  };
  return { adapter: adapter as Required<DataAdapter>, colleague };
}
