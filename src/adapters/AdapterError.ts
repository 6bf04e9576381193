import { type ErrorCode, errorCodes } from '../model/errorCode.ts';
import type { FieldId } from '../model/field.ts';
import type { Subscriber } from '../model/subscriber.ts';
import { type ErrorDetail, toErrorDetail } from './errorDetail.ts';

export interface AdapterErrorOptions {
  /** What was thrown below, kept for `onError`. Never drawn. */
  readonly cause?: unknown;
  /** Of `not-found`. */
  readonly resource?: 'subscriber' | 'deal' | 'contact' | 'tag' | 'variable' | undefined;
  /**
   * Of `conflict`: what the server holds, as the method that was called returns it (a `Variable`, a `Tagging`,
   * a `Deal`, a `Contact`). Without it the card reads the section again.
   */
  readonly current?: unknown;
  /** Of `conflict`, where revisions are per record: the whole record. */
  readonly record?: Subscriber | undefined;
  /** Of `conflict`: the name of who changed it. */
  readonly by?: string | undefined;
  /** Of `conflict`: when, RFC 3339. */
  readonly at?: string | undefined;
  /** Of `duplicate`: what is taken, and by whom. */
  readonly duplicate?: { readonly field: string; readonly id: string; readonly name?: string } | undefined;
  /** Of `invalid`: paths as in the draft or patch, such as `phones.0.value`. */
  readonly issues?: readonly Issue[] | undefined;
  /** Of `forbidden`: the host's reason, in the operator's language. */
  readonly reason?: string | undefined;
  /** Of `rate-limited`. */
  readonly retryAfterMs?: number | undefined;
  /** Of `partial`. */
  readonly applied?: readonly FieldId[] | undefined;
  /** Of `partial`. */
  readonly failed?: readonly { readonly fieldId: FieldId; readonly error: AdapterError }[] | undefined;
  /** Of `unsupported`: the method that this backend cannot do after all. */
  readonly capability?: string | undefined;
  /** Of `malformed`: where in the answer, such as `deals.3.value`. */
  readonly path?: string | undefined;
  /** Of `malformed`: what was expected there. */
  readonly expected?: string | undefined;
}

export interface Issue {
  readonly path: string;
  readonly message: string;
}

/**
 * The one error that an adapter rejects with. Its `message` is for developers and carries no personal data. What it
 * carries is a copy, without what has not the shape that `AdapterErrorOptions` promises.
 */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, { cause, ...detail }: AdapterErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = isErrorCode(code) ? code : 'unknown';
    this.detail = toErrorDetail(detail, toInnerError);
    // Whoever handles it can rely on both, whatever becomes of the object in the hands of a host.
    Object.defineProperty(this, 'code', { writable: false, configurable: false });
    // Nor does a log, or React's profiler, look into what it carries: values of people, and objects of the adapter.
    Object.defineProperty(this, 'detail', { writable: false, configurable: false, enumerable: false });
    made.add(this);
  }
}

/** Makes an {@link AdapterError} of whatever was thrown. Never throws itself. */
export function toAdapterError(thrown: unknown): AdapterError {
  return made.has(thrown) ? (thrown as AdapterError) : (fromCopy(thrown, toInnerError) ?? toUnknown(thrown));
}

/** What the constructor has made, which a prototype and a proxy can only pretend. */
const made: Pick<WeakSet<object>, 'add'> & { has(thrown: unknown): boolean } = new WeakSet<object>();

/** An error of another copy of this package: an adapter may bring its own. */
function fromCopy(thrown: unknown, toError: typeof toAdapterError): AdapterError | null {
  try {
    const { name, code, message, detail } = thrown as Record<keyof AdapterError, unknown>;
    if (name !== 'AdapterError' || !isErrorCode(code)) return null;
    const text = typeof message === 'string' ? message : '';
    return new AdapterError(code, text, { ...toErrorDetail(detail, toError), cause: thrown });
  } catch {
    return null;
  }
}

/** One that stands in another, and has no further ones in it: a copy may stand in itself. */
function toInnerError(thrown: unknown): AdapterError {
  return made.has(thrown) ? (thrown as AdapterError) : (fromCopy(thrown, toUnknown) ?? toUnknown(thrown));
}

function toUnknown(thrown: unknown): AdapterError {
  return new AdapterError('unknown', 'The adapter failed.', { cause: thrown });
}

function isErrorCode(code: unknown): code is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(code);
}
