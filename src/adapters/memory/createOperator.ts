import type { Contact, ContactDraft, ContactPatch } from '../../model/contact.ts';
import type { Deal, DealDraft, DealPatch } from '../../model/deal.ts';
import type { SubscriberRef, Tagging } from '../../model/subscriber.ts';
import type { Variable, VariableValue } from '../../model/variable.ts';
import { createContact, linkContact, unlinkContact, updateContact } from './contacts.ts';
import type { MemoryState, Write } from './createMemoryState.ts';
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
  const write: Write = { by: name, trusted: true };
  return {
    setVariable: as(setVariable),
    addTag: as(addTag),
    removeTag: as(removeTag),
    createTag: as(createTag),
    changeSubscriber: (ref, patch) => changeSubscriber(state, ref, structuredClone(patch)),
    deleteSubscriber: (ref) => deleteSubscriber(state, ref),
    createDeal: as(createDeal),
    updateDeal: as(updateDeal),
    deleteDeal: as(deleteDeal),
    createContact: as(createContact),
    updateContact: as(updateContact),
    linkContact: as(linkContact),
    unlinkContact: (ref) => unlinkContact(state, ref),
  };

  // Copies both ways: what the caller holds is never what is stored.
  function as<Args extends readonly unknown[], Result>(
    work: (state: MemoryState, ...args: [...Args, Write]) => Result,
  ): (...args: Args) => Result {
    return (...args) => structuredClone(work(state, ...structuredClone(args), write));
  }
}
