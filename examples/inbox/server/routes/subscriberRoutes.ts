import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { sendAnswer } from '../answer.ts';
import { checkValue } from '../checkValue.ts';
import type { Database } from '../database.ts';
import { streamFeed, toCardFeed } from '../events.ts';
import { fieldId } from '../fieldId.ts';
import { handleWrite } from '../idempotency.ts';
import { forbidden, invalid, notFound } from '../problem.ts';
import { findSubscriber, readSubscriber, type SubscriberRow } from '../records/readSubscriber.ts';
import { toVariable } from '../records/toVariable.ts';
import { param, readBody, requireMatch } from '../request.ts';
import { fieldDefinitions, variables } from '../schema.ts';
import type { AppEnv, Services } from '../services.ts';

export function subscriberRoutes(services: Services): Hono<AppEnv> {
  const { db } = services;
  const app = new Hono<AppEnv>();

  app.get('/subscribers/:id', async (c) => {
    const row = await findSubscriber(db, c.get('operator').workspaceId, param(c, 'id'));
    return sendAnswer(c, { status: 200, body: await readSubscriber(db, row), revision: row.revision });
  });

  app.get('/subscribers/:id/events', async (c) => {
    const row = await findSubscriber(db, c.get('operator').workspaceId, param(c, 'id'));
    return streamFeed(c, services, toCardFeed(row.id));
  });

  app.put('/subscribers/:id/variables/:key', async (c) => {
    const { value } = await readBody(c);
    return handleWrite(services, c, async (unit) => {
      const subscriber = await findSubscriber(unit.db, unit.workspaceId, param(c, 'id'));
      const { definition, stored } = await lockVariable(unit.db, subscriber, param(c, 'key'));
      requireMatch(c, toHolder(stored), () => toVariable(definition, stored));
      requireEditable(subscriber);
      if (definition.readOnly !== null) throw forbidden(definition.readOnly);
      const checked = checkValue(definition, value);
      if (!checked.ok) throw invalid([{ path: 'value', message: checked.message }]);
      if (JSON.stringify(checked.value) === JSON.stringify(stored.value)) {
        return { status: 200, body: toVariable(definition, stored), revision: stored.revision };
      }

      const revision = stored.revision + 1;
      const [written] = await unit.db
        .update(variables)
        .set({ value: checked.value, revision, updatedAt: unit.at, updatedBy: unit.by })
        .where(and(ofVariable(stored), eq(variables.revision, stored.revision)))
        .returning();
      if (!written) throw notFound('variable');
      await unit.record({
        kind: 'variable-changed',
        subscriberId: subscriber.id,
        subjectId: definition.key,
        before: stored.value,
        after: written.value,
      });
      await unit.announce([subscriber.id], {
        type: 'changed',
        fields: {
          [fieldId.variable(definition.key)]: {
            value: written.value,
            revision,
            by: unit.by,
            at: unit.at.toISOString(),
          },
        },
      });
      return { status: 200, body: toVariable(definition, written), revision };
    });
  });

  return app;
}

/** Refuses where nothing of this subscriber may be changed, with the reason. */
export function requireEditable({ profile }: SubscriberRow): void {
  if (profile.readOnly) throw forbidden(profile.readOnly);
}

type VariableRow = typeof variables.$inferSelect;

async function lockVariable(db: Database, { id, workspaceId }: SubscriberRow, key: string) {
  const [definition] = await db
    .select()
    .from(fieldDefinitions)
    .where(
      and(
        eq(fieldDefinitions.workspaceId, workspaceId),
        eq(fieldDefinitions.owner, 'subscriber'),
        eq(fieldDefinitions.key, key),
      ),
    );
  if (!definition) throw notFound('variable');
  const [stored] = await db
    .select()
    .from(variables)
    .where(ofVariable({ subscriberId: id, fieldId: definition.id }))
    .for('no key update');
  if (!stored) throw notFound('variable');
  return { definition, stored };
}

function ofVariable(row: Pick<VariableRow, 'subscriberId' | 'fieldId'>) {
  return and(eq(variables.subscriberId, row.subscriberId), eq(variables.fieldId, row.fieldId));
}

function toHolder({ revision, updatedBy, updatedAt }: VariableRow) {
  return { revision, by: updatedBy, at: updatedAt };
}
