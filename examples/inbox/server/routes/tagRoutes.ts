import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { type Answer, sendAnswer } from '../answer.ts';
import { fieldId } from '../fieldId.ts';
import { foldForSearch, foldName } from '../foldText.ts';
import { handleWrite } from '../idempotency.ts';
import { readPageQuery, toPage } from '../paging.ts';
import { invalid, notFound } from '../problem.ts';
import { findSubscriber, readTagging, type SubscriberRow, toTag } from '../records/readSubscriber.ts';
import { param, readBody, requireMatch } from '../request.ts';
import { changes, subscribers, subscriberTags, tags } from '../schema.ts';
import type { AppContext, AppEnv, Services } from '../services.ts';
import type { Unit } from '../transact.ts';
import { requireEditable } from './subscriberRoutes.ts';

type TagRow = typeof tags.$inferSelect;

export function tagRoutes(services: Services): Hono<AppEnv> {
  const { db } = services;
  const app = new Hono<AppEnv>();

  app.get('/tags', async (c) => {
    const page = readPageQuery(c, 100);
    const query = foldForSearch(c.req.query('query') ?? '');
    const [key, id] = page.after ?? [];
    const rows = await db
      .select()
      .from(tags)
      .where(
        and(
          eq(tags.workspaceId, c.get('operator').workspaceId),
          query === '' ? undefined : sql`strpos(${tags.searchText}, ${query}) > 0`,
          key === undefined || id === undefined
            ? undefined
            : or(gt(byKey, key), and(eq(byKey, key), gt(tags.id, id))),
        ),
      )
      .orderBy(asc(byKey), asc(tags.id))
      .limit(page.limit + 1);
    const body = toPage(rows, page, toTag, (row) => [row.nameKey, row.id]);
    return sendAnswer(c, { status: 200, body });
  });

  app.put('/subscribers/:id/tags/:tagId', (c) =>
    handleWrite(services, c, async (unit) => {
      const subscriber = await lockTagging(c, unit);
      return addTag(unit, subscriber, await findTag(unit, param(c, 'tagId')));
    }),
  );

  app.delete('/subscribers/:id/tags/:tagId', (c) =>
    handleWrite(services, c, async (unit) => {
      const subscriber = await lockTagging(c, unit);
      return removeTag(unit, subscriber, await findTag(unit, param(c, 'tagId')));
    }),
  );

  app.post('/subscribers/:id/tags', async (c) => {
    const { name } = await readBody(c);
    return handleWrite(services, c, async (unit) => {
      const subscriber = await lockTagging(c, unit);
      return addTag(unit, subscriber, await findOrCreateTag(unit, name));
    });
  });

  return app;
}

// The same order on every PostgreSQL, whatever its locale.
const byKey = sql<string>`${tags.nameKey} collate "C"`;

/** The subscriber, whose set of tags stays as it is until the transaction ends. */
async function lockTagging(c: AppContext, { db, workspaceId }: Unit): Promise<SubscriberRow> {
  const row = await findSubscriber(db, workspaceId, param(c, 'id'), { lock: true });
  const [last] = await db
    .select()
    .from(changes)
    .where(and(eq(changes.subscriberId, row.id), sql`${changes.kind} in ('tag-added', 'tag-removed')`))
    .orderBy(sql`${changes.id} desc`)
    .limit(1);
  const tagging = await readTagging(db, row);
  requireMatch(c, { revision: row.taggingRevision, by: last?.by, at: last?.at }, () => tagging);
  requireEditable(row);
  return row;
}

async function addTag(unit: Unit, subscriber: SubscriberRow, tag: TagRow): Promise<Answer> {
  const added = await unit.db
    .insert(subscriberTags)
    .values({ subscriberId: subscriber.id, tagId: tag.id, addedAt: unit.at, addedBy: unit.by })
    .onConflictDoNothing()
    .returning();
  if (added.length === 0) return toAnswer(unit, subscriber);
  await unit.record({ kind: 'tag-added', subscriberId: subscriber.id, subjectId: tag.id, after: tag.name });
  return announceTag(unit, subscriber, tag, true);
}

async function removeTag(unit: Unit, subscriber: SubscriberRow, tag: TagRow): Promise<Answer> {
  const removed = await unit.db
    .delete(subscriberTags)
    .where(and(eq(subscriberTags.subscriberId, subscriber.id), eq(subscriberTags.tagId, tag.id)))
    .returning();
  if (removed.length === 0) return toAnswer(unit, subscriber);
  await unit.record({
    kind: 'tag-removed',
    subscriberId: subscriber.id,
    subjectId: tag.id,
    before: tag.name,
  });
  return announceTag(unit, subscriber, tag, false);
}

async function announceTag(unit: Unit, subscriber: SubscriberRow, tag: TagRow, isSet: boolean) {
  const taggingRevision = subscriber.taggingRevision + 1;
  await unit.db.update(subscribers).set({ taggingRevision }).where(eq(subscribers.id, subscriber.id));
  await unit.announce([subscriber.id], {
    type: 'changed',
    fields: {
      [fieldId.tag(tag.id)]: {
        value: isSet ? toTag(tag) : null,
        revision: taggingRevision,
        by: unit.by,
        at: unit.at.toISOString(),
      },
    },
  });
  return toAnswer(unit, { id: subscriber.id, taggingRevision });
}

async function toAnswer(
  { db }: Unit,
  tagging: Pick<SubscriberRow, 'id' | 'taggingRevision'>,
): Promise<Answer> {
  return { status: 200, body: await readTagging(db, tagging), revision: tagging.taggingRevision };
}

async function findTag({ db, workspaceId }: Unit, id: string): Promise<TagRow> {
  const [tag] = await db
    .select()
    .from(tags)
    .where(and(eq(tags.id, id), eq(tags.workspaceId, workspaceId)));
  if (!tag) throw notFound('tag');
  return tag;
}

/** Two operators who create one name get one tag. */
async function findOrCreateTag({ db, workspaceId }: Unit, name: unknown): Promise<TagRow> {
  const text = typeof name === 'string' ? name.normalize('NFC').trim() : '';
  if (text === '') throw invalid([{ path: 'name', message: 'A tag needs a name.' }]);
  if (text.length > 100) throw invalid([{ path: 'name', message: 'At most 100 characters.' }]);
  const nameKey = foldName(text);
  await db
    .insert(tags)
    .values({ id: randomUUID(), workspaceId, name: text, nameKey, searchText: foldForSearch(text) })
    .onConflictDoNothing();
  const [tag] = await db
    .select()
    .from(tags)
    .where(and(eq(tags.workspaceId, workspaceId), eq(tags.nameKey, nameKey)));
  if (!tag) throw notFound('tag');
  return tag;
}
