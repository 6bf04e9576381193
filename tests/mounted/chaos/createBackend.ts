import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryData,
} from '../../../src/adapters/createMemoryAdapter.ts';
import type { DataAdapter, WriteContext } from '../../../src/adapters/DataAdapter.ts';
import type { Contact, ContactPatch } from '../../../src/model/contact.ts';
import type { Deal, DealPatch } from '../../../src/model/deal.ts';
import { parseFieldId, toFieldId } from '../../../src/model/field.ts';
import type { SubscriberRef } from '../../../src/model/subscriber.ts';
import type { VariableType, VariableValue } from '../../../src/model/variable.ts';
import { aContact, aDeal, aMember, aPipeline, aSubscriber, aTag, aVariable } from '../../support/fixtures.ts';

/** A write that the backend has carried out. */
export interface Landing {
  readonly subscriber: string;
  /** The field that was written, or `create:` and the name of what was created. */
  readonly field: string;
  /** What it holds since; the id of what was created. */
  readonly value: unknown;
  readonly operator: string;
  readonly idempotencyKey: string;
}

export interface Backend {
  readonly memory: MemoryAdapter;
  /** Everything that was written, in order. */
  readonly landings: readonly Landing[];
  /** What an operator's card talks to, before anything goes wrong with it. */
  connect(operator: string): DataAdapter;
  /** What a field held at the beginning. */
  startOf(subscriber: string, field: string): unknown;
}

export const subscribers = ['alma', 'bela', 'cora', 'dora'] as const;

/** One of each type, by its label. No label is a part of another one. */
export const variableTypes: Readonly<Record<string, VariableType>> = {
  Nick: 'string',
  Notes: 'text',
  Orders: 'number',
  Spent: 'currency',
  Vegan: 'boolean',
  Birthday: 'date',
  Fitting: 'datetime',
  Mobile: 'phone',
  Mail: 'email',
  Site: 'url',
  Tier: 'select',
  Likes: 'multiselect',
};

const starts: { readonly [type in VariableType]?: VariableValue } = {
  currency: { amount: '1', currency: 'USD' },
  select: 'red',
};
const options = ['red', 'green', 'blue', 'grey'].map((id) => ({ id, label: `Is ${id}` }));
const vocabulary = ['fresh', 'loyal', 'quiet', 'urgent', 'winter'].map((name) =>
  aTag({ id: `id-${name}`, name }),
);

function createData(): MemoryData {
  return {
    subscribers: subscribers.map((id) =>
      aSubscriber({
        id,
        name: `The name of ${id}`,
        variables: Object.entries(variableTypes).map(([label, type]) =>
          aVariable({
            key: label,
            label,
            type,
            value: starts[type] ?? null,
            ...(type.endsWith('select') && { options }),
          }),
        ),
        tagging: { tags: vocabulary.slice(0, 2) },
      }),
    ),
    tags: vocabulary,
    members: [aMember(), aMember({ id: 'bo', name: 'Bo Berg' })],
    pipelines: [aPipeline()],
    deals: new Map(
      subscribers.map((id) => [id, [1, 2].map((n) => aDeal({ id: `${id}-${n}`, name: `Deal ${id} ${n}` }))]),
    ),
    // The others have none yet, for the operators to create.
    contacts: new Map(
      subscribers
        .slice(0, 2)
        .map((id) => [id, aContact({ id: `contact-${id}`, firstName: id, lastName: 'Old' })]),
    ),
    contactFields: [aVariable({ key: 'Company', label: 'Company', value: null })],
  };
}

export function createBackend(revisions: 'field' | 'record'): Backend {
  const memory = createMemoryAdapter({ ...createData(), revisions, pageSize: 1000 });
  const untouched = createMemoryAdapter(createData());
  const landings: Landing[] = [];

  function connect(operator: string): DataAdapter {
    function land({ id }: SubscriberRef, { idempotencyKey }: WriteContext, fields: Fields) {
      // A repeat changes nothing, and gets its answer again.
      if (landings.some((landing) => landing.idempotencyKey === idempotencyKey)) return;
      for (const [field, value] of Object.entries(fields)) {
        landings.push({ subscriber: id, field, value: structuredClone(value), operator, idempotencyKey });
      }
    }
    return {
      ...memory,
      async setVariable(ref, key, value, write) {
        const answer = await memory.setVariable(ref, key, value, write);
        land(ref, write, { [toFieldId({ kind: 'variable', key })]: value });
        return answer;
      },
      async addTag(ref, id, write) {
        const answer = await memory.addTag(ref, id, write);
        land(ref, write, { [toFieldId({ kind: 'tag', id })]: true });
        return answer;
      },
      async removeTag(ref, id, write) {
        const answer = await memory.removeTag(ref, id, write);
        land(ref, write, { [toFieldId({ kind: 'tag', id })]: false });
        return answer;
      },
      async createTag(ref, name, write) {
        const answer = await memory.createTag(ref, name, write);
        const id = answer.value.tags.find((tag) => tag.name === name)?.id ?? '';
        land(ref, write, { [`create:${name}`]: id, [toFieldId({ kind: 'tag', id })]: true });
        return answer;
      },
      async createDeal(ref, draft, write) {
        const deal = await memory.createDeal(ref, draft, write);
        land(ref, write, { [`create:${draft.name}`]: deal.id, ...fieldsOfDeal(deal) });
        return deal;
      },
      async updateDeal(ref, id, patch, write) {
        const deal = await memory.updateDeal(ref, id, patch, write);
        land(ref, write, fieldsOfDeal(deal, patch));
        return deal;
      },
      async createContact(ref, draft, write) {
        const contact = await memory.createContact(ref, draft, write);
        land(ref, write, { [`create:${draft.firstName}`]: contact.id, ...fieldsOfContact(contact) });
        return contact;
      },
      async updateContact(ref, id, patch, write) {
        const contact = await memory.updateContact(ref, id, patch, write);
        land(ref, write, fieldsOfContact(contact, patch));
        return contact;
      },
    };
  }

  return {
    memory,
    landings,
    connect,
    startOf: (subscriber, field) => heldIn(untouched, subscriber, field),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Of a deal, those that a patch names. */
function fieldsOfDeal({ id, name, value, pipelineId, stepId }: Deal, patch?: DealPatch): Fields {
  const fields = { name, value, step: { pipelineId, stepId } };
  const named = Object.entries(fields).filter(([it]) => !patch || it in patch);
  return Object.fromEntries(
    named.map(([it, held]) => [toFieldId({ kind: 'deal', id, name: it as keyof typeof fields }), held]),
  );
}

/** Of a contact, those that a patch names. */
function fieldsOfContact({ id, firstName, lastName, phones, emails }: Contact, patch?: ContactPatch): Fields {
  const fields = { firstName, lastName, phones, emails };
  const named = Object.entries(fields).filter(([it]) => !patch || it in patch);
  return Object.fromEntries(
    named.map(([it, held]) => [toFieldId({ kind: 'contact', id, name: it as keyof typeof fields }), held]),
  );
}

/** What a field holds at the beginning. */
function heldIn({ control: { server } }: MemoryAdapter, id: string, fieldId: string): unknown {
  const field = parseFieldId(fieldId);
  const subscriber = server.subscriber({ id });
  if (field?.kind === 'variable') return subscriber?.variables.find(({ key }) => key === field.key)?.value;
  if (field?.kind === 'tag') return subscriber?.tagging.tags.some((tag) => tag.id === field.id) === true;
  const contact = server.contact({ id });
  const all: Fields = Object.assign(
    {},
    ...server.deals({ id }).map((deal) => fieldsOfDeal(deal)),
    contact && fieldsOfContact(contact),
  );
  return all[fieldId];
}
