import { createHash, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { MiddlewareHandler } from 'hono';
import type { Database } from './database.ts';
import { notFound, unauthorized } from './problem.ts';
import { members, sessions } from './schema.ts';
import type { AppEnv, Operator, Services } from './services.ts';

/** Lets a request through only with the token of a session, and says whose it is. */
export function requireOperator({ db }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const operator = await findOperator(db, c.req.header('Authorization'));
    if (!operator) throw unauthorized();
    c.set('operator', operator);
    await next();
  };
}

/** The token is told once; the database keeps only its hash. */
export async function startSession(db: Database, operatorId: string, now: Date): Promise<string> {
  const [member] = await db
    .select()
    .from(members)
    .where(and(eq(members.id, operatorId), eq(members.isOperator, true), eq(members.active, true)));
  if (!member) throw notFound('operator');
  const token = randomBytes(32).toString('base64url');
  await db.insert(sessions).values({ tokenHash: hash(token), memberId: member.id, createdAt: now });
  return token;
}

export async function endSession(db: Database, authorization: string | undefined): Promise<void> {
  const token = readToken(authorization);
  if (token !== null) await db.delete(sessions).where(eq(sessions.tokenHash, hash(token)));
}

/** For what outlives its request: whether the session still stands. */
export async function isSignedIn(db: Database, authorization: string | undefined): Promise<boolean> {
  return (await findOperator(db, authorization)) !== null;
}

async function findOperator(db: Database, authorization: string | undefined): Promise<Operator | null> {
  const token = readToken(authorization);
  if (token === null) return null;
  const [found] = await db
    .select({ id: members.id, name: members.name, workspaceId: members.workspaceId })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(and(eq(sessions.tokenHash, hash(token)), eq(members.active, true)));
  return found ?? null;
}

function readToken(authorization: string | undefined): string | null {
  return /^Bearer ([\w-]{20,100})$/i.exec(authorization ?? '')?.[1] ?? null;
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
