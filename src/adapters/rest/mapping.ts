import type { ContactDraft, ContactFieldValue, ContactPatch } from '../../model/contact.ts';
import type { SubscriberRef } from '../../model/subscriber.ts';
import type { VariableValue } from '../../model/variable.ts';
import { AdapterError, type Issue } from '../AdapterError.ts';

type QueryValue = string | number | undefined;

/** What a contact looks like on the wire: `fields` by key, so that a merge patch can change one of them. */
export type ContactBody = Omit<ContactPatch, 'fields'> & {
  readonly fields?: { readonly [key: string]: VariableValue } | undefined;
};

export function toPath(...segments: readonly string[]): string {
  return segments.map((segment) => `/${toSegment(segment)}`).join('');
}

/** Channel and conversation go along: in some backends an id alone does not say who is meant. */
export function toSubscriberPath(
  { id, channel, conversationId }: SubscriberRef,
  segments: readonly string[] = [],
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  return toPath('subscribers', id, ...segments) + toQuery({ channel, conversationId, ...query });
}

/** `?a=1&b=2`, or nothing. */
export function toQuery(values: Readonly<Record<string, QueryValue>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : '';
}

export function toContactBody({ fields, ...rest }: ContactDraft | ContactPatch): ContactBody {
  if (!fields) return rest;
  return { ...rest, fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])) };
}

/** On the wire the path of a field's issue is `fields.{key}`; in a draft it is `fields.{index}.value`. */
export function toContactError(thrown: unknown, fields: readonly ContactFieldValue[] = []): unknown {
  if (!(thrown instanceof AdapterError) || !thrown.detail.issues) return thrown;
  const issues = thrown.detail.issues.map((issue) => toDraftIssue(issue, fields));
  return new AdapterError(thrown.code, thrown.message, { ...thrown.detail, issues, cause: thrown.cause });
}

function toDraftIssue(issue: Issue, fields: readonly ContactFieldValue[]): Issue {
  const index = fields.findIndex(({ key }) => issue.path === `fields.${key}`);
  return index < 0 ? issue : { ...issue, path: `fields.${index}.value` };
}

function toSegment(text: string): string {
  // A URL cannot carry these as a segment, encoded or not: the parser removes them.
  if (text === '' || text === '.' || text === '..') {
    throw new AdapterError('unsupported', 'An id that is empty, "." or ".." has no address.');
  }
  return encodeURIComponent(text.replace(loneSurrogates, '\uFFFD'));
}

// encodeURIComponent throws on a lone surrogate.
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
