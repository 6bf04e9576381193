import { and, asc, count, eq, gt, gte, lte, min, sql } from 'drizzle-orm';
import { stream } from 'hono/streaming';
import type { CardEvent } from '../../../src/adapters/DataAdapter.ts';
import { toBody } from './answer.ts';
import { isSignedIn } from './auth.ts';
import type { Database } from './database.ts';
import { events, feeds } from './schema.ts';
import type { AppContext, Services } from './services.ts';

/** A reader that starts without a Last-Event-ID gets what happened since, so that nothing falls between its first read and its stream. */
const overlapMs = 5_000;
const batch = 100;

export function toCardFeed(subscriberId: string): string {
  return `card:${subscriberId}`;
}

export function toInboxFeed(workspaceId: string): string {
  return `inbox:${workspaceId}`;
}

/**
 * Writes an event to the log of a feed. The feed's row stays locked until the transaction ends, so numbers are
 * given in the order of the commits and a reader never sees 8 before 7.
 */
export async function appendEvent(
  db: Database,
  { feedId, data, at, keep }: { feedId: string; data: object; at: Date; keep: number },
): Promise<void> {
  const [feed] = await db
    .insert(feeds)
    .values({ id: feedId, sequence: 1 })
    .onConflictDoUpdate({ target: feeds.id, set: { sequence: sql`${feeds.sequence} + 1` } })
    .returning();
  if (!feed) throw new Error(`The feed ${feedId} was not numbered.`);
  await db.insert(events).values({ feedId, sequence: feed.sequence, data, at });
  await db.delete(events).where(and(eq(events.feedId, feedId), lte(events.sequence, feed.sequence - keep)));
}

/**
 * Server-sent events, read from the log: what was missed and what is new take the same way, so they come in order
 * and each once.
 */
export function streamFeed(c: AppContext, services: Services, feedId: string): Response {
  const { db, bells, heartbeatMs } = services;
  c.header('Content-Type', 'text/event-stream');
  c.header('Cache-Control', 'no-store');
  c.header('X-Accel-Buffering', 'no');
  return stream(c, async (out) => {
    const bell = bells.listen(feedId);
    out.onAbort(() => bell.stop());
    try {
      const start = await findStart(db, feedId, c.req.header('Last-Event-ID'), services.now());
      let last = start.sequence;
      await out.write(start.isGap ? toBlock(c, last, { type: 'invalidated' }) : `id: ${last}\n\n`);
      while (!out.aborted && !bells.isClosed && (await isSignedIn(db, c.req.header('Authorization')))) {
        const news = await db
          .select()
          .from(events)
          .where(and(eq(events.feedId, feedId), gt(events.sequence, last)))
          .orderBy(asc(events.sequence))
          .limit(batch);
        for (const event of news) await out.write(toBlock(c, event.sequence, event.data));
        last = news.at(-1)?.sequence ?? last;
        if (news.length > 0) continue;
        await bell.wait(heartbeatMs);
        await out.write(':\n\n');
      }
    } finally {
      bell.stop();
    }
  });
}

/** Where a stream begins. A gap: the events after the last one known are not all in the log any more. */
async function findStart(db: Database, feedId: string, lastEventId: string | undefined, now: Date) {
  const [feed] = await db.select().from(feeds).where(eq(feeds.id, feedId));
  const current = feed?.sequence ?? 0;
  if (lastEventId === undefined) {
    const recent = gte(events.at, new Date(now.getTime() - overlapMs));
    const [counted] = await db
      .select({ events: count() })
      .from(events)
      .where(and(eq(events.feedId, feedId), recent));
    return { sequence: current - (counted?.events ?? 0), isGap: false };
  }
  const [log] = await db
    .select({ oldest: min(events.sequence) })
    .from(events)
    .where(eq(events.feedId, feedId));
  const known = /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : -1;
  const isGap = known > current || known < (log?.oldest ?? current + 1) - 1;
  return { sequence: isGap ? current : known, isGap };
}

function toBlock(c: AppContext, sequence: number, data: object | CardEvent): string {
  return `id: ${sequence}\ndata: ${toBody(c, data)}\n\n`;
}
