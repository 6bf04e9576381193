import type { FieldId } from '../model/field.ts';
import type { Subscriber } from '../model/subscriber.ts';
import { canonicalInstant } from '../model/time.ts';
import type { AdapterError, AdapterErrorOptions, Issue } from './AdapterError.ts';

/** What an error carries, by its code. */
export type ErrorDetail = Omit<AdapterErrorOptions, 'cause'>;

type Duplicate = NonNullable<ErrorDetail['duplicate']>;
type Failed = NonNullable<ErrorDetail['failed']>[number];

/**
 * Copies what an error carries, and leaves out what is not of the shape that its name promises: it comes from the
 * same places as any answer, and is drawn. Never throws. `toError` makes an error of what stands in `failed`.
 */
export function toErrorDetail(given: unknown, toError: (thrown: unknown) => AdapterError): ErrorDetail {
  const read = <T>(name: keyof ErrorDetail, check: (value: unknown) => T | undefined) => {
    const value = attempt(() => {
      const told = (given as Record<string, unknown>)[name];
      return told === undefined ? undefined : check(told);
    });
    return value === undefined ? undefined : { [name]: value };
  };
  return Object.freeze({
    ...read('resource', (value) => resources.find((name) => name === value)),
    // Checked where it is known what it has to be.
    ...read('current', (value) => value),
    ...read('record', (value) => value as Subscriber | undefined),
    ...read('by', toText),
    ...read('at', (value) => (typeof value === 'string' && canonicalInstant(value) ? value : undefined)),
    ...read('duplicate', toDuplicate),
    ...read('issues', listOf(toIssue)),
    ...read('reason', toText),
    ...read('retryAfterMs', (value) => (Number.isFinite(value) ? (value as number) : undefined)),
    ...read(
      'applied',
      listOf((value) => toText(value) as FieldId | undefined),
    ),
    ...read(
      'failed',
      listOf((value) => toFailed(value, toError)),
    ),
    ...read('capability', toText),
    ...read('path', toText),
    ...read('expected', toText),
  });
}

const resources = ['subscriber', 'deal', 'contact', 'tag', 'variable'] as const;

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function toIssue(value: unknown): Issue | undefined {
  const { path, message } = value as Issue;
  return typeof path === 'string' && typeof message === 'string'
    ? Object.freeze({ path, message })
    : undefined;
}

function toDuplicate(value: unknown): Duplicate | undefined {
  const { field, id, name } = value as Duplicate;
  if (typeof field !== 'string' || typeof id !== 'string') return undefined;
  return Object.freeze({ field, id, ...(typeof name === 'string' && { name }) });
}

function toFailed(value: unknown, toError: (thrown: unknown) => AdapterError): Failed | undefined {
  const { fieldId, error } = value as Failed;
  return typeof fieldId === 'string' ? Object.freeze({ fieldId, error: toError(error) }) : undefined;
}

function listOf<T>(check: (value: unknown) => T | undefined) {
  return (value: unknown): readonly T[] | undefined =>
    Array.isArray(value)
      ? Object.freeze(
          Array.from(value, (entry) => attempt(() => check(entry))).filter((it) => it !== undefined),
        )
      : undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
