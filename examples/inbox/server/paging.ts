import { invalid } from './problem.ts';
import type { AppContext } from './services.ts';

export interface PageQuery {
  /** What the cursor stands for: the sort key of the last row of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

export function readPageQuery(c: AppContext, defaultLimit: number): PageQuery {
  const limit = Number(c.req.query('limit') ?? defaultLimit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw invalid([{ path: 'limit', message: 'The limit is a whole number from 1.' }]);
  }
  return { after: readCursor(c.req.query('cursor')), limit: Math.min(limit, 200) };
}

/** Of the `limit + 1` rows that were read, a page, and the cursor to what follows. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  { limit }: PageQuery,
  toItem: (row: Row) => Item,
  toKey: (row: Row) => readonly string[],
) {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(toItem),
    ...(last !== undefined && { nextCursor: toCursor(toKey(last)) }),
  };
}

function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(cursor: string | undefined): readonly string[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Refused below.
  }
  throw invalid([{ path: 'cursor', message: 'This cursor is not one of ours.' }]);
}
