import { and, eq } from 'drizzle-orm';
import type { Issue } from '../../../src/adapters/AdapterError.ts';
import type { Money } from '../../../src/model/money.ts';
import { checkMoney } from './checkValue.ts';
import { invalid } from './problem.ts';
import { isRecord } from './request.ts';
import { members, steps } from './schema.ts';
import type { Unit } from './transact.ts';

/** What can be edited of a deal. */
export interface DealForm {
  readonly name: string;
  readonly step: { readonly pipelineId: string; readonly stepId: string };
  readonly value: Money | null;
  readonly assigneeId: string | null;
}

/** Reads a deal as it was sent; throws every reason at once, with its path, why it cannot be kept. */
export async function checkDeal(
  unit: Unit,
  form: Record<string, unknown>,
  before: DealForm | null,
): Promise<DealForm> {
  const issues: Issue[] = [];
  const deal = {
    name: checkName(form.name, issues),
    step: await checkStep(unit, form, before, issues),
    value: checkAmount(form.value, issues),
    assigneeId: await checkAssignee(unit, form.assigneeId, before?.assigneeId ?? null, issues),
  };
  if (issues.length > 0) throw invalid(issues);
  return deal;
}

/** Whoever is assigned already may stay; otherwise only active members of the team. */
export async function checkAssignee(
  { db, workspaceId }: Unit,
  assigneeId: unknown,
  before: string | null,
  issues: Issue[],
): Promise<string | null> {
  if (assigneeId === undefined || assigneeId === null) return null;
  if (assigneeId === before) return before;
  const [member] = await db
    .select()
    .from(members)
    .where(and(eq(members.id, String(assigneeId)), eq(members.workspaceId, workspaceId)));
  if (!member?.active) issues.push({ path: 'assigneeId', message: 'This is no active member of the team.' });
  return member?.id ?? null;
}

function checkName(name: unknown, issues: Issue[]): string {
  const text = typeof name === 'string' ? name.trim() : '';
  if (text === '') issues.push({ path: 'name', message: 'A deal needs a name.' });
  if (text.length > 255) issues.push({ path: 'name', message: 'At most 255 characters.' });
  return text;
}

// A new deal has its step in two members of its own; a change has the pair in one.
async function checkStep(
  { db, workspaceId }: Unit,
  form: Record<string, unknown>,
  before: DealForm | null,
  issues: Issue[],
): Promise<DealForm['step']> {
  const step = before && isRecord(form.step) ? form.step : form;
  const pipelineId = String(step.pipelineId ?? '');
  const stepId = String(step.stepId ?? '');
  const found = await db.query.pipelines.findFirst({
    where: (pipelines) => and(eq(pipelines.id, pipelineId), eq(pipelines.workspaceId, workspaceId)),
  });
  const [known] = await db
    .select()
    .from(steps)
    .where(and(eq(steps.id, stepId), eq(steps.pipelineId, pipelineId)));
  const prefix = before ? 'step.' : '';
  if (!found) issues.push({ path: `${prefix}pipelineId`, message: 'There is no such pipeline.' });
  else if (!known) issues.push({ path: `${prefix}stepId`, message: 'This step is not of that pipeline.' });
  return { pipelineId, stepId };
}

function checkAmount(value: unknown, issues: Issue[]): Money | null {
  if (value === undefined || value === null) return null;
  const checked = checkMoney(value);
  if (checked.ok) return checked.value;
  issues.push({ path: 'value', message: checked.message });
  return null;
}
