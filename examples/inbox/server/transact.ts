import type { CardEvent } from '../../../src/adapters/DataAdapter.ts';
import type { Database } from './database.ts';
import { appendEvent, toCardFeed, toInboxFeed } from './events.ts';
import type { InboxEvent } from './records/readConversation.ts';
import { isRecord } from './request.ts';
import { type ChangeKind, changes } from './schema.ts';
import type { Services } from './services.ts';

/** Who acts: an operator, or the bot. */
export interface Actor {
  readonly name: string;
  readonly workspaceId: string;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly subscriberId?: string | undefined;
  readonly subjectId: string;
  readonly field?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One transaction: what is written, recorded and announced in it happens together or not at all. */
export interface Unit {
  readonly db: Database;
  readonly workspaceId: string;
  /** The name of who acts. */
  readonly by: string;
  readonly at: Date;
  /** Keeps who changed what. */
  record(change: Change): Promise<void>;
  /** Tells the cards that show one of these subscribers. */
  announce(subscriberIds: readonly string[], event: CardEvent): Promise<void>;
  /** Tells the conversation lists of the workspace. */
  announceToInbox(event: InboxEvent): Promise<void>;
}

/**
 * Runs `work` in a transaction and, when it is committed, wakes whoever listens. Rows are locked with `no key
 * update`, which lets others refer to them meanwhile.
 */
export async function transact<T>(
  services: Services,
  actor: Actor,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(services, actor, work);
    } catch (error) {
      if (attempt === maxAttempts || !isLostRace(error)) throw error;
    }
  }
}

const maxAttempts = 4;

async function attemptOnce<T>(
  services: Services,
  { name, workspaceId }: Actor,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const feedIds = new Set<string>();
  let hasDealNews = false;

  const result = await services.db.transaction((db) => {
    const at = services.now();

    async function announceTo(feedId: string, data: object) {
      feedIds.add(feedId);
      await appendEvent(db, { feedId, data, at, keep: services.eventLimit });
    }

    return work({
      db,
      workspaceId,
      by: name,
      at,
      async record({ before = null, after = null, ...change }) {
        const isOfDeal = change.kind.startsWith('deal-');
        hasDealNews ||= isOfDeal;
        await db.insert(changes).values({
          ...change,
          before,
          after,
          workspaceId,
          by: name,
          at,
          handledAt: isOfDeal ? null : at,
        });
      },
      async announce(subscriberIds, event) {
        // Always in one order, so that two transactions never wait for each other.
        for (const id of [...subscriberIds].sort()) await announceTo(toCardFeed(id), event);
      },
      announceToInbox: (event) => announceTo(toInboxFeed(workspaceId), event),
    });
  });

  services.bells.ring(feedIds);
  if (hasDealNews) services.wakeAutomations();
  return result;
}

/** PostgreSQL gave up one of two transactions that waited for each other; nothing of it happened. */
function isLostRace(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return isRecord(cause) && (cause.code === '40P01' || cause.code === '40001');
}
