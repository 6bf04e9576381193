import type { Contact, ContactDraft, ContactPatch } from '../../model/contact.ts';
import type { Deal, DealDraft, DealPatch } from '../../model/deal.ts';
import type { SubscriberRef, Tagging } from '../../model/subscriber.ts';
import type { Variable, VariableValue } from '../../model/variable.ts';
import { createContact, linkContact, unlinkContact, updateContact } from './contacts.ts';
import type { MemoryState } from './createMemoryState.ts';
import { createDeal, deleteDeal, updateDeal } from './deals.ts';
import { changeSubscriber, deleteSubscriber, type SubscriberPatch } from './subscribers.ts';
import { addTag, createTag, removeTag } from './tags.ts';
import { setVariable } from './variables.ts';

/** Someone else, or a chatbot, at work on the same backend: at once, unconditionally, and past every lock. */
export interface MemoryOperator {
  setVariable(ref: SubscriberRef, key: string, value: VariableValue): Variable;
  addTag(ref: SubscriberRef, tagId: string): Tagging;
  removeTag(ref: SubscriberRef, tagId: string): Tagging;
  createTag(ref: SubscriberRef, name: string): Tagging;
  changeSubscriber(ref: SubscriberRef, patch: SubscriberPatch): void;
  deleteSubscriber(ref: SubscriberRef): void;
  createDeal(ref: SubscriberRef, draft: DealDraft): Deal;
  updateDeal(ref: SubscriberRef, dealId: string, patch: DealPatch): Deal;
  deleteDeal(ref: SubscriberRef, dealId: string): void;
  createContact(ref: SubscriberRef, draft: ContactDraft): Contact;
  updateContact(ref: SubscriberRef, contactId: string, patch: ContactPatch): Contact;
  linkContact(ref: SubscriberRef, contactId: string): Contact;
  unlinkContact(ref: SubscriberRef): void;
}

export function createOperator(state: MemoryState, name: string): MemoryOperator {
  const write = { by: name, trusted: true };
  // Copies both ways: what the caller holds is never what is stored.
  function act<const Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ): Result {
    return structuredClone(work(...structuredClone(args)));
  }
  return {
    setVariable: (...args) => act((...given) => setVariable(state, ...given, write), ...args),
    addTag: (...args) => act((...given) => addTag(state, ...given, write), ...args),
    removeTag: (...args) => act((...given) => removeTag(state, ...given, write), ...args),
    createTag: (...args) => act((...given) => createTag(state, ...given, write), ...args),
    changeSubscriber: (...args) => act((...given) => changeSubscriber(state, ...given), ...args),
    deleteSubscriber: (...args) => act((...given) => deleteSubscriber(state, ...given), ...args),
    createDeal: (...args) => act((...given) => createDeal(state, ...given, write), ...args),
    updateDeal: (...args) => act((...given) => updateDeal(state, ...given, write), ...args),
    deleteDeal: (...args) => act((...given) => deleteDeal(state, ...given, write), ...args),
    createContact: (...args) => act((...given) => createContact(state, ...given, write), ...args),
    updateContact: (...args) => act((...given) => updateContact(state, ...given, write), ...args),
    linkContact: (...args) => act((...given) => linkContact(state, ...given, write), ...args),
    unlinkContact: (...args) => act((...given) => unlinkContact(state, ...given), ...args),
  };
}
