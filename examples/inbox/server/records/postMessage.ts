import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { conversations, messages } from '../schema.ts';
import type { Unit } from '../transact.ts';
import { type Message, readConversations, toMessage } from './readConversation.ts';

export interface NewMessage {
  /** The chat platform's own id, where it has one. */
  readonly id?: string | undefined;
  readonly conversationId: string;
  readonly author: Message['author'];
  readonly authorName?: string | undefined;
  readonly text: string;
}

/** Puts a message at the end of a conversation and tells every open inbox; `null` where it stands there already. */
export async function postMessage(
  unit: Unit,
  { id = randomUUID(), ...message }: NewMessage,
): Promise<Message | null> {
  const { db, at, workspaceId } = unit;
  const { conversationId, author } = message;
  const [row] = await db
    .insert(messages)
    .values({ id, ...message, sentAt: at })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  await db
    .update(conversations)
    .set({
      lastMessageAt: at,
      ...(author === 'subscriber' && { unread: sql`${conversations.unread} + 1` }),
    })
    .where(eq(conversations.id, conversationId));
  const posted = toMessage(row, null);
  const [conversation] = await readConversations(db, workspaceId, conversationId);
  if (conversation) {
    await unit.announceToInbox({ type: 'messageCreated', message: posted, conversation });
  }
  return posted;
}
