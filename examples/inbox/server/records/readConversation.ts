import { and, desc, eq, sql } from 'drizzle-orm';
import type { Campaign } from '../../../../src/model/campaign.ts';
import type { Database } from '../database.ts';
import { notFound } from '../problem.ts';
import { campaigns, conversations, messages, subscribers } from '../schema.ts';
import { toCampaign } from './readSubscriber.ts';

/** A line of the conversation list. */
export interface Conversation {
  readonly id: string;
  readonly subscriberId: string;
  readonly channel: string;
  readonly kind: 'person' | 'group';
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly unread: number;
  readonly lastMessage: Message | null;
  /** RFC 3339. */
  readonly lastMessageAt: string;
}

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly author: 'subscriber' | 'operator' | 'bot';
  readonly authorName: string | null;
  readonly text: string;
  /** RFC 3339. */
  readonly sentAt: string;
  /** The ad that the message answers. */
  readonly campaignId: string | null;
  readonly campaign: Campaign | null;
}

/** What the stream of the inbox says. */
export type InboxEvent =
  | { readonly type: 'messageCreated'; readonly message: Message; readonly conversation: Conversation }
  | { readonly type: 'conversationRead'; readonly conversationId: string };

export async function findConversation(db: Database, workspaceId: string, id: string) {
  const [row] = await db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, id), eq(conversations.workspaceId, workspaceId)));
  if (!row) throw notFound('conversation');
  return row;
}

/** The conversations of a workspace, the newest first; only one of them where `id` is given. */
export async function readConversations(
  db: Database,
  workspaceId: string,
  id?: string,
): Promise<Conversation[]> {
  const newest = sql`(select max(position) from messages where conversation_id = ${conversations.id})`;
  const rows = await db
    .select({ conversation: conversations, subscriber: subscribers, message: messages, campaign: campaigns })
    .from(conversations)
    .innerJoin(subscribers, eq(subscribers.id, conversations.subscriberId))
    .leftJoin(messages, and(eq(messages.conversationId, conversations.id), eq(messages.position, newest)))
    .leftJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        id === undefined ? undefined : eq(conversations.id, id),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt), conversations.id);
  return rows.map(({ conversation, subscriber, message, campaign }) => ({
    id: conversation.id,
    subscriberId: subscriber.id,
    channel: subscriber.channel,
    kind: subscriber.kind,
    name: subscriber.name,
    avatarUrl: subscriber.profile.avatarUrl ?? null,
    unread: conversation.unread,
    lastMessage: message && toMessage(message, campaign),
    lastMessageAt: conversation.lastMessageAt.toISOString(),
  }));
}

export async function readMessages(db: Database, conversationId: string): Promise<Message[]> {
  const rows = await db
    .select({ message: messages, campaign: campaigns })
    .from(messages)
    .leftJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .where(eq(messages.conversationId, conversationId))
    .orderBy(messages.position);
  return rows.map(({ message, campaign }) => toMessage(message, campaign));
}

export function toMessage(
  row: typeof messages.$inferSelect,
  campaign: typeof campaigns.$inferSelect | null,
): Message {
  return {
    id: row.id,
    conversationId: row.conversationId,
    author: row.author,
    authorName: row.authorName,
    text: row.text,
    sentAt: row.sentAt.toISOString(),
    campaignId: row.campaignId,
    campaign: campaign && toCampaign(campaign),
  };
}
