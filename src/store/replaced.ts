import { type FieldId, isSameValue } from '../model/field.ts';
import type { Confirmed } from './confirmed.ts';
import { type Change, isOwn } from './mutations.ts';

/**
 * A colleague's change that a write of ours has gone over. Only a backend without revisions lets that happen: it
 * cannot be asked to write on a condition.
 */
export interface Replaced {
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly by?: string | undefined;
  /** RFC 3339. */
  readonly at?: string | undefined;
}

/** What somebody else had set, as far as it was heard of, between a write being sent and being answered. */
export function toReplaced(
  changes: ReadonlyMap<FieldId, Change>,
  { fields }: Confirmed,
  answered: (id: FieldId) => unknown,
): ReadonlyMap<FieldId, Replaced> {
  const replaced = new Map<FieldId, Replaced>();
  for (const [id, change] of changes) {
    const field = fields.get(id);
    if (!field || isSameValue(id, field.value, change.base) || isOwn(id, change, field.value)) continue;
    replaced.set(id, { theirs: field.value, mine: answered(id), by: field.by, at: field.at });
  }
  return replaced;
}

/** Those that still hold: the server has not been heard to hold anything else since. */
export function stillReplaced(
  replaced: ReadonlyMap<FieldId, Replaced>,
  { fields }: Confirmed,
): ReadonlyMap<FieldId, Replaced> {
  const still = [...replaced].filter(([id, { mine }]) => isSameValue(id, fields.get(id)?.value, mine));
  return still.length === replaced.size ? replaced : new Map(still);
}
