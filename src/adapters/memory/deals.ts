import type { Deal, DealDraft, DealPatch, DealStep, Outcome } from '../../model/deal.ts';
import { canonicalDecimal } from '../../model/decimal.ts';
import { type DealFieldName, type FieldId, isSameValue, toFieldId } from '../../model/field.ts';
import type { Member } from '../../model/member.ts';
import type { Money } from '../../model/money.ts';
import type { SubscriberRef } from '../../model/subscriber.ts';
import type { Issue } from '../AdapterError.ts';
import type { FieldNews, Page, PageRequest } from '../DataAdapter.ts';
import {
  assertEditable,
  findSubscriber,
  type MemoryState,
  nextId,
  notFound,
  sign,
  type Write,
} from './createMemoryState.ts';
import { invalid } from './invalid.ts';
import { pageOf, type Row } from './pageOf.ts';
import { assertRevision, stamp } from './revision.ts';

export function listDeals(
  state: MemoryState,
  ref: SubscriberRef,
  page: PageRequest,
  size: number,
): Page<Deal> {
  findSubscriber(state, ref);
  const deals = pageOf(rowsOf(state, ref), page, size);
  return state.revisions === 'none' ? deals : { ...deals, revision: state.revision };
}

/** New deals come first in the list. */
export function createDeal(state: MemoryState, ref: SubscriberRef, draft: DealDraft, write: Write): Deal {
  assertEditable(write, findSubscriber(state, ref).readOnly);
  const { pipelineId, stepId, assigneeId, value } = draft;
  assertValid(state, { ...draft, step: { pipelineId, stepId } }, ['pipelineId', 'stepId']);
  const rows = rowsOf(state, ref);
  const id = nextId(state, 'deal', (taken) => isHeld(state, taken));
  const author = sign(state, write);
  const deal = stamp(state, {
    id,
    name: draft.name.trim(),
    pipelineId,
    stepId,
    status: outcomeOf(state, draft),
    value,
    assignee: memberOf(state, assigneeId),
    number: String(1000 + state.lastId),
    createdAt: author.at,
    updatedAt: author.at,
  } satisfies Deal as Deal);
  const position = (rows[0]?.position ?? 0) - 1;
  state.deals.set(ref.id, [{ position, item: deal }, ...rows]);
  state.authors.set(`deal:${id}`, author);
  state.feed.emit(ref.id, { type: 'dealCreated', deal });
  return deal;
}

export function updateDeal(
  state: MemoryState,
  ref: SubscriberRef,
  dealId: string,
  patch: DealPatch,
  write: Write,
): Deal {
  const held = findDeal(state, ref, dealId, write);
  assertValid(state, patch, ['step', 'step']);
  const wanted: Deal = {
    ...held,
    ...(patch.name !== undefined && { name: patch.name.trim() }),
    ...(patch.step && { ...patch.step, status: outcomeOf(state, patch.step) }),
    ...(patch.value !== undefined && { value: patch.value }),
    ...(patch.assigneeId !== undefined && { assignee: memberOf(state, patch.assigneeId) }),
  };
  const changes = changesOf(held, wanted);
  if (changes.length === 0) return held;

  const author = sign(state, write);
  const deal = stamp(state, { ...wanted, updatedAt: author.at });
  const rows = rowsOf(state, ref).map((row) => (row.item === held ? { ...row, item: deal } : row));
  state.deals.set(ref.id, rows);
  state.authors.set(`deal:${dealId}`, author);
  const fields = changes.map(([field, value]) => [field, { value, revision: deal.revision, ...author }]);
  state.feed.emit(ref.id, {
    type: 'changed',
    fields: Object.fromEntries(fields) as { [id in FieldId]?: FieldNews },
  });
  // The status is a fact of the deal and no field of its own: only a new list tells it.
  if (deal.status !== held.status) state.feed.emit(ref.id, { type: 'invalidated', section: 'deals' });
  return deal;
}

export function deleteDeal(state: MemoryState, ref: SubscriberRef, dealId: string, write: Write): void {
  const held = findDeal(state, ref, dealId, write);
  state.deals.set(
    ref.id,
    rowsOf(state, ref).filter(({ item }) => item !== held),
  );
  const { revision } = stamp(state, held);
  state.feed.emit(ref.id, { type: 'dealDeleted', id: dealId, revision });
}

function rowsOf(state: MemoryState, ref: SubscriberRef): readonly Row<Deal>[] {
  return state.deals.get(ref.id) ?? [];
}

function findDeal(state: MemoryState, ref: SubscriberRef, id: string, write: Write): Deal {
  assertEditable(write, findSubscriber(state, ref).readOnly);
  const deal = rowsOf(state, ref).find(({ item }) => item.id === id)?.item;
  if (!deal) throw notFound('deal');
  assertRevision(write.ifRevision, deal.revision, () => ({
    current: deal,
    ...state.authors.get(`deal:${id}`),
  }));
  return deal;
}

function isHeld(state: MemoryState, id: string): boolean {
  return [...state.deals.values()].some((rows) => rows.some(({ item }) => item.id === id));
}

function outcomeOf(state: MemoryState, { pipelineId, stepId }: DealStep): Outcome {
  const pipeline = state.pipelines.find(({ id }) => id === pipelineId);
  return pipeline?.steps.find(({ id }) => id === stepId)?.outcome ?? 'open';
}

function memberOf(state: MemoryState, id: string | null): Member | null {
  return id === null ? null : (state.members.get(id) ?? null);
}

/** Names the paths of pipeline and step, which a draft and a patch call differently. */
function assertValid(state: MemoryState, patch: DealPatch, [pipelinePath, stepPath]: [string, string]): void {
  const { name, step, value, assigneeId } = patch;
  const issues: Issue[] = [];
  if (name?.trim() === '') issues.push({ path: 'name', message: 'A deal needs a name.' });
  if (step) {
    const pipeline = state.pipelines.find(({ id }) => id === step.pipelineId);
    const isStep = pipeline?.steps.some(({ id }) => id === step.stepId);
    if (!pipeline) issues.push({ path: pipelinePath, message: 'No such pipeline.' });
    else if (!isStep) issues.push({ path: stepPath, message: 'No such step in this pipeline.' });
  }
  if (value && !isMoney(value)) issues.push({ path: 'value', message: 'Not an amount of money.' });
  if (assigneeId && !state.members.get(assigneeId)?.active) {
    issues.push({ path: 'assigneeId', message: 'Not an active member of the team.' });
  }
  if (issues.length > 0) throw invalid(issues);
}

function isMoney({ amount, currency }: Money): boolean {
  return canonicalDecimal(amount) !== null && /^[A-Z]{3}$/.test(currency);
}

function changesOf(held: Deal, next: Deal): [FieldId, unknown][] {
  return (['name', 'step', 'value', 'assignee'] as const)
    .map((name): [FieldId, unknown, unknown] => [
      toFieldId({ kind: 'deal', id: held.id, name }),
      valueOfField(held, name),
      valueOfField(next, name),
    ])
    .filter(([field, before, after]) => !isSameValue(field, before, after))
    .map(([field, , after]) => [field, after]);
}

function valueOfField(deal: Deal, name: DealFieldName): unknown {
  return name === 'step' ? { pipelineId: deal.pipelineId, stepId: deal.stepId } : deal[name];
}
