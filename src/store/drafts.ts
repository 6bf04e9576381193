import type { AdapterError } from '../adapters/AdapterError.ts';
import { type FieldId, isSameValue, NEW, toContactLane, toLane } from '../model/field.ts';
import type { CardState, Draft } from './cardState.ts';
import { type Change, changeOf, type Mutation, mutationOf } from './mutations.ts';

/** The value of the server that the operator has before their eyes, or last had before they changed it. */
export function seen({ mutations, confirmed }: CardState, id: FieldId): unknown {
  const change = changeOf(mutationOf(mutations, id), id);
  return change ? change.base : confirmed.fields.get(id)?.value;
}

/** Whether anything was typed since the editor was opened. */
export function isDirty(id: FieldId, draft: Draft): boolean {
  return !('opened' in draft) || !isSameValue(id, draft.input, draft.opened);
}

/** The operator's next draft was begun on what is now confirmed. */
export function rebase(
  drafts: CardState['drafts'],
  { wasSent }: Mutation,
  changes: ReadonlyMap<FieldId, Change>,
  answered: (id: FieldId) => unknown,
): CardState['drafts'] {
  const next = new Map(drafts);
  for (const [id, change] of changes) {
    const draft = drafts.get(id);
    const isOurs = !wasSent || isSameValue(id, answered(id), change.value);
    if (draft && isOurs) next.set(id, { ...draft, base: answered(id) });
  }
  return next;
}

/** What the operator has asked for again in the meantime need not be given back. */
export function withoutBehind(mutation: Mutation, { mutations }: CardState): Mutation {
  const behind = mutations.lanes.get(mutation.lane)?.behind;
  const inputs = new Map([...mutation.inputs].filter(([id]) => !changeOf(behind, id)));
  return { ...mutation, inputs };
}

/**
 * The form of a new deal may hold the next one already. Two cannot be in it, so the refused one stays in the list
 * as failed.
 */
export function withoutTaken(mutation: Mutation, drafts: CardState['drafts']): Mutation {
  const isTaken =
    mutation.action.type === 'createDeal' && [...mutation.inputs.keys()].some((id) => drafts.has(id));
  return isTaken ? { ...mutation, inputs: new Map() } : mutation;
}

/** Linked to a contact that was there: the one that was being typed is not needed any more. */
export function withoutNewContact(drafts: CardState['drafts'], { action }: Mutation): CardState['drafts'] {
  if (action.type !== 'linkContact') return drafts;
  const lane = toContactLane(NEW);
  return without(
    drafts,
    [...drafts.keys()].filter((id) => toLane(id) === lane),
  );
}

/** A rejected mutation is the operator's draft again, with the reason. What they typed since stays. */
export function giveBack(
  drafts: CardState['drafts'],
  mutation: Mutation,
  error?: AdapterError | undefined,
): CardState['drafts'] {
  const next = new Map(drafts);
  const { applied = [], failed = [] } = error?.detail ?? {};
  const notSaved = [...mutation.inputs.keys()].filter((id) => !applied.includes(id));
  const parts = applied.length > 0 ? { saved: applied, notSaved } : undefined;
  for (const [id, input] of mutation.inputs) {
    if (applied.includes(id)) continue;
    const change = changeOf(mutation, id);
    const typed = next.get(id) ?? { input, base: change?.base };
    const draft = change ? { ...typed, past: [...(typed.past ?? []), ...change.past] } : typed;
    const reason = failed.find(({ fieldId }) => fieldId === id)?.error ?? error;
    next.set(id, reason ? { ...draft, problem: { type: 'rejected', error: reason, parts } } : draft);
  }
  return next;
}

export function without(drafts: CardState['drafts'], ids: Iterable<FieldId>): CardState['drafts'] {
  const next = new Map<FieldId, Draft>(drafts);
  for (const id of ids) next.delete(id);
  return next.size === drafts.size ? drafts : next;
}
