import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { sendAnswer } from '../answer.ts';
import { streamFeed, toInboxFeed } from '../events.ts';
import { handleWrite } from '../idempotency.ts';
import { invalid } from '../problem.ts';
import { postMessage } from '../records/postMessage.ts';
import { findConversation, readConversations, readMessages } from '../records/readConversation.ts';
import { param, readBody } from '../request.ts';
import { conversations } from '../schema.ts';
import type { AppEnv, Services } from '../services.ts';

/** What the host's own page needs: conversations and their messages. No part of the card's contract. */
export function conversationRoutes(services: Services): Hono<AppEnv> {
  const { db } = services;
  const app = new Hono<AppEnv>();

  app.get('/conversations', async (c) =>
    sendAnswer(c, { status: 200, body: await readConversations(db, c.get('operator').workspaceId) }),
  );

  app.get('/conversations/:id/messages', async (c) => {
    const { id } = await findConversation(db, c.get('operator').workspaceId, param(c, 'id'));
    return sendAnswer(c, { status: 200, body: await readMessages(db, id) });
  });

  app.post('/conversations/:id/messages', async (c) => {
    const { text } = await readBody(c);
    if (typeof text !== 'string' || text.trim() === '' || text.length > 10_000) {
      throw invalid([{ path: 'text', message: 'A message has 1 to 10,000 characters.' }]);
    }
    return handleWrite(services, c, async (unit) => {
      const { id } = await findConversation(unit.db, unit.workspaceId, param(c, 'id'));
      const message = { conversationId: id, author: 'operator', authorName: unit.by, text } as const;
      return { status: 201, body: await postMessage(unit, message) };
    });
  });

  app.post('/conversations/:id/read', (c) =>
    handleWrite(services, c, async (unit) => {
      const { id, unread } = await findConversation(unit.db, unit.workspaceId, param(c, 'id'));
      if (unread > 0) {
        await unit.db.update(conversations).set({ unread: 0 }).where(eq(conversations.id, id));
        await unit.announceToInbox({ type: 'conversationRead', conversationId: id });
      }
      return { status: 204 };
    }),
  );

  app.get('/events', (c) => streamFeed(c, services, toInboxFeed(c.get('operator').workspaceId)));

  return app;
}
