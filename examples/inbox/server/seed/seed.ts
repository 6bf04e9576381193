import { randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';
import { foldForSearch, foldName } from '../foldText.ts';
import { toValueKey } from '../records/writeContact.ts';
import {
  campaigns,
  contactPoints,
  contacts,
  contactValues,
  conversations,
  deals,
  fieldDefinitions,
  members,
  messages,
  pipelines,
  rules,
  steps,
  subscribers,
  subscriberTags,
  tags,
  variables,
  workspaces,
} from '../schema.ts';
import {
  clinic,
  seedCampaigns,
  seedMembers,
  seedPipelines,
  seedRules,
  seedSteps,
  seedTags,
  seedWorkspaces,
  shop,
} from './catalogue.ts';
import { seedFields, toFieldRowId } from './fields.ts';
import { createInstagramPeople } from './instagramPeople.ts';
import { createMessengerPeople } from './messengerPeople.ts';
import { type Ago, days, type Person, them } from './person.ts';

const author = 'Import';

/** Fills an empty database with the example; `false` where there is something already. */
export async function seed(db: Database, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    if ((await tx.select().from(workspaces).limit(1)).length > 0) return false;
    const ago: Ago = (minutes) => new Date(now.getTime() - minutes * 60_000).toISOString();
    await seedCatalogue(tx);
    for (const person of [...createInstagramPeople(ago), ...createMessengerPeople(ago)]) {
      await seedPerson(tx, shop, person, now);
    }
    await seedPerson(tx, clinic, createPatient(ago), now);
    return true;
  });
}

async function seedCatalogue(db: Database): Promise<void> {
  await db.insert(workspaces).values([...seedWorkspaces]);
  await db
    .insert(members)
    .values(
      seedMembers.map((row) => ({ ...row, searchText: foldForSearch(`${row.name} ${row.email ?? ''}`) })),
    );
  await db.insert(tags).values(
    seedTags.flatMap(({ group, color, names }) =>
      names.map((name) => ({
        id: toTagId(name),
        workspaceId: shop,
        name,
        color,
        group,
        nameKey: foldName(name),
        searchText: foldForSearch(name),
      })),
    ),
  );
  await db.insert(pipelines).values([...seedPipelines]);
  await db.insert(steps).values([...seedSteps]);
  await db.insert(campaigns).values([...seedCampaigns]);
  await db.insert(rules).values([...seedRules]);
  await db.insert(fieldDefinitions).values([...seedFields]);
}

async function seedPerson(db: Database, workspaceId: string, person: Person, now: Date): Promise<void> {
  const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000);
  const contactId = await seedContact(db, workspaceId, person, at(days(30)));
  await db.insert(subscribers).values({
    id: person.id,
    workspaceId,
    channel: person.channel,
    kind: person.kind ?? 'person',
    name: person.name,
    profile: person.profile,
    tellsAds: person.tellsAds ?? false,
    contactId,
  });

  const values = Object.entries(person.variables).map(([key, value]) => ({
    subscriberId: person.id,
    fieldId: toFieldRowId(workspaceId, 'subscriber', key),
    value,
    updatedAt: value === null ? null : at(days(10)),
    updatedBy: value === null ? null : author,
  }));
  if (values.length > 0) await db.insert(variables).values(values);

  const assigned = person.tags.map((name) => ({
    subscriberId: person.id,
    tagId: toTagId(name),
    addedAt: at(days(10)),
    addedBy: author,
  }));
  if (assigned.length > 0) await db.insert(subscriberTags).values(assigned);

  const orders = (person.deals ?? []).map((deal) => ({
    id: randomUUID(),
    workspaceId,
    subscriberId: person.id,
    contactId,
    name: deal.name,
    pipelineId: deal.stepId.slice(0, deal.stepId.indexOf('-')),
    stepId: deal.stepId,
    amount: deal.amount,
    currency: deal.currency,
    assigneeId: deal.assigneeId,
    createdAt: at(days(deal.daysAgo)),
    updatedAt: at(days(deal.daysAgo)),
    updatedBy: deal.by ?? author,
  }));
  if (orders.length > 0) await db.insert(deals).values(orders);
  await seedChat(db, workspaceId, person, at);
}

async function seedContact(
  db: Database,
  workspaceId: string,
  { id: personId, contact }: Person,
  at: Date,
): Promise<string | null> {
  if (!contact) return null;
  const id = `contact-${personId}`;
  const { firstName, lastName, assigneeId, phones = [], emails = [], fields = {} } = contact;
  await db
    .insert(contacts)
    .values({ id, workspaceId, firstName, lastName, assigneeId, updatedAt: at, updatedBy: author });
  const points = [
    ...phones.map((point) => ({ kind: 'phone' as const, ...point })),
    ...emails.map((point) => ({ kind: 'email' as const, ...point })),
  ].map((point, position) => ({
    id: randomUUID(),
    contactId: id,
    valueKey: toValueKey(point.kind, point.value),
    position,
    ...point,
  }));
  if (points.length > 0) await db.insert(contactPoints).values(points);
  const values = Object.entries(fields).map(([key, value]) => ({
    contactId: id,
    fieldId: toFieldRowId(workspaceId, 'contact', key),
    value,
    updatedAt: at,
    updatedBy: author,
  }));
  if (values.length > 0) await db.insert(contactValues).values(values);
  return id;
}

async function seedChat(
  db: Database,
  workspaceId: string,
  { id: subscriberId, chat, unread = 0 }: Person,
  at: (minutesAgo: number) => Date,
): Promise<void> {
  const id = `chat-${subscriberId}`;
  const lastMessageAt = at(chat.at(-1)?.minutesAgo ?? 0);
  await db.insert(conversations).values({ id, workspaceId, subscriberId, unread, lastMessageAt });
  const operators = seedMembers.filter(({ isOperator }) => isOperator).map(({ name }) => name);
  await db.insert(messages).values(
    chat.map(({ from, text, minutesAgo, ad }, index) => ({
      id: `${id}-${index + 1}`,
      conversationId: id,
      author:
        from === 'bot'
          ? ('bot' as const)
          : operators.includes(from)
            ? ('operator' as const)
            : ('subscriber' as const),
      authorName: from === 'bot' || from === 'them' ? null : from,
      text,
      sentAt: at(minutesAgo),
      campaignId: ad,
    })),
  );
}

/** Of another workspace: nobody at the shop's inbox may ever see them. */
function createPatient(ago: Ago): Person {
  return {
    id: 'patient-of-the-clinic',
    channel: 'telegram',
    name: 'Rowan Ellis',
    profile: {
      username: null,
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago(days(5)) },
    },
    variables: { email: 'rowan@ellis.example', phone: null },
    tags: [],
    contact: {
      firstName: 'Rowan',
      lastName: 'Ellis',
      emails: [{ value: 'rowan@ellis.example', primary: true }],
    },
    deals: [{ name: 'First visit', stepId: 'visits-asked', amount: '80.00', currency: 'GBP', daysAgo: 4 }],
    chat: [them(days(5), 'Hello, could I have an appointment next week?')],
  };
}

/** Tags keep their id when they are renamed, so it is no name: `tag-1f3a…`. */
function toTagId(name: string): string {
  const index = seedTags.flatMap(({ names }) => names).indexOf(name);
  if (index < 0) throw new Error(`There is no tag ${name} in the seed.`);
  return `tag-${index + 1}`;
}
