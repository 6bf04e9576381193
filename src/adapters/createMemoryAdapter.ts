import type { Contact } from '../model/contact.ts';
import type { Deal } from '../model/deal.ts';
import { type Subscriber, type SubscriberRef, type Tagging } from '../model/subscriber.ts';
import type { CardEvent, DataAdapter, WriteContext, Written } from './DataAdapter.ts';
import { createContact, findContacts, getContact, linkContact, updateContact } from './memory/contacts.ts';
import {
  createGate,
  type Delay,
  type Fail,
  type FailNextOptions,
  type MemoryCall,
  type MemoryMethod,
} from './memory/createGate.ts';
import { createMemoryState, findSubscriber, type MemoryData, recordOf, type Write } from './memory/createMemoryState.ts';
import { createOperator, type MemoryOperator } from './memory/createOperator.ts';
import { createDeal, deleteDeal, listDeals, updateDeal } from './memory/deals.ts';
import { searchMembers } from './memory/members.ts';
import type { Revisions } from './memory/revision.ts';
import { addTag, createTag, listTags, removeTag, searchTags } from './memory/tags.ts';
import { setVariable } from './memory/variables.ts';
