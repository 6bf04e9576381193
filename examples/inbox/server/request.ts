import type { Issue } from '../../../src/adapters/AdapterError.ts';
import { type Holder, invalid, outdated, Problem } from './problem.ts';
import type { AppContext } from './services.ts';

export type Body = Record<string, unknown>;

/** The request's JSON object. */
export async function readBody(c: AppContext): Promise<Body> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, 'invalid', 'The body is not JSON.');
  }
  if (!isRecord(body)) throw new Problem(400, 'invalid', 'The body is not a JSON object.');
  const issues = findUnstorable(body, []);
  if (issues.length > 0) throw invalid(issues);
  return body;
}

/** If-Match: refuses with what the server holds when the client has seen something older. */
export function requireMatch(c: AppContext, holder: Holder, current: () => unknown): void {
  const header = c.req.header('If-Match')?.trim();
  if (header === undefined || header === '*') return;
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.includes(`"${holder.revision}"`)) throw outdated(current(), holder);
}

/** A part of the path, decoded. */
export function param(c: AppContext, name: string): string {
  return c.req.param(name) ?? '';
}

export function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// PostgreSQL stores no NUL, and half of a surrogate pair is no character.
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function findUnstorable(value: unknown, path: readonly string[]): readonly Issue[] {
  if (typeof value === 'string' && unstorable.test(value)) {
    return [{ path: path.join('.'), message: 'This text has characters that cannot be stored.' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => findUnstorable(member, [...path, key]));
}
