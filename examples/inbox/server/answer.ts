import type { Context } from 'hono';
import type { StoredAnswer } from './schema.ts';

export type Answer = StoredAnswer;

/** The answer to a read or a write; its revision goes out as the ETag. */
export function sendAnswer(c: Context, { status, body, revision }: Answer): Response {
  c.header('Cache-Control', 'no-store');
  if (revision !== undefined) c.header('ETag', `"${revision}"`);
  if (status === 204) return c.body(null, status);
  c.header('Content-Type', 'application/json');
  return c.body(toBody(c, body), status);
}

/**
 * JSON for the wire. Addresses on this server are kept as paths and leave as absolute URLs, on whatever host and
 * port the page was opened.
 */
export function toBody(c: Context, value: unknown): string {
  const { origin } = new URL(c.req.url);
  return JSON.stringify(value, (key, member: unknown) =>
    urlMembers.has(key) && typeof member === 'string' && member.startsWith('/') ? origin + member : member,
  );
}

const urlMembers = new Set(['url', 'avatarUrl', 'profileUrl', 'imageUrl']);
