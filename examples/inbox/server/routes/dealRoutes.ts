import { and, count, desc, eq, isNull, lt } from 'drizzle-orm';
import { Hono } from 'hono';
import type { DealFieldName } from '../../../../src/model/field.ts';
import { type Answer, sendAnswer } from '../answer.ts';
import { checkDeal, type DealForm } from '../checkDeal.ts';
import { fieldId } from '../fieldId.ts';
import { handleWrite } from '../idempotency.ts';
import { mergePatch } from '../mergePatch.ts';
import { readPageQuery, toPage } from '../paging.ts';
import { invalid } from '../problem.ts';
import { createDeal } from '../records/createDeal.ts';
import { type DealRow, lockDeal, readDeal, selectDeals, toDeal, toMoney } from '../records/readDeal.ts';
import { findSubscriber } from '../records/readSubscriber.ts';
import { param, readBody, requireMatch } from '../request.ts';
import { deals } from '../schema.ts';
import type { AppContext, AppEnv, Services } from '../services.ts';
import type { Unit } from '../transact.ts';
import { requireEditable } from './subscriberRoutes.ts';

export function dealRoutes(services: Services): Hono<AppEnv> {
  const { db } = services;
  const app = new Hono<AppEnv>();

  app.get('/subscribers/:id/deals', async (c) => {
    const subscriber = await findSubscriber(db, c.get('operator').workspaceId, param(c, 'id'));
    const page = readPageQuery(c, 20);
    const ofSubscriber = and(eq(deals.subscriberId, subscriber.id), isNull(deals.deletedAt));
    const before = page.after === null ? undefined : lt(deals.number, toNumber(page.after[0]));
    const rows = await selectDeals(db, and(ofSubscriber, before))
      .orderBy(desc(deals.number))
      .limit(page.limit + 1);
    const [total] = await db.select({ deals: count() }).from(deals).where(ofSubscriber);
    const body = toPage(rows, page, toDeal, ({ deal }) => [String(deal.number)]);
    return sendAnswer(c, { status: 200, body: { ...body, total: total?.deals } });
  });

  app.post('/subscribers/:id/deals', async (c) => {
    const body = await readBody(c);
    return handleWrite(services, c, async (unit) => {
      const subscriber = await findSubscriber(unit.db, unit.workspaceId, param(c, 'id'));
      requireEditable(subscriber);
      const form = await checkDeal(unit, body, null);
      const deal = await createDeal(unit, subscriber, form);
      return { status: 201, body: deal, revision: deal.revision };
    });
  });

  app.patch('/deals/:id', async (c) => {
    const patch = await readBody(c);
    return handleWrite(services, c, (unit) => updateDeal(c, unit, patch));
  });

  app.delete('/deals/:id', (c) =>
    handleWrite(services, c, async (unit) => {
      const row = await lockOwnDeal(c, unit);
      const revision = row.revision + 1;
      await unit.db
        .update(deals)
        .set({ deletedAt: unit.at, revision, updatedAt: unit.at, updatedBy: unit.by })
        .where(eq(deals.id, row.id));
      const { subscriberId } = row;
      await unit.record({ kind: 'deal-deleted', subscriberId, subjectId: row.id, before: row.name });
      await unit.announce([subscriberId], { type: 'dealDeleted', id: row.id, revision });
      return { status: 204 };
    }),
  );

  return app;
}

async function updateDeal(c: AppContext, unit: Unit, patch: Record<string, unknown>): Promise<Answer> {
  const row = await lockOwnDeal(c, unit);
  const before = toForm(row);
  const after = await checkDeal(unit, mergePatch(before, patch) as Record<string, unknown>, before);
  const changed = fieldNames.filter((name) => !isSame(before[toFormName(name)], after[toFormName(name)]));
  if (changed.length === 0) {
    return { status: 200, body: await readDeal(unit.db, row.id), revision: row.revision };
  }

  const revision = row.revision + 1;
  await unit.db
    .update(deals)
    .set({
      name: after.name,
      ...after.step,
      amount: after.value?.amount ?? null,
      currency: after.value?.currency ?? null,
      assigneeId: after.assigneeId,
      revision,
      updatedAt: unit.at,
      updatedBy: unit.by,
    })
    .where(and(eq(deals.id, row.id), eq(deals.revision, row.revision)));
  for (const field of changed) {
    await unit.record({
      kind: field === 'step' ? 'deal-step-changed' : 'deal-field-changed',
      subscriberId: row.subscriberId,
      subjectId: row.id,
      field,
      before: before[toFormName(field)],
      after: after[toFormName(field)],
    });
  }
  const deal = await readDeal(unit.db, row.id);
  const shown = { name: deal.name, step: after.step, value: deal.value, assignee: deal.assignee };
  const news = { revision, by: unit.by, at: unit.at.toISOString() };
  await unit.announce([row.subscriberId], {
    type: 'changed',
    fields: Object.fromEntries(
      changed.map((name) => [fieldId.deal(row.id, name), { value: shown[name], ...news }]),
    ),
  });
  return { status: 200, body: deal, revision };
}

const fieldNames: readonly DealFieldName[] = ['name', 'step', 'value', 'assignee'];

async function lockOwnDeal(c: AppContext, unit: Unit): Promise<DealRow> {
  const row = await lockDeal(unit.db, unit.workspaceId, param(c, 'id'));
  const current = await readDeal(unit.db, row.id);
  const holder = { revision: row.revision, by: row.updatedBy, at: row.updatedAt };
  requireMatch(c, holder, () => current);
  requireEditable(await findSubscriber(unit.db, unit.workspaceId, row.subscriberId));
  return row;
}

function toForm(row: DealRow): DealForm {
  return {
    name: row.name,
    step: { pipelineId: row.pipelineId, stepId: row.stepId },
    value: toMoney(row),
    assigneeId: row.assigneeId,
  };
}

function toFormName(name: DealFieldName): keyof DealForm {
  return name === 'assignee' ? 'assigneeId' : name;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function toNumber(key: string | undefined): number {
  if (key === undefined || !/^\d{1,15}$/.test(key)) {
    throw invalid([{ path: 'cursor', message: 'This cursor is not one of ours.' }]);
  }
  return Number(key);
}
