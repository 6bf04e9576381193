import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Campaign } from '../../../../src/model/campaign.ts';
import type { Subscriber, Tagging } from '../../../../src/model/subscriber.ts';
import type { Tag } from '../../../../src/model/tag.ts';
import type { Variable } from '../../../../src/model/variable.ts';
import type { Database } from '../database.ts';
import { notFound } from '../problem.ts';
import {
  campaigns,
  conversations,
  fieldDefinitions,
  messages,
  subscribers,
  subscriberTags,
  tags,
  variables,
} from '../schema.ts';
import { toVariable } from './toVariable.ts';

export type SubscriberRow = typeof subscribers.$inferSelect;

/** The row of a subscriber of this workspace; another workspace's does not exist. */
export async function findSubscriber(
  db: Database,
  workspaceId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SubscriberRow> {
  const query = db
    .select()
    .from(subscribers)
    .where(and(eq(subscribers.id, id), eq(subscribers.workspaceId, workspaceId)));
  const [row] = await (options.lock ? query.for('no key update') : query);
  if (!row) throw notFound('subscriber');
  return row;
}

export async function readSubscriber(db: Database, row: SubscriberRow): Promise<Subscriber> {
  return {
    id: row.id,
    revision: row.revision,
    channel: row.channel,
    kind: row.kind,
    name: row.name,
    ...row.profile,
    campaigns: row.tellsAds ? await readCampaigns(db, row.id) : undefined,
    variables: await readVariables(db, row.id),
    tagging: await readTagging(db, row),
  };
}

export async function readTagging(
  db: Database,
  { id, taggingRevision }: Pick<SubscriberRow, 'id' | 'taggingRevision'>,
): Promise<Tagging> {
  const assigned = await db
    .select({ tag: tags })
    .from(subscriberTags)
    .innerJoin(tags, eq(tags.id, subscriberTags.tagId))
    .where(eq(subscriberTags.subscriberId, id))
    .orderBy(asc(subscriberTags.position));
  return { tags: assigned.map(({ tag }) => toTag(tag)), revision: taggingRevision };
}

export function toTag(row: typeof tags.$inferSelect): Tag {
  return {
    id: row.id,
    name: row.name,
    color: row.color ?? undefined,
    group: row.group ?? undefined,
  };
}

async function readVariables(db: Database, subscriberId: string): Promise<Variable[]> {
  const rows = await db
    .select({ definition: fieldDefinitions, stored: variables })
    .from(variables)
    .innerJoin(fieldDefinitions, eq(fieldDefinitions.id, variables.fieldId))
    .where(eq(variables.subscriberId, subscriberId))
    .orderBy(asc(fieldDefinitions.position));
  return rows.map(({ definition, stored }) => toVariable(definition, stored));
}

/** An ad touch is a message that answers an ad. */
async function readCampaigns(db: Database, subscriberId: string): Promise<Campaign[]> {
  const rows = await db
    .select({ campaign: campaigns, message: messages })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .where(and(eq(conversations.subscriberId, subscriberId), isNotNull(messages.campaignId)))
    .orderBy(desc(messages.position));
  return rows.map(({ campaign, message }) => ({
    ...toCampaign(campaign),
    clickedAt: message.sentAt.toISOString(),
    messageId: message.id,
  }));
}

export function toCampaign(row: typeof campaigns.$inferSelect): Campaign {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    adId: row.adId ?? undefined,
    title: row.title ?? undefined,
    body: row.body ?? undefined,
    imageUrl: row.imageUrl,
    source: row.source,
  };
}
