import type { ErrorCode } from '../model/errorCode.ts';
import { AdapterError, type AdapterErrorOptions } from './AdapterError.ts';

export type HttpHeaders = Readonly<Record<string, string>>;

export interface HttpOptions {
  /** `https://inbox.example.com/api/v1`, or a path on the page's own origin. */
  readonly baseUrl: string;
  /** Sent with every request; a function is asked before each, so that a token can be renewed. */
  readonly headers?: HttpHeaders | (() => HttpHeaders | Promise<HttpHeaders>) | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Whether cookies go along, as in `fetch`. */
  readonly credentials?: RequestCredentials | undefined;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | undefined;
  readonly headers?: HttpHeaders | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** `fetch`, with every failure as an {@link AdapterError}. */
export interface Http {
  /** The parsed JSON of the answer; `null` where the server says that there is no content. */
  json(path: string, request: HttpRequest): Promise<unknown>;
  /** The answer itself, once its status says that it succeeded. */
  open(path: string, request: HttpRequest): Promise<Response>;
}

export function createHttp(options: HttpOptions): Http {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');

  async function open(path: string, { method = 'GET', headers, body, signal }: HttpRequest) {
    const own = typeof options.headers === 'function' ? await options.headers() : options.headers;
    signal.throwIfAborted();
    const send = options.fetch ?? globalThis.fetch;
    const init: RequestInit = {
      method,
      headers: { accept: 'application/json', ...contentType(body), ...own, ...headers },
      cache: 'no-store',
      signal,
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (options.credentials) init.credentials = options.credentials;
    const response = await send(`${baseUrl}${path}`, init).catch((thrown: unknown) => fail(thrown, signal));
    if (!response.ok) throw await toHttpError(response, signal);
    return response;
  }

  async function json(path: string, request: HttpRequest) {
    const response = await open(path, request);
    if (response.status === 204) return null;
    if (!isJson(response)) throw malformed('The answer is not JSON.');
    const text = await response.text().catch((thrown: unknown) => fail(thrown, request.signal));
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw malformed('The answer is broken JSON.', cause);
    }
  }

  return { json, open };
}

/** What an answer that is not a success means, by its status and, where it is problem+json, by its `code`. */
export async function toHttpError(response: Response, signal: AbortSignal): Promise<AdapterError> {
  const problem = await readProblem(response);
  signal.throwIfAborted();
  const code = toCode(response.status, problem.code);
  return new AdapterError(code, `The server answered ${response.status} (${code}).`, {
    ...toDetail(problem),
    retryAfterMs: code === 'rate-limited' ? parseRetryAfter(response.headers) : undefined,
  });
}

/** `Retry-After` in milliseconds, from one second to one minute; `undefined` where it says nothing usable. */
export function parseRetryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^[+-]?\d+(\.\d*)?(e\d+)?$/i.test(text)) return clampWait(Number(text) * 1000);
  const until = parseHttpDate(text);
  if (Number.isNaN(until)) return undefined;
  // The server's own clock, where it tells it: ours may be a day off.
  const now = parseHttpDate(headers.get('date') ?? '');
  return clampWait(until - (Number.isNaN(now) ? Date.now() : now));
}

/** Each of the three forms is in GMT, also the one that does not say so. `Date.parse` alone reads any text with a digit. */
function parseHttpDate(text: string): number {
  const isDate =
    /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? |\d{4}-\d\d-\d\dT)/i.test(text);
  if (!isDate) return Number.NaN;
  return Date.parse(/(?:gmt|utc|z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`);
}

function toCode(status: number, said: unknown): ErrorCode {
  const known = saidByServers.find((code) => code === said);
  if (known) return known;
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 405:
    case 501:
      return 'unsupported';
    case 408:
    case 504:
      return 'timeout';
    case 409:
    case 412:
      return 'conflict';
    case 413:
    case 422:
      return 'invalid';
    case 429:
      return 'rate-limited';
    default:
      return status >= 500 ? 'unavailable' : 'unknown';
  }
}

// What only the client can know (`offline`, `malformed`) is not taken from a server.
const saidByServers: readonly ErrorCode[] = [
  'not-found',
  'conflict',
  'duplicate',
  'invalid',
  'unauthorized',
  'forbidden',
  'rate-limited',
  'timeout',
  'unavailable',
  'unsupported',
];

/** Of what a server says, that which concerns the operator. The error checks the shapes. */
function toDetail({ current, by, at, reason, resource, duplicate, issues }: Record<string, unknown>) {
  return { current, by, at, reason, resource, duplicate, issues } as AdapterErrorOptions;
}

async function readProblem(response: Response): Promise<Record<string, unknown>> {
  try {
    const problem: unknown = isJson(response) ? await response.json() : null;
    return isRecord(problem) ? problem : {};
  } catch {
    return {};
  }
}

function fail(thrown: unknown, signal: AbortSignal): never {
  signal.throwIfAborted();
  // The one thing that fetch says of every network that does not answer.
  if (thrown instanceof TypeError) {
    throw new AdapterError('offline', 'The server could not be reached.', { cause: thrown });
  }
  throw thrown;
}

function malformed(message: string, cause?: unknown): AdapterError {
  return new AdapterError('malformed', message, { path: '', expected: 'JSON', cause });
}

function contentType(body: unknown): HttpHeaders {
  return body === undefined ? {} : { 'content-type': 'application/json' };
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
}

function clampWait(ms: number): number {
  return Math.min(Math.max(ms, 1_000), 60_000);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
