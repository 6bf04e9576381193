import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AdapterErrorOptions, Issue } from '../../../src/adapters/AdapterError.ts';
import type { ErrorCode } from '../../../src/model/errorCode.ts';
import { toBody } from './answer.ts';

type Resource = NonNullable<AdapterErrorOptions['resource']> | 'conversation' | 'operator';

interface ProblemDetail {
  readonly resource?: Resource | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly reason?: string | undefined;
  readonly duplicate?: { readonly field: string; readonly id: string; readonly name: string } | undefined;
  readonly current?: unknown;
  readonly revision?: number | undefined;
  readonly by?: string | undefined;
  readonly at?: string | undefined;
}

/** Thrown anywhere below a route; becomes an answer as RFC 9457 describes it, and undoes the transaction. */
export class Problem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: ErrorCode,
    readonly title: string,
    readonly detail: ProblemDetail = {},
  ) {
    super(title);
  }
}

export function notFound(resource: Resource): Problem {
  return new Problem(404, 'not-found', `There is no such ${resource}.`, { resource });
}

export function gone(resource: Resource): Problem {
  return new Problem(410, 'not-found', `This ${resource} was deleted.`, { resource });
}

export function unauthorized(): Problem {
  return new Problem(401, 'unauthorized', 'Sign in first.');
}

export function forbidden(reason: string): Problem {
  return new Problem(403, 'forbidden', 'This may not be changed.', { reason });
}

export function invalid(issues: readonly Issue[]): Problem {
  return new Problem(422, 'invalid', 'Something in the request is not valid.', { issues });
}

export interface Holder {
  readonly revision: number;
  readonly by?: string | null | undefined;
  readonly at?: Date | null | undefined;
}

/** The record has moved on: 412 with what the server holds now. */
export function outdated(current: unknown, { revision, by, at }: Holder): Problem {
  return new Problem(412, 'conflict', 'Somebody changed it in the meantime.', {
    current,
    revision,
    by: by ?? undefined,
    at: at?.toISOString(),
  });
}

export function sendProblem(c: Context, { status, code, title, detail }: Problem): Response {
  const { revision, ...members } = detail;
  c.header('Content-Type', 'application/problem+json');
  c.header('Cache-Control', 'no-store');
  if (revision !== undefined) c.header('ETag', `"${revision}"`);
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.body(toBody(c, { type: 'about:blank', title, status, code, ...members }), status);
}

/** The last stop: whatever is not a problem of ours is a fault, told to the log and to nobody else. */
export function handleError(error: Error, c: Context): Response {
  if (error instanceof Problem) return sendProblem(c, error);
  console.error(error);
  return sendProblem(c, new Problem(500, 'unavailable', 'The server failed.'));
}
