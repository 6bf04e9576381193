import { type FieldId, isSameValue } from '../model/field.ts';
import type { CardState } from './cardState.ts';
import { isForeign } from './mutations.ts';

/** Whether a colleague has changed what a draft started from. */
export function hasConflict({ drafts, mutations, confirmed }: CardState, id: FieldId): boolean {
  const draft = drafts.get(id);
  if (!draft) return mutations.conflicts.has(id);
  const field = confirmed.fields.get(id);
  const isPast = draft.past?.some((own) => isSameValue(id, own, field?.value));
  return field !== undefined && !isPast && isForeign(mutations, confirmed, id, draft.base);
}

/** Whether submitting a value would overwrite what a colleague has set. That both want the same is no conflict. */
export function collides(state: CardState, id: FieldId, value: unknown): boolean {
  const isAgreed = state.drafts.has(id) && isSameValue(id, state.confirmed.fields.get(id)?.value, value);
  return !isAgreed && hasConflict(state, id);
}
