import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import {
  fieldDefinitions,
  subscribers,
  subscriberTags,
  tags,
  variables,
} from '../../examples/inbox/server/schema.ts';
import { shop } from '../../examples/inbox/server/seed/catalogue.ts';
import { toFieldRowId } from '../../examples/inbox/server/seed/fields.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { describeDataAdapter } from '../../src/testing.ts';
import { type Inbox, type OperatorAtInbox, startInbox } from '../inbox/startInbox.ts';

// The adapter that ships, against the server that the example runs, with its database.

let inbox: Inbox;
let ana: OperatorAtInbox;
let bruno: OperatorAtInbox;
let model: Awaited<ReturnType<typeof readMarina>>;

const marina = 'marina-oliveira';

vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  inbox = await startInbox();
  [ana, bruno] = [await inbox.signIn('ana'), await inbox.signIn('bruno')];
  await addHostileNames();
  model = await readMarina();
}, 120_000);

afterAll(() => inbox?.close());

describeDataAdapter(
  'the REST adapter at the server of the example',
  async () => ({
    adapter: ana.adapter,
    colleague: bruno.adapter,
    subscriber: await addSubscriber(),
    another: await addSubscriber(),
    patienceMs: 10_000,
  }),
  { describe, it },
);

async function readMarina() {
  const row = (await inbox.db.select().from(subscribers)).find(({ id }) => id === marina);
  if (!row) throw new Error('The example has no Marina.');
  return {
    row,
    variables: (await inbox.db.select().from(variables)).filter((each) => each.subscriberId === marina),
    tags: (await inbox.db.select().from(subscriberTags)).filter((each) => each.subscriberId === marina),
  };
}

/** Someone new with all that Marina has, but without a contact. */
async function addSubscriber(): Promise<SubscriberRef> {
  const subscriberId = randomUUID();
  const tagRows = model.tags.map(({ position: _, ...row }) => ({ ...row, subscriberId }));
  await inbox.db.insert(subscribers).values({ ...model.row, id: subscriberId, contactId: null });
  await inbox.db.insert(variables).values(model.variables.map((row) => ({ ...row, subscriberId })));
  await inbox.db.insert(subscriberTags).values(tagRows);
  return { id: subscriberId, channel: model.row.channel };
}

async function addHostileNames(): Promise<void> {
  const key = 'a/b?c=%2F#__proto__';
  const fieldId = toFieldRowId(shop, 'subscriber', key);
  await inbox.db.insert(fieldDefinitions).values({
    id: fieldId,
    workspaceId: shop,
    owner: 'subscriber',
    key,
    label: key,
    type: 'string',
    position: 99,
  });
  await inbox.db.insert(variables).values({ subscriberId: marina, fieldId, value: null });
  await inbox.db.insert(tags).values({
    id: 'a/b?c=%2F#',
    workspaceId: shop,
    name: 'A hostile id',
    nameKey: 'a hostile id',
    searchText: 'a hostile id',
  });
}
