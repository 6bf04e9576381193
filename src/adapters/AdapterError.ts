import type { ErrorCode } from '../model/errorCode.ts';
import type { FieldId } from '../model/field.ts';
import type { Subscriber } from '../model/subscriber.ts';

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

/** The one error that an adapter rejects with. Its `message` is for developers and carries no personal data. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: ErrorCode;
  readonly detail: Omit<AdapterErrorOptions, 'cause'>;

  constructor(code: ErrorCode, message: string, { cause, ...detail }: AdapterErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** Makes an {@link AdapterError} of whatever was thrown. Never throws itself. */
export function toAdapterError(thrown: unknown): AdapterError {
  try {
    if (thrown instanceof AdapterError) return thrown;
  } catch {
    // A revoked proxy throws even here.
  }
  return new AdapterError('unknown', 'The adapter failed.', { cause: thrown });
}
