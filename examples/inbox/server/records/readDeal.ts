import { and, eq, type SQL } from 'drizzle-orm';
import type { Deal } from '../../../../src/model/deal.ts';
import type { Money } from '../../../../src/model/money.ts';
import type { Database } from '../database.ts';
import { gone, notFound } from '../problem.ts';
import { deals, members, steps } from '../schema.ts';
import { toMember } from './toMember.ts';

export type DealRow = typeof deals.$inferSelect;

/** The deal of this workspace, locked until the transaction ends. */
export async function lockDeal(db: Database, workspaceId: string, id: string): Promise<DealRow> {
  const [row] = await db
    .select()
    .from(deals)
    .where(and(eq(deals.id, id), eq(deals.workspaceId, workspaceId)))
    .for('no key update');
  if (!row) throw notFound('deal');
  if (row.deletedAt) throw gone('deal');
  return row;
}

/** Deals as the contract shows them, with the step's outcome and the assignee. */
export function selectDeals(db: Database, where: SQL | undefined) {
  return db
    .select({ deal: deals, step: steps, assignee: members })
    .from(deals)
    .innerJoin(steps, and(eq(steps.id, deals.stepId), eq(steps.pipelineId, deals.pipelineId)))
    .leftJoin(members, eq(members.id, deals.assigneeId))
    .where(where);
}

export async function readDeal(db: Database, id: string): Promise<Deal> {
  const [row] = await selectDeals(db, eq(deals.id, id));
  if (!row) throw notFound('deal');
  return toDeal(row);
}

export function toDeal({ deal, step, assignee }: Awaited<ReturnType<typeof selectDeals>>[number]): Deal {
  return {
    id: deal.id,
    revision: deal.revision,
    name: deal.name,
    pipelineId: deal.pipelineId,
    stepId: deal.stepId,
    status: step.outcome,
    value: toMoney(deal),
    assignee: assignee && toMember(assignee),
    url: `/crm/deals/${deal.number}`,
    number: String(deal.number),
    createdAt: deal.createdAt.toISOString(),
    updatedAt: deal.updatedAt.toISOString(),
  };
}

export function toMoney({ amount, currency }: Pick<DealRow, 'amount' | 'currency'>): Money | null {
  return amount === null || currency === null ? null : { amount, currency };
}
