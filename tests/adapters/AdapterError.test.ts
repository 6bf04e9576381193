import { describe, expect, test } from 'vitest';
import { AdapterError, type AdapterErrorOptions, toAdapterError } from '../../src/adapters/AdapterError.ts';
import { errorCodes } from '../../src/model/errorCode.ts';
import { type OddRejection, oddRejections, SECRET } from '../support/oddRejections.ts';

const whole: AdapterErrorOptions = {
  resource: 'deal',
  current: { key: 'plan' },
  by: 'Ana',
  at: '2025-11-22T09:17:55.087Z',
  duplicate: { field: 'emails.0.value', id: '7', name: 'Ana' },
  issues: [{ path: 'name', message: 'Too long.' }],
  reason: 'No.',
  retryAfterMs: 5000,
  applied: ['variable:plan'],
  failed: [{ fieldId: 'tag:vip', error: new AdapterError('forbidden', 'No.') }],
  capability: 'deleteDeal',
  path: 'deals.3',
  expected: 'string',
};

describe('an error', () => {
  test('carries what it was given', () => {
    const cause = new Error('below');
    const error = new AdapterError('partial', 'Half of it.', { ...whole, cause });
    expect([error.name, error.code, error.message, error.cause]).toEqual([
      'AdapterError',
      'partial',
      'Half of it.',
      cause,
    ]);
    expect(error.detail).toEqual(whole);
    expect(error.detail.current).toBe(whole.current);
    expect(error.detail.failed?.[0]?.error).toBe(whole.failed?.[0]?.error);
  });

  test.each(errorCodes)('stays the same object on its way: %s', (code) => {
    class HostError extends AdapterError {}
    for (const error of [new AdapterError(code, code), new HostError(code, code, whole)]) {
      expect(toAdapterError(error)).toBe(error);
      expect(error.code).toBe(code);
    }
  });

  test('is not changed by who made it', () => {
    const issues = [{ path: 'name', message: 'Too long.' }];
    const error = new AdapterError('invalid', 'No.', { issues });
    issues.push(null as never);
    (issues[0] as { message: unknown }).message = 7;
    expect(Reflect.set(error, 'code', 'conflict')).toBe(false);
    expect(Reflect.defineProperty(error, 'detail', { value: null })).toBe(false);
    expect(Reflect.set(error.detail, 'issues', 'many')).toBe(false);
    expect(toAdapterError(error).detail).toEqual({ issues: [{ path: 'name', message: 'Too long.' }] });
  });

  test('shows nothing of what it carries to whoever writes down an error', () => {
    const cause = { address: SECRET };
    const error = new AdapterError('conflict', 'No.', { ...whole, current: { value: SECRET }, cause });
    expect(Object.keys(error).sort()).toEqual(['code', 'name']);
    expect(JSON.stringify({ error })).not.toContain(SECRET);
    expect({ ...error.detail }).toMatchObject({ current: { value: SECRET } });
  });

  test('of another copy of this package counts by its code, and is kept as the cause', () => {
    const { applied, failed, ...detail } = whole;
    const copy = { name: 'AdapterError', code: 'invalid', message: 'No.', detail };
    const error = toAdapterError(copy);
    expect(error).toBeInstanceOf(AdapterError);
    expect(error).toMatchObject({ code: 'invalid', message: 'No.', cause: copy });
    expect(error.detail).toEqual(detail);
  });
});

/** What a component or the store reads of an error. */
function readAll({ code, detail }: AdapterError): unknown[] {
  return [
    code,
    detail.reason?.slice(0, 300),
    detail.by?.trim(),
    detail.issues?.map(({ path, message }) => [path.startsWith('x'), message.slice(0, 300)]),
    detail.duplicate && [
      detail.duplicate.field.length,
      detail.duplicate.id.length,
      detail.duplicate.name?.length,
    ],
    detail.applied?.map((id) => id.length),
    detail.failed?.map(({ fieldId, error }) => [fieldId.length, error.code, error.detail.failed?.length]),
    detail.at && new Date(detail.at).toISOString(),
    detail.retryAfterMs?.toFixed(),
    [detail.path?.length, detail.expected?.length, detail.capability?.length, detail.resource?.length],
  ];
}

describe('whatever is thrown', () => {
  test.each(oddRejections)('becomes an error that can be read: $what', ({ code, make }: OddRejection) => {
    const thrown = make();
    const error = toAdapterError(thrown);
    expect(error).toBeInstanceOf(AdapterError);
    expect(error.code).toBe(code);
    expect(toAdapterError(error)).toBe(error);
    expect(JSON.stringify(readAll(error))).not.toContain(SECRET);
    if (!Object.is(error, thrown)) expect(Object.is(error.cause, thrown)).toBe(true);
  });

  test('has no more in it than one error within another', () => {
    const copy = { name: 'AdapterError', code: 'partial', message: '', detail: { failed: [] as unknown[] } };
    copy.detail.failed.push({ fieldId: 'tag:a', error: copy }, { fieldId: 'tag:b', error: copy });
    const { failed } = toAdapterError(copy).detail;
    expect(failed?.map(({ error }) => error.code)).toEqual(['partial', 'partial']);
    const inner = failed?.[0]?.error.detail.failed;
    expect(inner?.map(({ error }) => [error.code, error.detail])).toEqual([
      ['unknown', {}],
      ['unknown', {}],
    ]);
  });
});
