import type { FieldId } from '../model/field.ts';
import type { CardState } from './cardState.ts';
import { isForeign } from './mutations.ts';

/** Whether a colleague has changed what a draft started from. */
export function hasConflict({ drafts, mutations, confirmed }: CardState, id: FieldId): boolean {
  const draft = drafts.get(id);
  if (!draft) return mutations.conflicts.has(id);
  return confirmed.fields.has(id) && isForeign(mutations, confirmed, id, draft.base);
}
