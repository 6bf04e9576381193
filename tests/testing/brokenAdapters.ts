import { AdapterError, type AdapterErrorOptions } from '../../src/adapters/AdapterError.ts';
import type { MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import type { CardEvent, DataAdapter, FieldNews, WriteContext } from '../../src/adapters/DataAdapter.ts';
import type { ErrorCode } from '../../src/model/errorCode.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import type { VariableValue } from '../../src/model/variable.ts';
import { marina, pedro } from '../support/conformanceFixture.ts';

type Adapter = Required<DataAdapter>;
type Asking = Exclude<keyof Adapter, 'idempotent' | 'subscribe'>;
type AnswerOf<Name extends Asking> = Awaited<ReturnType<Adapter[Name]>>;

/** The memory adapter with one fault, and the cases that have to see it. */
export interface BrokenAdapter {
  readonly fault: string;
  readonly fails: readonly [string, ...string[]];
  readonly sabotage: (adapter: Adapter) => Partial<DataAdapter>;
  readonly options?: MemoryAdapterOptions;
}

const perRecord: MemoryAdapterOptions = { revisions: 'record' };
let count = 0;

function unheard() {
  return { signal: new AbortController().signal };
}

function freshKey(): string {
  count += 1;
  return `fresh ${count}`;
}

/** Answers otherwise. */
function answers<Name extends Asking>(
  name: Name,
  change: (answer: AnswerOf<Name>, ...given: Parameters<Adapter[Name]>) => unknown,
): BrokenAdapter['sabotage'] {
  return (adapter) => {
    const ask = adapter[name] as (...given: Parameters<Adapter[Name]>) => Promise<AnswerOf<Name>>;
    return {
      [name]: async (...given: Parameters<Adapter[Name]>) => change(await ask(...given), ...given),
    };
  };
}

/** Asks the backend for something else. */
function asks<Name extends Asking>(
  name: Name,
  change: (given: Parameters<Adapter[Name]>) => unknown[],
): BrokenAdapter['sabotage'] {
  return (adapter) => {
    const ask = adapter[name] as (...given: unknown[]) => Promise<AnswerOf<Name>>;
    return { [name]: async (...given: Parameters<Adapter[Name]>) => ask(...change(given)) };
  };
}

/** Refuses otherwise. */
function refuses(
  name: Asking,
  when: ErrorCode,
  change: (error: AdapterError, given: readonly unknown[]) => unknown,
): BrokenAdapter['sabotage'] {
  return (adapter) => {
    const ask = adapter[name] as (...given: unknown[]) => Promise<unknown>;
    return {
      [name]: (...given: unknown[]) =>
        ask(...given).catch(async (thrown: unknown) => {
          throw thrown instanceof AdapterError && thrown.code === when ? await change(thrown, given) : thrown;
        }),
    };
  };
}

function withCode(code: ErrorCode): (error: AdapterError) => AdapterError {
  return ({ message, detail }) => new AdapterError(code, message, detail);
}

function without(name: keyof AdapterErrorOptions): (error: AdapterError) => AdapterError {
  return ({ code, message, detail }) => new AdapterError(code, message, { ...detail, [name]: undefined });
}

function stores(key: string, change: (value: VariableValue) => VariableValue): BrokenAdapter['sabotage'] {
  return asks('setVariable', ([ref, name, value, write]) => [
    ref,
    name,
    name === key ? change(value) : value,
    write,
  ]);
}

function withVariables(
  change: (variable: Subscriber['variables'][number]) => Subscriber['variables'][number],
): BrokenAdapter['sabotage'] {
  return answers('getSubscriber', (answer) => ({ ...answer, variables: answer.variables.map(change) }));
}

/** Two revisions are told as they are, and the second one ever after. */
function createSluggishCounter(): (id: string, revision: number | undefined) => number | undefined {
  const seen = new Map<string, number[]>();
  return (id, revision = 0) => {
    const known = seen.get(id) ?? [];
    seen.set(id, known);
    if (!known.includes(revision) && known.length < 2) known.push(revision);
    return known.includes(revision) ? revision : known[1];
  };
}

/** Tells each event otherwise; `null`: not at all. */
function tells(change: (event: CardEvent) => CardEvent | null): BrokenAdapter['sabotage'] {
  return (adapter) => ({
    subscribe: (ref, listener, context) =>
      adapter.subscribe(
        ref,
        (event) => {
          const told = change(event);
          if (told) listener(told);
        },
        context,
      ),
  });
}

function isNewsOf(kind: string, event: CardEvent, isIt: (news: FieldNews) => boolean = () => true): boolean {
  if (event.type !== 'changed') return false;
  return Object.entries(event.fields).some(([id, news]) => id.startsWith(`${kind}:`) && news && isIt(news));
}

function toNews(event: CardEvent, change: (news: FieldNews) => FieldNews): CardEvent {
  if (event.type !== 'changed') return event;
  const fields = Object.entries(event.fields).map(([id, news]) => [id, news && change(news)]);
  return { type: 'changed', fields: Object.fromEntries(fields) };
}

function toFloat(text: string): string {
  const number = Math.fround(Number(text));
  return Number.isFinite(number) ? String(number) : text;
}

/** A fault that is there for each of these methods. */
function each<Name extends string>(
  names: readonly Name[],
  toBroken: (name: Name) => BrokenAdapter,
): readonly BrokenAdapter[] {
  return names.map(toBroken);
}

const guarded = ['setVariable', 'addTag', 'removeTag', 'updateDeal', 'deleteDeal', 'updateContact'] as const;

const shapes: readonly BrokenAdapter[] = (
  [
    [
      'getSubscriber',
      answers('getSubscriber', (answer) => ({ ...answer, variables: [...answer.variables, { key: 7 }] })),
    ],
    ['setVariable', answers('setVariable', ({ value }) => ({ value: { ...value, updatedAt: 'yesterday' } }))],
    ['searchTags', answers('searchTags', (page) => ({ ...page, revision: 'new' }))],
    ['addTag', answers('addTag', ({ value }) => ({ value: { ...value, revision: 'new' } }))],
    ['removeTag', answers('removeTag', ({ value }) => ({ value: { ...value, revision: 'new' } }))],
    ['createTag', answers('createTag', ({ value }) => ({ value: { ...value, revision: 'new' } }))],
    ['listPipelines', answers('listPipelines', (pipelines) => [...pipelines, { id: 'odd' }])],
    ['searchMembers', answers('searchMembers', (page) => ({ ...page, revision: 'new' }))],
    ['listDeals', answers('listDeals', (page) => ({ ...page, revision: 'new' }))],
    ['createDeal', answers('createDeal', (deal) => ({ ...deal, createdAt: 'yesterday' }))],
    ['updateDeal', answers('updateDeal', (deal) => ({ ...deal, createdAt: 'yesterday' }))],
    ['getContact', answers('getContact', (contact) => contact && withOddPhones(contact))],
    ['createContact', answers('createContact', withOddPhones)],
    ['updateContact', answers('updateContact', withOddPhones)],
    ['linkContact', answers('linkContact', withOddPhones)],
    ['findContacts', answers('findContacts', (contacts) => [...contacts, { id: 5 }])],
  ] as const
).map(([name, sabotage]) => ({
  fault: `answers ${name} with something malformed`,
  fails: [`${name} answers in the shape of the contract`],
  sabotage,
}));

function withOddPhones(contact: AnswerOf<'createContact'>): unknown {
  return { ...contact, phones: contact.phones.map((phone) => ({ ...phone, id: 5 })) };
}

const reads: readonly BrokenAdapter[] = [
  {
    fault: 'answers with an id of its own',
    fails: ['reads the subscriber that was asked for'],
    sabotage: answers('getSubscriber', (answer) => ({ ...answer, id: answer.id.toUpperCase() })),
  },
  {
    fault: 'gives simultaneous reads one answer',
    fails: ['answers two reads at once each with its own subscriber'],
    sabotage: (adapter) => {
      let running: Promise<Subscriber> | undefined;
      return {
        getSubscriber(ref, context) {
          running ??= adapter.getSubscriber(ref, context).finally(() => {
            running = undefined;
          });
          return running;
        },
      };
    },
  },
  {
    fault: 'counts reads as revisions',
    fails: ['reads the same twice if nothing has changed'],
    sabotage: (adapter) => {
      let revision = 0;
      return {
        async getSubscriber(ref, context) {
          const answer = await adapter.getSubscriber(ref, context);
          revision += 1;
          return { ...answer, revision };
        },
      };
    },
  },
  {
    fault: 'passes on addresses that only the backend understands',
    fails: ['gives absolute addresses'],
    sabotage: answers('getSubscriber', (answer) => ({ ...answer, avatarUrl: '/avatars/1.png' })),
  },
  {
    fault: 'searches from five letters on',
    fails: ['finds a tag by its name'],
    sabotage: answers('searchTags', (page, query) =>
      query !== '' && query.length < 5 ? { items: [] } : page,
    ),
  },
  {
    fault: 'finds no member',
    fails: ['finds a member by their name'],
    sabotage: answers('searchMembers', (page, query) => (query === '' ? page : { items: [] })),
  },
  {
    fault: 'finds no contact',
    fails: ['finds the contacts that have an e-mail address or a phone number'],
    sabotage: answers('findContacts', () => []),
  },
  {
    fault: 'finds contacts by their e-mail address only',
    fails: ['finds the contacts that have an e-mail address or a phone number'],
    sabotage: answers('findContacts', (contacts, { email }) => (email === undefined ? [] : contacts)),
  },
  {
    fault: 'answers undefined for no contact',
    fails: ['answers null where no contact is linked'],
    sabotage: answers('getContact', (contact) => contact ?? undefined),
  },
];

const variables: readonly BrokenAdapter[] = [
  {
    fault: 'answers with the value before',
    fails: ['answers with the variable as the backend holds it now'],
    sabotage: (adapter) => ({
      async setVariable(ref, key, value, write) {
        const before = await adapter.getSubscriber(ref, write);
        const written = await adapter.setVariable(ref, key, value, write);
        const old = before.variables.find((variable) => variable.key === key)?.value ?? null;
        return { ...written, value: { ...written.value, value: old } };
      },
    }),
  },
  {
    fault: 'stores a plan in small letters and answers as if it had not',
    fails: ['stores the value'],
    sabotage: (adapter) => ({
      async setVariable(ref, key, value, write) {
        const stored = key === 'plan' && typeof value === 'string' ? value.toLowerCase() : value;
        const written = await adapter.setVariable(ref, key, stored, write);
        return { ...written, value: { ...written.value, value } };
      },
    }),
  },
  {
    fault: 'clears with an empty text',
    fails: ['clears with null'],
    sabotage: stores('plan', (value) => value ?? ''),
  },
  {
    fault: 'writes another variable along',
    fails: ['changes the variable that is named and no other'],
    sabotage: (adapter) => ({
      async setVariable(ref, key, value, write) {
        const written = await adapter.setVariable(ref, key, value, write);
        const other = { signal: write.signal, idempotencyKey: freshKey() };
        if (key === 'plan') await adapter.setVariable(ref, 'wants_mail', false, other);
        return written;
      },
    }),
  },
  {
    fault: 'writes to another subscriber along',
    fails: ['writes to the subscriber that is named and to no other'],
    sabotage: (adapter) => ({
      async setVariable(ref, key, value, write) {
        const written = await adapter.setVariable(ref, key, value, write);
        const other = { signal: write.signal, idempotencyKey: freshKey() };
        if (ref.id === marina.id) await adapter.setVariable(pedro, key, value, other);
        return written;
      },
    }),
  },
  {
    fault: 'reads what is falsy as nothing',
    fails: ['tells the empty text, 0 and false from nothing'],
    sabotage: withVariables((variable) => ({ ...variable, value: variable.value || null })),
  },
  {
    fault: 'trims texts',
    fails: ['keeps text as it is'],
    sabotage: stores('notes', (value) => (typeof value === 'string' ? value.trim() : value)),
  },
  {
    fault: 'normalises texts',
    fails: ['keeps text as it is'],
    sabotage: stores('notes', (value) => (typeof value === 'string' ? value.normalize() : value)),
  },
  {
    fault: 'takes a date for midnight in Greenwich, west of it',
    fails: ['keeps a date as YYYY-MM-DD'],
    sabotage: withVariables((variable) =>
      variable.type === 'date' && typeof variable.value === 'string'
        ? { ...variable, value: dayBefore(variable.value) }
        : variable,
    ),
  },
  {
    fault: 'drops the offset of a time',
    fails: ['keeps a time to the second, whatever its offset'],
    sabotage: stores('next_call', (value) =>
      typeof value === 'string' ? value.replace(/[+-]\d\d:\d\d$/, 'Z') : value,
    ),
  },
  {
    fault: 'makes floats of numbers',
    fails: ['keeps a number as decimal digits'],
    sabotage: stores('orders', (value) => (typeof value === 'string' ? toFloat(value) : value)),
  },
  {
    fault: 'makes floats of money',
    fails: ['keeps money as decimal digits with its currency'],
    sabotage: stores('spent', (value) =>
      typeof value === 'object' && value && 'amount' in value
        ? { ...value, amount: toFloat(value.amount) }
        : value,
    ),
  },
  {
    fault: 'answers without the record',
    fails: ['answers with the whole record where only records have revisions'],
    options: perRecord,
    sabotage: answers('setVariable', ({ value }) => ({ value })),
  },
];

const tags: readonly BrokenAdapter[] = [
  {
    fault: 'answers an added tag with the set before',
    fails: [
      'answers an added tag with the whole set, as the backend holds it',
      'adds a tag whatever its id is',
    ],
    sabotage: (adapter) => ({
      async addTag(ref, tagId, write) {
        const { tagging } = await adapter.getSubscriber(ref, write);
        await adapter.addTag(ref, tagId, write);
        return { value: tagging };
      },
    }),
  },
  {
    fault: 'answers a removed tag with the set before',
    fails: ['answers a removed tag with the whole set, as the backend holds it'],
    sabotage: (adapter) => ({
      async removeTag(ref, tagId, write) {
        const { tagging } = await adapter.getSubscriber(ref, write);
        await adapter.removeTag(ref, tagId, write);
        return { value: tagging };
      },
    }),
  },
  {
    fault: 'refuses a tag that is there',
    fails: ['takes a tag that is there already as added'],
    sabotage: (adapter) => ({
      async addTag(ref, tagId, write) {
        const { tagging } = await adapter.getSubscriber(ref, write);
        if (tagging.tags.some(({ id }) => id === tagId)) throw new AdapterError('duplicate', 'It is there.');
        return adapter.addTag(ref, tagId, write);
      },
    }),
  },
  {
    fault: 'refuses to remove a tag that is not there',
    fails: ['takes a tag that is not there as removed'],
    sabotage: (adapter) => ({
      async removeTag(ref, tagId, write) {
        const { tagging } = await adapter.getSubscriber(ref, write);
        if (!tagging.tags.some(({ id }) => id === tagId)) throw new AdapterError('not-found', 'It is gone.');
        return adapter.removeTag(ref, tagId, write);
      },
    }),
  },
  {
    fault: 'answers a tag without the record',
    fails: ['answers a tag with the whole record where only records have revisions'],
    options: perRecord,
    sabotage: answers('addTag', ({ value }) => ({ value })),
  },
  {
    fault: 'creates a tag and does not assign it',
    fails: ['creates a tag and gives it to the subscriber'],
    sabotage: (adapter) => ({
      async createTag(ref, name, write) {
        const written = await adapter.createTag(ref, name, write);
        const created = written.value.tags.find((tag) => tag.name === name);
        const other = { signal: write.signal, idempotencyKey: freshKey() };
        if (created) await adapter.removeTag(ref, created.id, other);
        return written;
      },
    }),
  },
  {
    fault: 'searches in a vocabulary of yesterday',
    fails: ['lists a created tag in the vocabulary'],
    sabotage: answers('searchTags', (page) => ({
      ...page,
      items: page.items.filter(({ name }) => !name.startsWith('Conformance')),
    })),
  },
  {
    fault: 'escapes the name of a tag',
    fails: ['keeps the name of a tag as it is'],
    sabotage: asks('createTag', ([ref, name, write]) => [ref, name.replaceAll('<', '&lt;'), write]),
  },
];

const deals: readonly BrokenAdapter[] = [
  {
    fault: 'answers a created deal without its assignee',
    fails: ['answers a created deal as the backend holds it'],
    sabotage: answers('createDeal', (deal) => ({ ...deal, assignee: null })),
  },
  {
    fault: 'does not list a deal until it has another name',
    fails: ['lists a created deal'],
    sabotage: answers('listDeals', (page) => ({
      ...page,
      items: page.items.filter(({ name }) => name !== 'Conformance'),
      total: undefined,
    })),
  },
  {
    fault: 'answers a changed deal with an id of its own',
    fails: ['answers a changed deal as the backend holds it'],
    sabotage: answers('updateDeal', (deal) => ({ ...deal, id: `deal:${deal.id}` })),
  },
  {
    fault: 'clears the value of a deal with undefined',
    fails: ['leaves alone what a change of a deal does not name'],
    sabotage: asks('updateDeal', ([ref, id, patch, write]) => [
      ref,
      id,
      'value' in patch && patch.value === undefined ? { ...patch, value: null } : patch,
      write,
    ]),
  },
  {
    fault: 'leaves alone what null clears of a deal',
    fails: ['clears the value and the assignee of a deal with null'],
    sabotage: asks('updateDeal', ([ref, id, patch, write]) => [
      ref,
      id,
      { ...patch, value: patch.value ?? undefined, assigneeId: patch.assigneeId ?? undefined },
      write,
    ]),
  },
  {
    fault: 'moves no deal',
    fails: ['moves a deal to another step'],
    sabotage: asks('updateDeal', ([ref, id, patch, write]) => [
      ref,
      id,
      { ...patch, step: undefined },
      write,
    ]),
  },
  {
    fault: 'makes a float of the value of a deal',
    fails: ['keeps the value of a deal as decimal digits with its currency'],
    sabotage: asks('createDeal', ([ref, draft, write]) => [
      ref,
      { ...draft, value: draft.value && { ...draft.value, amount: toFloat(draft.value.amount) } },
      write,
    ]),
  },
  {
    fault: 'strips markup from the name of a deal',
    fails: ['keeps the name of a deal as it is'],
    sabotage: asks('createDeal', ([ref, draft, write]) => [
      ref,
      { ...draft, name: draft.name.replace(/<[^>]*>/g, '') },
      write,
    ]),
  },
  {
    fault: 'deletes no deal without ifRevision',
    fails: ['deletes a deal'],
    sabotage: (adapter) => ({
      async deleteDeal(ref, id, write) {
        if (write.ifRevision !== undefined) await adapter.deleteDeal(ref, id, write);
      },
    }),
  },
];

const contacts: readonly BrokenAdapter[] = [
  {
    fault: 'answers a created contact with an empty name',
    fails: ['creates a contact and links it to the subscriber'],
    sabotage: answers('createContact', (contact) => ({ ...contact, lastName: '' })),
  },
  {
    fault: 'answers a changed contact with an id of its own',
    fails: ['answers a changed contact as the backend holds it'],
    sabotage: answers('updateContact', (contact) => ({ ...contact, id: `contact:${contact.id}` })),
  },
  {
    fault: 'clears the first name of a contact with undefined',
    fails: ['leaves alone what a change of a contact does not name'],
    sabotage: asks('updateContact', ([ref, id, patch, write]) => [
      ref,
      id,
      'firstName' in patch ? { ...patch, firstName: patch.firstName ?? '' } : patch,
      write,
    ]),
  },
  {
    fault: 'adds phone numbers to those that are there',
    fails: ['replaces the phone numbers of a contact as a whole'],
    sabotage: (adapter) => ({
      async updateContact(ref, id, patch, write) {
        const held = patch.phones && (await adapter.getContact(ref, write));
        const phones = held ? [...held.phones, ...(patch.phones ?? [])] : patch.phones;
        return adapter.updateContact(ref, id, { ...patch, phones }, write);
      },
    }),
  },
  {
    fault: 'leaves the assignee of a contact alone with null',
    fails: ['clears the assignee of a contact with null'],
    sabotage: asks('updateContact', ([ref, id, patch, write]) => [
      ref,
      id,
      { ...patch, assigneeId: patch.assigneeId ?? undefined },
      write,
    ]),
  },
  {
    fault: 'leaves a field of a contact alone with null',
    fails: ['changes a field of a contact by its key, and clears it with null'],
    sabotage: asks('updateContact', ([ref, id, patch, write]) => [
      ref,
      id,
      { ...patch, fields: patch.fields?.filter(({ value }) => value !== null) },
      write,
    ]),
  },
  {
    fault: 'links no contact',
    fails: ['links a contact that exists'],
    sabotage: (adapter) => ({
      async linkContact(_ref, _contactId, write) {
        const contact = await adapter.getContact(marina, write);
        if (!contact) throw new AdapterError('not-found', 'There is none.');
        return contact;
      },
    }),
  },
];

const stale: readonly BrokenAdapter[] = [
  ...each(guarded, (name) => ({
    fault: `refuses a stale ${name}, and does it`,
    fails: [`refuses a stale ${name} with conflict, and does nothing`],
    sabotage: (adapter) => {
      const ask = adapter[name] as (...given: unknown[]) => Promise<unknown>;
      return refuses(name, 'conflict', async (error, given) => {
        const { signal } = given.at(-1) as WriteContext;
        await ask(...given.slice(0, -1), { signal, idempotencyKey: freshKey() });
        return error;
      })(adapter);
    },
  })),
  ...each(guarded, (name) => ({
    fault: `takes a stale ${name} for a fresh one`,
    fails: [
      `refuses a stale ${name} with conflict, and does nothing`,
      `says with the conflict of ${name} what the backend holds`,
      ...(name === 'setVariable'
        ? ['lets exactly one of several writes with the same revision through']
        : []),
    ],
    sabotage: (adapter) => {
      const ask = adapter[name] as (...given: unknown[]) => Promise<unknown>;
      return {
        [name]: async (...given: unknown[]) =>
          ask(...given.slice(0, -1), { ...(given.at(-1) as WriteContext), ifRevision: undefined }),
      };
    },
  })),
  ...each(guarded, (name) => ({
    fault: `does not say what a stale ${name} met`,
    fails: [`says with the conflict of ${name} what the backend holds`],
    sabotage: refuses(name, 'conflict', without('current')),
  })),
  {
    fault: 'says a conflict without the record',
    fails: ['says with a conflict the whole record where only records have revisions'],
    options: perRecord,
    sabotage: refuses('setVariable', 'conflict', without('record')),
  },
  {
    fault: 'answers with the revision before',
    fails: ['takes a write with the revision that the answer before gave'],
    sabotage: answers('setVariable', ({ value }) => ({
      value: { ...value, revision: (value.revision ?? 0) - 1 },
    })),
  },
  {
    fault: 'looks at the revision first and writes then',
    fails: ['lets exactly one of several writes with the same revision through'],
    sabotage: (adapter) => ({
      async setVariable(ref, key, value, write) {
        const { variables: held } = await adapter.getSubscriber(ref, write);
        const isFresh = held.find((variable) => variable.key === key)?.revision === write.ifRevision;
        return adapter.setVariable(ref, key, value, isFresh ? { ...write, ifRevision: undefined } : write);
      },
    }),
  },
];

const revisions: readonly BrokenAdapter[] = [
  {
    fault: 'does not raise the revision of a variable every time',
    fails: ['raises the revision of a variable, or of its record, with each change'],
    sabotage: (adapter) => {
      const tell = createSluggishCounter();
      return withVariables((variable) => ({ ...variable, revision: tell(variable.key, variable.revision) }))(
        adapter,
      );
    },
  },
  {
    fault: 'does not raise the revision of the tags every time',
    fails: ['raises the revision of the tags, or of their record, with each change'],
    sabotage: (adapter) => {
      const tell = createSluggishCounter();
      return answers('getSubscriber', (answer) => ({
        ...answer,
        tagging: { ...answer.tagging, revision: tell(answer.id, answer.tagging.revision) },
      }))(adapter);
    },
  },
  {
    fault: 'does not raise the revision of a deal every time',
    fails: ['raises the revision of a deal with each change'],
    sabotage: (adapter) => {
      const tell = createSluggishCounter();
      return answers('updateDeal', (deal) => ({ ...deal, revision: tell(deal.id, deal.revision) }))(adapter);
    },
  },
  {
    fault: 'does not raise the revision of a contact every time',
    fails: ['raises the revision of a contact with each change'],
    sabotage: (adapter) => {
      const tell = createSluggishCounter();
      return answers('updateContact', (contact) => ({
        ...contact,
        revision: tell(contact.id, contact.revision),
      }))(adapter);
    },
  },
];

const idempotency: readonly BrokenAdapter[] = [
  {
    fault: 'forgets the key of a deal when it is created',
    fails: ['creates one deal of two calls with one key'],
    sabotage: (adapter) => {
      const running = new Map<string, ReturnType<Adapter['createDeal']>>();
      return {
        createDeal(ref, draft, write) {
          const key = write.idempotencyKey;
          const call =
            running.get(key) ??
            adapter
              .createDeal(ref, draft, { ...write, idempotencyKey: freshKey() })
              .finally(() => running.delete(key));
          running.set(key, call);
          return call;
        },
      };
    },
  },
  {
    fault: 'remembers the key of a deal only when it is created',
    fails: ['creates one deal of two simultaneous calls with one key'],
    sabotage: (adapter) => {
      const running = new Set<string>();
      return {
        async createDeal(ref, draft, write) {
          const key = write.idempotencyKey;
          if (running.has(key))
            return adapter.createDeal(ref, draft, { ...write, idempotencyKey: freshKey() });
          running.add(key);
          return adapter.createDeal(ref, draft, write).finally(() => running.delete(key));
        },
      };
    },
  },
  {
    fault: 'takes equal deals for one',
    fails: ['creates two deals of two calls with two keys'],
    sabotage: asks('createDeal', ([ref, draft, write]) => [
      ref,
      draft,
      { ...write, idempotencyKey: JSON.stringify([ref.id, draft]) },
    ]),
  },
  {
    fault: 'creates a second tag',
    fails: ['creates one tag of two calls with one key'],
    sabotage: (adapter) => {
      const seen = new Set<string>();
      return answers('createTag', ({ value }, _ref, name, { idempotencyKey }) => {
        const isRepeat = seen.has(idempotencyKey);
        seen.add(idempotencyKey);
        const twins = value.tags.filter((tag) => isRepeat && tag.name === name);
        return {
          value: { ...value, tags: [...value.tags, ...twins.map((tag) => ({ ...tag, id: 'twin' }))] },
        };
      })(adapter);
    },
  },
  {
    fault: 'does not pass on the key of a contact',
    fails: ['creates one contact of two calls with one key'],
    sabotage: asks('createContact', ([ref, draft, write]) => [
      ref,
      draft,
      { ...write, idempotencyKey: freshKey() },
    ]),
  },
];

const aborts: readonly BrokenAdapter[] = [
  {
    fault: 'does not look at the signal before it begins',
    fails: ['rejects a read that is aborted before it begins'],
    sabotage: asks('listDeals', ([ref, page, { signal }]) => [
      ref,
      page,
      signal.aborted ? unheard() : { signal },
    ]),
  },
  {
    fault: 'does not look at the signal after it has begun',
    fails: ['rejects a read that is aborted under way, at once'],
    sabotage: asks('getSubscriber', ([ref, { signal }]) => [ref, signal.aborted ? { signal } : unheard()]),
  },
  {
    fault: 'does not end where it is aborted',
    fails: ['rejects a read that is aborted under way, at once'],
    sabotage: (adapter) => ({
      searchMembers(query, page, context) {
        const isLost = !context.signal.aborted;
        return adapter.searchMembers(query, page, context).catch((thrown: unknown) => {
          if (isLost && context.signal.aborted) return new Promise(() => {});
          throw thrown;
        });
      },
    }),
  },
  {
    fault: 'does not pass on the signal of a write',
    fails: ['rejects a write that is aborted under way, at once'],
    sabotage: asks('setVariable', ([ref, key, value, write]) => [
      ref,
      key,
      value,
      { ...write, ...unheard() },
    ]),
  },
];

const paging: readonly BrokenAdapter[] = each(['listDeals', 'searchTags', 'searchMembers'], (name) => ({
  fault: `has an item of ${name} on two pages`,
  fails: [`${name} hands out each item once, page by page`],
  sabotage: (adapter) =>
    onPages(adapter, name, (page, limit) =>
      limit === 1 ? { ...page, items: page.items.flatMap((item) => [item, item]) } : page,
    ),
}));

const losses: readonly BrokenAdapter[] = each(['listDeals', 'searchTags', 'searchMembers'], (name) => ({
  fault: `loses an item of ${name} between two pages`,
  fails: [`${name} hands out each item once, page by page`],
  sabotage: (adapter) =>
    onPages(adapter, name, (page, limit) =>
      limit === 1 && page.nextCursor === undefined ? { ...page, items: page.items.slice(0, -1) } : page,
    ),
}));

const totals: readonly BrokenAdapter[] = each(['listDeals', 'searchTags', 'searchMembers'], (name) => ({
  fault: `counts the page of ${name} for all`,
  fails: [`${name} counts what there is, where it says a total`],
  sabotage: (adapter) => onPages(adapter, name, (page) => ({ ...page, total: 1 })),
}));

interface AnyPage {
  readonly items: readonly unknown[];
  readonly nextCursor?: string | undefined;
  readonly total?: number | undefined;
}

function onPages(
  adapter: Adapter,
  name: 'listDeals' | 'searchTags' | 'searchMembers',
  change: (page: AnyPage, limit: number | undefined) => AnyPage,
): Partial<DataAdapter> {
  const ask = adapter[name] as (...given: unknown[]) => Promise<AnyPage>;
  return {
    [name]: async (...given: [unknown, { readonly limit?: number }, unknown]) =>
      change(await ask(...given), given[1].limit),
  };
}

const endless: BrokenAdapter = {
  fault: 'has always one page more',
  fails: [
    'searchMembers hands out each item once, page by page',
    'searchMembers counts what there is, where it says a total',
  ],
  sabotage: answers('searchMembers', (page) => ({ ...page, nextCursor: page.nextCursor ?? '-1' })),
};

const errors: readonly BrokenAdapter[] = [
  ...each(
    [
      ['getSubscriber', 'subscriber who'],
      ['setVariable', 'variable that'],
      ['addTag', 'tag that'],
      ['updateDeal', 'deal that'],
      ['updateContact', 'contact that'],
    ].map(([name, noun]) => `${name} ${noun}`),
    (pair) => {
      const [name, ...noun] = pair.split(' ') as ['getSubscriber', ...string[]];
      return {
        fault: `${name} says unavailable where it is not-found`,
        fails: [`says not-found of a ${noun.join(' ')} does not exist`],
        sabotage: refuses(name, 'not-found', withCode('unavailable')),
      };
    },
  ),
  {
    fault: 'throws before there is a promise',
    fails: ['rejects and never throws'],
    sabotage: (adapter) => ({
      listDeals(ref, page, context) {
        if (ref.id !== marina.id) throw new TypeError('Cannot read properties of undefined');
        return adapter.listDeals(ref, page, context);
      },
    }),
  },
  {
    fault: 'rejects with what it was thrown',
    fails: ['rejects with AdapterErrors of the known codes only'],
    sabotage: refuses('listDeals', 'not-found', () => new Error('HTTP 404')),
  },
  {
    fault: 'rejects with a code of its own',
    fails: ['rejects with AdapterErrors of the known codes only'],
    sabotage: refuses('getContact', 'not-found', () =>
      Object.assign(new Error('Gone.'), { name: 'AdapterError', code: 'gone', detail: {} }),
    ),
  },
  {
    fault: 'does not say what is invalid',
    fails: ['says where a value is invalid'],
    sabotage: refuses('setVariable', 'invalid', without('issues')),
  },
  {
    fault: 'quotes the value in the message',
    fails: ['keeps what was typed out of the messages of errors'],
    sabotage: refuses(
      'setVariable',
      'invalid',
      ({ code, detail }, given) => new AdapterError(code, `"${String(given[2])}" is refused.`, detail),
    ),
  },
];

const hostile: readonly BrokenAdapter[] = [
  {
    fault: 'builds an address of an id as it is',
    fails: ['takes no part of an id for somebody else'],
    sabotage: asks('getSubscriber', ([{ id, ...ref }, context]) => [
      { ...ref, id: id.replace(/^.*\.\.?\//, '').replace(/[/?#%].*$/, '') },
      context,
    ]),
  },
  {
    fault: 'looks names up in a plain object',
    fails: ['takes the names of Object.prototype for names like any other'],
    sabotage: (adapter) => ({
      setVariable: async (ref, key, value, write) =>
        key !== '__proto__' && key in {}
          ? { value: { key, label: key, type: 'string', value } }
          : adapter.setVariable(ref, key, value, write),
    }),
  },
  {
    fault: 'encodes without looking',
    fails: ['takes text that has no encoding'],
    sabotage: asks('searchTags', ([query, page, context]) => [
      decodeURIComponent(encodeURIComponent(query)),
      page,
      context,
    ]),
  },
  {
    fault: 'keeps variables in a plain object',
    fails: ['writes a variable whatever its key is'],
    sabotage: withVariables((variable) =>
      variable.key === '__proto__' ? { ...variable, value: null } : variable,
    ),
  },
  {
    fault: 'encodes the id of a tag once too often',
    fails: ['adds a tag whatever its id is'],
    sabotage: asks('addTag', ([ref, tagId, write]) => [ref, encodeURIComponent(tagId), write]),
  },
];

const events: readonly BrokenAdapter[] = [
  {
    fault: 'tells nothing of variables',
    fails: ['tells of a variable that a colleague changes'],
    sabotage: tells((event) => (isNewsOf('variable', event) ? null : event)),
  },
  {
    fault: 'tells another value than the one that was written',
    fails: ['tells of a variable that a colleague changes'],
    sabotage: tells((event) =>
      isNewsOf('variable', event) ? toNews(event, (news) => ({ ...news, value: 'before' })) : event,
    ),
  },
  {
    fault: 'tells nothing of added tags',
    fails: ['tells of a tag that a colleague adds'],
    sabotage: tells((event) => (isNewsOf('tag', event, ({ value }) => value !== null) ? null : event)),
  },
  {
    fault: 'tells nothing of removed tags',
    fails: ['tells of a tag that a colleague removes'],
    sabotage: tells((event) => (isNewsOf('tag', event, ({ value }) => value === null) ? null : event)),
  },
  {
    fault: 'tells nothing of new deals',
    fails: ['tells of a deal that a colleague creates'],
    sabotage: tells((event) => (event.type === 'dealCreated' ? null : event)),
  },
  {
    fault: 'tells nothing of changed deals',
    fails: ['tells of a deal that a colleague changes'],
    sabotage: tells((event) => (isNewsOf('deal', event) ? null : event)),
  },
  {
    fault: 'tells nothing of deleted deals',
    fails: ['tells of a deal that a colleague deletes'],
    sabotage: tells((event) => (event.type === 'dealDeleted' ? null : event)),
  },
  {
    fault: 'tells nothing of changed contacts',
    fails: ['tells of a contact that a colleague changes'],
    sabotage: tells((event) => (isNewsOf('contact', event) ? null : event)),
  },
  {
    fault: 'tells nothing of linked contacts',
    fails: ['tells of a contact that a colleague links'],
    sabotage: tells((event) => (event.type === 'contactLinked' ? null : event)),
  },
  {
    fault: 'tells times of its own',
    fails: ['tells events in the shape of the contract'],
    sabotage: tells((event) => toNews(event, (news) => ({ ...news, at: 'yesterday' }))),
  },
  {
    fault: 'tells revisions that fall',
    fails: ['tells the revisions of a field in their order'],
    sabotage: tells((event) => toNews(event, (news) => ({ ...news, revision: -(news.revision ?? 0) }))),
  },
  {
    fault: 'tells the revision before',
    fails: ['tells the revisions of a field in their order'],
    sabotage: (adapter) => {
      let last = 0;
      return tells((event) =>
        toNews(event, (news) => {
          const revision = last;
          last = news.revision ?? 0;
          return { ...news, revision };
        }),
      )(adapter);
    },
  },
  {
    fault: 'does not unsubscribe',
    fails: ['tells nothing after it is unsubscribed'],
    sabotage: (adapter) => ({
      subscribe(ref, listener, context) {
        adapter.subscribe(ref, listener, context);
        return () => {};
      },
    }),
  },
  {
    fault: 'does not look at the signal of a subscription',
    fails: ['tells nothing after its signal is aborted'],
    sabotage: (adapter) => ({
      subscribe: (ref, listener) => adapter.subscribe(ref, listener, unheard()),
    }),
  },
  {
    fault: 'tells everybody everything',
    fails: ['tells nothing of other subscribers'],
    sabotage: (adapter) => ({
      subscribe(_ref, listener, context) {
        const stops = [marina, pedro].map((ref) => adapter.subscribe(ref, listener, context));
        return () => {
          for (const stop of stops) stop();
        };
      },
    }),
  },
];

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

export const brokenAdapters: readonly BrokenAdapter[] = [
  ...shapes,
  ...reads,
  ...variables,
  ...tags,
  ...deals,
  ...contacts,
  ...stale,
  ...revisions,
  ...idempotency,
  ...aborts,
  ...paging,
  ...losses,
  ...totals,
  endless,
  ...errors,
  ...hostile,
  ...events,
];
