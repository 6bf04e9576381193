import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { type Answer, sendAnswer } from './answer.ts';
import { Problem } from './problem.ts';
import { answers } from './schema.ts';
import type { AppContext, Services } from './services.ts';
import { transact, type Unit } from './transact.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Runs a write in a transaction of its own. Its answer is kept for a day under the Idempotency-Key, in the same
 * transaction, so a write sent twice happens once, even if the second arrives while the first is under way. A
 * refusal is not kept: nothing happened, and the next attempt is judged anew.
 */
export async function handleWrite(
  services: Services,
  c: AppContext,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Response> {
  const operator = c.get('operator');
  const key = c.req.header('Idempotency-Key');
  if (!key) return sendAnswer(c, await transact(services, operator, work));
  if (key.length > 255) throw new Problem(400, 'invalid', 'The Idempotency-Key is too long.');
  const requestHash = hash(c.req.method, new URL(c.req.url).pathname, await c.req.text());
  const answer = await transact(services, operator, async (unit) => {
    const { db, at } = unit;
    const ofKey = and(eq(answers.memberId, operator.id), eq(answers.key, key));
    await db.delete(answers).where(and(ofKey, isOld(at)));
    const isFirst = await db
      .insert(answers)
      .values({ memberId: operator.id, key, requestHash, createdAt: at })
      .onConflictDoNothing()
      .returning();
    if (isFirst.length === 0) return replay(unit, ofKey, requestHash);
    const fresh = await work(unit);
    await db.update(answers).set({ answer: fresh }).where(ofKey);
    return fresh;
  });
  return sendAnswer(c, answer);
}

/** Removes what nobody may ask for any more. */
export async function forgetAnswers({ db, now }: Pick<Services, 'db' | 'now'>): Promise<void> {
  await db.delete(answers).where(isOld(now()));
}

function isOld(now: Date) {
  return lt(answers.createdAt, new Date(now.getTime() - dayMs));
}

async function replay({ db }: Unit, ofKey: ReturnType<typeof and>, requestHash: string): Promise<Answer> {
  const [stored] = await db.select().from(answers).where(ofKey);
  if (!stored?.answer || stored.requestHash !== requestHash) {
    throw new Problem(422, 'invalid', 'This Idempotency-Key was used for another request.');
  }
  return stored.answer;
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
