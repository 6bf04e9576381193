import { beforeEach, describe, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import {
  checkContact,
  checkDeal,
  checkMember,
  checkPage,
  checkPipelines,
  checkSubscriber,
  checkTag,
  checkTagging,
  checkVariableRow,
  checkWritten,
} from '../../src/adapters/checkAnswer.ts';
import { createDemoData } from '../../src/adapters/createMemoryAdapter.ts';
import { NEW } from '../../src/model/field.ts';
import {
  aCampaign,
  aContact,
  aDeal,
  aMember,
  aPipeline,
  aSubscriber,
  aTag,
  aVariable,
} from '../support/fixtures.ts';

let problems: AdapterError[];
const report = (problem: AdapterError) => problems.push(problem);
const reported = () => problems.map(({ detail }) => detail.path);

const hostileNames = [
  '',
  '__proto__',
  'constructor',
  'a/b',
  '..',
  '7',
  'toString',
  '🙂',
  '\uD800',
  '\u202E',
  'x'.repeat(10_000),
];

beforeEach(() => {
  problems = [];
});

describe('a valid answer', () => {
  test('comes through as it is', () => {
    for (const subscriber of createDemoData().subscribers) {
      expect(checkSubscriber(subscriber, report)).toEqual(subscriber);
    }
    const deal = aDeal({ assignee: aMember() });
    const contact = aContact({ phones: [{ value: '+55 11', primary: true }], fields: [aVariable()] });
    expect(checkDeal(deal, report)).toEqual(deal);
    expect(checkContact(contact, report)).toEqual(contact);
    expect(checkPipelines([aPipeline()], report)).toEqual([aPipeline()]);
    expect(reported()).toEqual([]);
  });

  test('is copied, so that the host can change its object later', () => {
    const variable = { ...aVariable({ type: 'multiselect', value: ['a'] }) };
    const answer = { ...aSubscriber(), variables: [variable], tagging: { tags: [{ ...aTag() }] } };
    const subscriber = checkSubscriber(answer, report);
    variable.label = 'Changed';
    answer.tagging.tags.length = 0;
    (variable.value as string[]).push('b');
    expect(subscriber.variables[0]).toMatchObject({ label: 'Plan', value: ['a'] });
    expect(subscriber.tagging.tags).toHaveLength(1);
  });

  test('keeps the three kinds of nothing apart', () => {
    const { username, avatarUrl } = checkSubscriber(
      aSubscriber({ username: null, avatarUrl: undefined }),
      report,
    );
    expect([username, avatarUrl]).toEqual([null, undefined]);
    const values = [null, '', '0', 'false'];
    expect(values.map((value) => checkVariableRow(aVariable({ value }), report).value)).toEqual(values);
  });

  test('can be made of class instances, proxies, getters, frozen and cyclic objects', () => {
    class Row {
      readonly #name: string;
      constructor(name: string) {
        this.#name = name;
      }
      get id() {
        return this.#name.toLowerCase();
      }
      get name() {
        return this.#name;
      }
    }
    const cyclic: Record<string, unknown> = { ...aTag({ id: 'c', name: 'C' }) };
    cyclic.group = undefined;
    cyclic.self = cyclic;
    const tags = [new Row('A'), new Proxy({ id: 'b', name: 'B' }, {}), cyclic, Object.freeze(aTag())];
    expect(checkTagging(Object.freeze({ tags: Object.freeze(tags) }), report).tags).toEqual([
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
      { id: 'c', name: 'C' },
      aTag(),
    ]);
    expect(reported()).toEqual([]);
  });

  test('may have any string as an id, a key or a name', () => {
    const names = hostileNames;
    const subscriber = checkSubscriber(
      aSubscriber({
        variables: names.map((key) => aVariable({ key, label: key })),
        tagging: { tags: names.map((id) => aTag({ id, name: id })) },
      }),
      report,
    );
    expect(subscriber.variables.map(({ key }) => key)).toEqual(names);
    expect(subscriber.tagging.tags.map(({ id }) => id)).toEqual(names);
    expect(checkVariableRow(aVariable({ type: 'constructor' }), report).type).toBe('constructor');
  });
});

describe('a bad row', () => {
  test('is left out and reported, the others stay', () => {
    const bad = [
      null,
      7,
      'x',
      [],
      () => {},
      { ...aVariable(), key: 7 },
      { ...aVariable(), label: undefined },
    ];
    const variables = [aVariable({ key: 'a' }), ...bad, aVariable({ key: 'b' })];
    const subscriber = checkSubscriber({ ...aSubscriber(), variables }, report);
    expect(subscriber.variables.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(problems).toHaveLength(bad.length);
    expect(reported()).toContain('variables.6.key');
  });

  test.each([
    ['tags', { tagging: { tags: [{ id: 1, name: 'VIP' }, aTag()] } }, 'tagging.tags.0.id'],
    ['campaigns', { campaigns: [{ ...aCampaign(), name: null }, aCampaign()] }, 'campaigns.0.name'],
  ])('is left out of %s', (_, part, path) => {
    const { tagging, campaigns = [] } = checkSubscriber({ ...aSubscriber(), ...part }, report);
    expect([...tagging.tags, ...campaigns]).toHaveLength(1);
    expect(reported()).toEqual([path]);
  });

  test('is left out of options, contact points and fields', () => {
    const options = [{ id: 'a', label: 'A' }, { id: 'b' }];
    expect(checkVariableRow({ ...aVariable(), type: 'select', options }, report).options).toHaveLength(1);
    const contact = checkContact(
      { ...aContact(), phones: [{ value: 7 }], emails: ['a@b.c'], fields: [{ ...aVariable(), value: 1 }] },
      report,
    );
    expect([contact.phones, contact.emails, contact.fields]).toEqual([[], [], []]);
    expect(reported()).toEqual(['options.1.label', 'phones.0.value', 'emails.0', 'fields.0.value']);
  });

  test('is left out of a page', () => {
    const page = checkPage(checkDeal, { items: [{}, aDeal(), undefined], nextCursor: 'x' }, report);
    expect(page).toEqual({ items: [aDeal()], nextCursor: 'x' });
    expect(reported()).toEqual(['items.0.id', 'items.2']);
  });

  test('is a deal or a contact whose id stands for a new one: the text of the one must not go to the other', () => {
    expect(checkPage(checkDeal, { items: [aDeal({ id: NEW }), aDeal()] }, report).items).toEqual([aDeal()]);
    expect(reported()).toEqual(['items.0.id']);
    expect(() => checkContact(aContact({ id: NEW }), report)).toThrow(/expected an id other than/);
  });

  test('is one whose getter throws, or whose proxy was revoked', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const trap = {
      id: 'trap',
      get name(): string {
        throw new Error('not for you');
      },
    };
    const page = checkPage(checkTag, { items: [trap, revoked.proxy, aTag()] }, report);
    expect(page.items).toEqual([aTag()]);
    expect(reported()).toEqual(['items.0.name', 'items.1.id']);
  });

  test('is a variable whose lock or mask cannot be read: it must not turn into permission', () => {
    const variables = [
      { ...aVariable({ key: 'a' }), readOnly: true },
      { ...aVariable({ key: 'b' }), masked: 'yes' },
    ];
    expect(checkSubscriber({ ...aSubscriber(), variables }, report).variables).toEqual([]);
    expect(reported()).toEqual(['variables.0.readOnly', 'variables.1.masked']);
  });
});

describe('the value of a variable', () => {
  test.each([
    ['number', '07.50', '7.5'],
    ['currency', { amount: '10.50', currency: 'brl' }, { amount: '10.5', currency: 'BRL' }],
    ['datetime', '2025-11-09T18:42:00.000-03:00', '2025-11-09T21:42:00Z'],
    ['multiselect', ['b', 'a', 'b'], ['a', 'b']],
    ['date', '2024-02-29', '2024-02-29'],
    ['mood', 'sunny', 'sunny'],
  ])('is written in one way: %s', (type, value, canonical) => {
    expect(checkVariableRow({ ...aVariable(), type, value }, report).value).toEqual(canonical);
  });

  test.each([
    ['string', 7],
    ['number', 7],
    ['number', '1,5'],
    ['currency', { amount: 10, currency: 'BRL' }],
    ['boolean', 'true'],
    ['date', '2025-02-29'],
    ['date', new Date()],
    ['datetime', '2025-02-01'],
    ['multiselect', 'a'],
    ['multiselect', ['a', 1]],
    ['select', ['a']],
    ['mood', { sunny: true }],
    ['string', undefined],
  ])('of the type %s is never %j', (type, value) => {
    expect(() => checkVariableRow({ ...aVariable(), type, value }, report)).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    );
  });
});

describe('two rows with one id', () => {
  test('become one: the higher revision stays', () => {
    const rows = [aDeal({ revision: 5, name: 'New' }), aDeal({ revision: 4, name: 'Old' })];
    expect(checkPage(checkDeal, { items: rows }, report).items).toEqual([rows[0]]);
    expect(reported()).toEqual(['items.1']);
  });

  test('become one: without revisions the later stays', () => {
    const rows = [aVariable({ value: 'first' }), aVariable({ value: 'second' })];
    expect(checkSubscriber({ ...aSubscriber(), variables: rows }, report).variables).toEqual([rows[1]]);
    expect(reported()).toEqual(['variables.1']);
  });

  const point = { id: 'p', value: '+55 11', primary: true };
  test.each<[list: string, read: (rows: unknown[]) => readonly unknown[], row: object]>([
    ['tags', (tags) => checkTagging({ tags }, report).tags, aTag()],
    ['fields', (fields) => checkContact({ ...aContact(), fields }, report).fields, aVariable()],
    ['phones', (phones) => checkContact({ ...aContact(), phones }, report).phones, point],
    ['emails', (emails) => checkContact({ ...aContact(), emails }, report).emails, point],
    [
      'campaigns',
      (campaigns) => checkSubscriber({ ...aSubscriber(), campaigns }, report).campaigns ?? [],
      aCampaign(),
    ],
    ['items', (items) => checkPage(checkMember, { items }, report).items, aMember()],
    ['', (pipelines) => checkPipelines(pipelines, report), aPipeline()],
    [
      '0.steps',
      (steps) => checkPipelines([{ ...aPipeline(), steps }], report)[0]?.steps ?? [],
      { id: 's', name: 'S' },
    ],
    [
      'options',
      (options) => checkVariableRow({ ...aVariable(), options }, report).options ?? [],
      { id: 'o', label: 'O' },
    ],
  ])('become one, wherever they stand: %s', (list, read, row) => {
    const others = hostileNames.map((name) => ({ ...row, ...('key' in row ? { key: name } : { id: name }) }));
    expect(read([row, ...others, { ...row }])).toEqual([row, ...others]);
    expect(reported()).toEqual([`${list && `${list}.`}${others.length + 1}`]);
  });

  test('stay two if they are two touches of one campaign', () => {
    const campaigns = [aCampaign({ messageId: 'm2' }), aCampaign({ messageId: 'm1' })];
    expect(checkSubscriber(aSubscriber({ campaigns }), report).campaigns).toEqual(campaigns);
  });
});

describe('an optional fact of a wrong type', () => {
  test('is dropped and reported, the subscriber stays', () => {
    const answer = {
      ...aSubscriber(),
      revision: '7',
      username: 42,
      subscription: { status: 'active', subscribedAt: 'long ago', lastActivityAt: null },
      instagram: { followsBusiness: 'yes', followedByBusiness: null },
    };
    const { subscription, ...facts } = checkSubscriber(answer, report);
    expect(subscription).toEqual({ status: 'active', lastActivityAt: null });
    expect(facts).not.toHaveProperty('username');
    expect(facts).not.toHaveProperty('instagram');
    expect(facts).not.toHaveProperty('revision');
    expect(reported()).toEqual([
      'revision',
      'username',
      'subscription.subscribedAt',
      'instagram.followsBusiness',
    ]);
  });

  test('is dropped when reading it throws', () => {
    const answer = {
      ...aSubscriber(),
      get username(): string {
        throw new Error('not for you');
      },
    };
    expect(checkSubscriber(answer, report)).toEqual({ ...aSubscriber(), username: undefined });
    expect(reported()).toEqual(['username']);
  });
});

describe('a bad section', () => {
  test.each<[path: string, answer: unknown]>([
    ['', null],
    ['', '<!doctype html>'],
    ['', undefined],
    ['id', []],
    ['id', { ...aSubscriber(), id: 7 }],
    ['name', { ...aSubscriber(), name: undefined }],
    ['variables', { ...aSubscriber(), variables: { length: 1 } }],
    ['tagging', { ...aSubscriber(), tagging: null }],
    ['tagging.tags', { ...aSubscriber(), tagging: { tags: 'vip' } }],
    ['readOnly', { ...aSubscriber(), readOnly: 1 }],
  ])('says where it is malformed: "%s"', (path, answer) => {
    let thrown: unknown;
    try {
      checkSubscriber(answer, report);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AdapterError);
    expect(thrown).toMatchObject({ code: 'malformed', detail: { path } });
    expect((thrown as AdapterError).detail.expected).toBeTruthy();
  });

  test('never quotes a value', () => {
    const secret = 'marina@estudiomo.com.br';
    const answer = {
      ...aSubscriber(),
      avatarUrl: { secret },
      subscription: { status: secret },
      variables: [
        { ...aVariable(), type: 'date', value: secret },
        { ...aVariable(), key: [secret] },
      ],
    };
    checkSubscriber(answer, report);
    expect(() => checkMember(secret, report)).toThrow(/expected Object/);
    expect(problems).toHaveLength(4);
    for (const { message, detail } of problems)
      expect(JSON.stringify([message, detail])).not.toContain(secret);
  });
});

describe('the answer to a write', () => {
  test('carries what the server holds', () => {
    const answer = { value: aVariable(), record: aSubscriber({ revision: 3 }) };
    expect(checkWritten(checkVariableRow, answer, report)).toEqual(answer);
  });

  test('counts although its record cannot be read', () => {
    const answer = { value: aVariable(), record: { id: 1 } };
    expect(checkWritten(checkVariableRow, answer, report)).toEqual({ value: aVariable() });
    expect(reported()).toEqual(['record.id']);
  });

  test('is malformed without a value', () => {
    expect(() => checkWritten(checkVariableRow, {}, report)).toThrow(
      expect.objectContaining({ code: 'malformed', detail: expect.objectContaining({ path: 'value' }) }),
    );
  });
});
