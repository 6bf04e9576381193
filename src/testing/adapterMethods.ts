import type { DataAdapter } from '../adapters/DataAdapter.ts';

export type AdapterMethod = Exclude<keyof DataAdapter, 'idempotent'>;

/** A method that answers with a promise. */
export type AskingMethod = Exclude<AdapterMethod, 'subscribe'>;

const kinds: Record<AskingMethod, 'read' | 'change' | 'creation'> = {
  getSubscriber: 'read',
  setVariable: 'change',
  searchTags: 'read',
  addTag: 'change',
  removeTag: 'change',
  createTag: 'creation',
  listPipelines: 'read',
  searchMembers: 'read',
  listDeals: 'read',
  createDeal: 'creation',
  updateDeal: 'change',
  deleteDeal: 'change',
  getContact: 'read',
  createContact: 'creation',
  updateContact: 'change',
  linkContact: 'change',
  findContacts: 'read',
};

export const askingMethods = Object.keys(kinds) as AskingMethod[];

/** Whether two calls make two things. */
export function isCreation(method: AskingMethod): boolean {
  return kinds[method] === 'creation';
}
