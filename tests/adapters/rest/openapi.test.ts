import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../../examples/inbox/server/routes/webhookRoutes.ts';
import type { Page } from '../../../src/adapters/DataAdapter.ts';
import type { Deal } from '../../../src/model/deal.ts';
import { type Inbox, startInbox, webhookSecret } from '../../inbox/startInbox.ts';
import { faults, listOperations, type Operation, resolve } from './contract.ts';

type Content = Record<
  string,
  { schema?: unknown; example?: unknown; examples?: Record<string, { value: unknown }> }
>;

const operations = listOperations();

function listExamples(content: Content): readonly (readonly [schema: unknown, example: unknown])[] {
  return Object.entries(content).flatMap(([type, { schema, example, examples = {} }]) => {
    if (type === 'text/event-stream') return [];
    const all = [
      ...(example === undefined ? [] : [example]),
      ...Object.values(examples).map(({ value }) => value),
    ];
    expect(all, 'every body has an example').not.toEqual([]);
    return all.map((each) => [schema, each] as const);
  });
}

describe('the contract', () => {
  it('names every method of the adapter', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      [
        'addTag',
        'createContact',
        'createDeal',
        'createTag',
        'deleteDeal',
        'findContacts',
        'getContact',
        'getSubscriber',
        'linkContact',
        'listDeals',
        'listPipelines',
        'removeTag',
        'searchMembers',
        'searchTags',
        'setVariable',
        'subscribe',
        'updateContact',
        'updateDeal',
      ].sort(),
    );
  });

  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'gives examples of %s that fit its schemas',
    (_name, { requestBody, responses }) => {
      const bodies = [requestBody, ...Object.values(responses)].filter((body) => body !== undefined);
      for (const body of bodies) {
        for (const [schema, example] of listExamples((resolve(body).content ?? {}) as Content)) {
          expect([...faults(schema, example)]).toEqual([]);
        }
      }
    },
  );
});

describe('the comparison with the contract', () => {
  const variable = { $ref: '#/components/schemas/Variable' };
  const whole = { key: 'plan', label: 'Plan', type: 'select', value: 'pro', revision: 2 };

  it.each([
    ['what is missing', { ...whole, label: undefined }, '$.label is undefined, not string'],
    ['what is absent', { key: 'plan', type: 'select', value: null }, '$ has no label'],
    ['what has the wrong type', { ...whole, revision: '2' }, '$.revision is string, not integer'],
    ['what nobody wrote down', { ...whole, colour: 'red' }, '$ has colour, which the contract does not know'],
    [
      'what is none of its kinds',
      { ...whole, value: 12.5 },
      '$.value fits none of its kinds, or more than one: 12.5',
    ],
    ['what is no instant', { ...whole, updatedAt: 'yesterday' }, '$.updatedAt is no instant: yesterday'],
  ])('finds %s', (_what, value, fault) => {
    expect([...faults(variable, whole)]).toEqual([]);
    expect([...faults(variable, value)]).toEqual([fault]);
  });
});

describe('the example server', () => {
  let inbox: Inbox;
  let headers: Record<string, string>;
  const dealsOf = new Map<string, string>();

  beforeAll(async () => {
    inbox = await startInbox();
    headers = { authorization: `Bearer ${(await inbox.signIn('ana')).token}` };
  }, 120_000);

  afterAll(() => inbox?.close());

  /** Sends a request and holds the answer against the contract. */
  async function call(operationId: string, parameters: Record<string, string>, body?: unknown, more = {}) {
    const operation = operations.find((each) => each.operationId === operationId) as Operation;
    const query = new URLSearchParams(parameters);
    const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
      query.delete(name);
      return encodeURIComponent(parameters[name] ?? '');
    });
    const init: RequestInit = { method: operation.method, headers: { ...headers, ...more } };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetch(`${inbox.url}/api/v1${path}?${query}`, init);
    const described = operation.responses[response.status];
    expect(described, `${operationId} may answer ${response.status}`).toBeDefined();
    const content = (resolve(described).content ?? {}) as Content;
    const type = response.headers.get('content-type');
    const text = await response.text();
    if (response.status === 204) return { status: 204, body: null };
    expect(Object.keys(content)).toContain(type);
    const answer: unknown = JSON.parse(text);
    expect([...faults(content[type ?? '']?.schema, answer)]).toEqual([]);
    return { status: response.status, body: answer as Record<string, unknown> };
  }

  const everybody = [
    'marina-oliveira',
    'valentina-restrepo',
    'kim-seoyeon',
    'tanaka-misaki',
    'lucas-ferreira',
    'olena-shevchenko',
    'vip-customers',
    'suppliers',
    'ola-wisniewska',
    'james-oconnor',
    'giulia-conti',
    'ahmed-alfarsi',
    'sophie-dubois',
    'iryna-bondar',
    'emre-yilmaz',
    'visitor-8f3a',
  ];

  it.each(everybody)('describes %s as the contract says', async (id) => {
    expect((await call('getSubscriber', { id })).status).toBe(200);
    const { body } = await call('listDeals', { id, limit: '3' });
    const { items } = body as unknown as Page<Deal>;
    dealsOf.set(id, items[0]?.id ?? '');
    await call('getContact', { id });
  });

  it('describes the account as the contract says', async () => {
    await call('searchTags', { query: 'o', limit: '3' });
    await call('searchMembers', { query: '', limit: '2' });
    await call('listPipelines', {});
    await call('findContacts', {}, { email: 'james@oconnor.example' });
  });

  it('answers writes as the contract says', async () => {
    const marina = { id: 'marina-oliveira' };
    const deal = { id: dealsOf.get('marina-oliveira') ?? '' };
    const stale = { 'if-match': '"0"' };
    const answers = [
      await call('setVariable', { ...marina, key: 'dress_size' }, { value: 'G' }),
      await call('setVariable', { ...marina, key: 'dress_size' }, { value: 'M' }, stale),
      await call('setVariable', { ...marina, key: 'plan' }, { value: 'none' }),
      await call('setVariable', { ...marina, key: 'shop_id' }, { value: 'x' }),
      await call('setVariable', { ...marina, key: 'nothing' }, { value: 'x' }),
      await call('addTag', { ...marina, tagId: 'tag-2' }),
      await call('addTag', { ...marina, tagId: 'tag-2' }, undefined, stale),
      await call('removeTag', { ...marina, tagId: 'tag-2' }),
      await call('createTag', marina, { name: 'New' }),
      await call('createTag', marina, { name: '' }),
      await call('updateDeal', deal, { step: { pipelineId: 'store', stepId: 'store-won' } }),
      await call('updateDeal', deal, { name: 'x' }, stale),
      await call('updateDeal', deal, { name: null }),
      await call('deleteDeal', deal),
      await call('deleteDeal', deal),
      await call('createDeal', marina, { pipelineId: 'store', stepId: 'store-new', name: 'New' }),
      await call('createContact', { id: 'kim-seoyeon' }, { emails: [{ value: 'james@oconnor.example' }] }),
      await call('createContact', { id: 'kim-seoyeon' }, { firstName: 'Kim', fields: { city: 'Seoul' } }),
      await call('createContact', { id: 'kim-seoyeon' }, { firstName: 'Kim' }),
      await call('linkContact', { id: 'kim-seoyeon' }, { contactId: 'contact-james-oconnor' }),
      await call('updateContact', { id: 'contact-james-oconnor' }, { fields: { city: 'Cork' } }),
      await call('updateContact', { id: 'contact-james-oconnor' }, { phones: [{ value: 'x' }] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      200, 412, 422, 403, 404, 200, 412, 200, 200, 422, 200, 412, 422, 204, 410, 201, 409, 201, 409, 200, 200,
      422,
    ]);
  });

  it('sends events as the contract says', async () => {
    const event = operations.find(({ operationId }) => operationId === 'subscribe');
    const schema = (resolve(event?.responses[200]).content as Content)['text/event-stream']?.schema;
    const body = JSON.stringify({ id: 'm', subscriberId: 'kim-seoyeon', text: 'x' });
    const signature = { 'x-signature': sign(webhookSecret, body) };
    await fetch(`${inbox.url}/webhooks/message`, { method: 'POST', headers: signature, body });
    const response = await fetch(`${inbox.url}/api/v1/subscribers/kim-seoyeon/events`, {
      headers: { ...headers, 'last-event-id': '0' },
      signal: AbortSignal.timeout(500),
    });
    let stream = '';
    const decoder = new TextDecoder();
    try {
      for await (const piece of response.body ?? []) stream += decoder.decode(piece, { stream: true });
    } catch {
      // The time is up.
    }
    const events = [...stream.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''));
    expect(events.map(({ type }) => type)).toEqual([
      'contactLinked',
      'contactLinked',
      'changed',
      'subscriberChanged',
    ]);
    for (const each of events) expect([...faults(schema, each)]).toEqual([]);
  });
});
