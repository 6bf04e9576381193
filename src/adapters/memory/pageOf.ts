import { AdapterError } from '../AdapterError.ts';
import type { Page, PageRequest } from '../DataAdapter.ts';

/** An item of a paged list. Its position outlives the removal of its neighbours, so that a cursor can name it. */
export interface Row<T> {
  readonly position: number;
  readonly item: T;
}

/** The page after the cursor. The rows stand in the order of their positions. */
export function pageOf<T>(rows: readonly Row<T>[], { cursor, limit }: PageRequest, size: number): Page<T> {
  const after = cursor === undefined ? -Infinity : Number(cursor);
  if (Number.isNaN(after)) throw new AdapterError('invalid', 'The cursor is not one of ours.');
  const rest = rows.filter(({ position }) => position > after);
  const page = rest.slice(0, limit ?? size);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    total: rows.length,
    ...(last && page.length < rest.length && { nextCursor: String(last.position) }),
  };
}

export function toRows<T>(items: Iterable<T>): Row<T>[] {
  return Array.from(items, (item, position) => ({ position, item }));
}
