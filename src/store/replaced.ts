import { type FieldId, isSameValue } from '../model/field.ts';
import type { Confirmed, ConfirmedField } from './confirmed.ts';
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

/** What somebody else has set while these changes are on their way. One's own may be heard of after it. */
export function toMet(
  known: ReadonlyMap<FieldId, ConfirmedField>,
  changes: ReadonlyMap<FieldId, Change>,
  { fields }: Confirmed,
): ReadonlyMap<FieldId, ConfirmedField> {
  const met = new Map(known);
  for (const [id, change] of changes) {
    const field = fields.get(id);
    if (!field || isOwn(id, change, field.value)) continue;
    if (isSameValue(id, field.value, change.base)) met.delete(id);
    else met.set(id, field);
  }
  return met;
}

/** What of that, as far as it was heard of, the write has gone over. */
export function toReplaced(
  met: ReadonlyMap<FieldId, ConfirmedField>,
  answered: (id: FieldId) => unknown,
): ReadonlyMap<FieldId, Replaced> {
  return new Map(
    [...met].map(([id, { value, by, at }]) => [id, { theirs: value, mine: answered(id), by, at }]),
  );
}

/** Those that still hold: the server has not been heard to hold anything else since. */
export function stillReplaced(
  replaced: ReadonlyMap<FieldId, Replaced>,
  { fields }: Confirmed,
): ReadonlyMap<FieldId, Replaced> {
  const still = [...replaced].filter(([id, { mine }]) => isSameValue(id, fields.get(id)?.value, mine));
  return still.length === replaced.size ? replaced : new Map(still);
}
