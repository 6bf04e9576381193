import { AdapterError, type AdapterErrorOptions } from '../AdapterError.ts';

/** What revisions a backend keeps: of each field, of whole records only, or none. */
export type Revisions = 'field' | 'record' | 'none';

/** Gives out revisions. One counter for all, so that all of them grow. */
export interface Numbering {
  readonly revisions: Revisions;
  revision: number;
}

interface Revised {
  readonly revision?: number | undefined;
}

/** The item with the next revision, if the backend keeps any. */
export function stamp<T extends Revised>(numbering: Numbering, item: T): T {
  if (numbering.revisions === 'none') return withoutRevision(item);
  numbering.revision += 1;
  return { ...item, revision: numbering.revision };
}

/** As {@link stamp}, for what has a revision of its own only where each field has one. */
export function stampField<T extends Revised>(numbering: Numbering, item: T): T {
  return numbering.revisions === 'field' ? stamp(numbering, item) : withoutRevision(item);
}

/** As {@link stamp}, but a revision that is already there stays. */
export function stampNew<T extends Revised>(numbering: Numbering, item: T): T {
  return numbering.revisions !== 'none' && item.revision !== undefined ? item : stamp(numbering, item);
}

/** As {@link stampField}, but a revision that is already there stays. */
export function stampNewField<T extends Revised>(numbering: Numbering, item: T): T {
  return numbering.revisions === 'field' && item.revision !== undefined ? item : stampField(numbering, item);
}

/** Rejects a write that was meant for another revision than the one held. */
export function assertRevision(
  ifRevision: number | undefined,
  held: number | undefined,
  conflict: () => AdapterErrorOptions,
): void {
  if (ifRevision === undefined || held === undefined || ifRevision === held) return;
  throw new AdapterError('conflict', 'It was changed in the meantime.', structuredClone(conflict()));
}

function withoutRevision<T extends Revised>(item: T): T {
  const { revision: _, ...rest } = item;
  return rest as T;
}
