import { afterEach, describe, expect, it, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createHttp, type HttpOptions, parseRetryAfter } from '../../src/adapters/http.ts';

const signal = new AbortController().signal;

function answer(status: number, body: unknown = {}, headers: Record<string, string> = {}) {
  const type = typeof body === 'string' ? 'text/html' : 'application/problem+json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(status === 204 ? null : text, {
    status,
    headers: { 'content-type': type, ...headers },
  });
}

function createOver(send: typeof fetch, options: Partial<HttpOptions> = {}) {
  return createHttp({ baseUrl: 'https://inbox.example.com/api/v1/', fetch: send, ...options });
}

async function failWith(response: Response): Promise<AdapterError> {
  const failure = await createOver(async () => response)
    .json('/x', { signal })
    .catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(AdapterError);
  return failure as AdapterError;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('http', () => {
  it.each([
    [400, 'unknown'],
    [401, 'unauthorized'],
    [402, 'unknown'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'unsupported'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [413, 'invalid'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [501, 'unsupported'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ])('understands %i as %s, whatever the body is', async (status, code) => {
    expect((await failWith(answer(status))).code).toBe(code);
    expect((await failWith(answer(status, '<h1>Oops</h1>'))).code).toBe(code);
    expect((await failWith(answer(status, [1]))).code).toBe(code);
  });

  it('prefers the code of the problem to the status', async () => {
    expect((await failWith(answer(409, { code: 'duplicate' }))).code).toBe('duplicate');
    expect((await failWith(answer(400, { code: 'invalid' }))).code).toBe('invalid');
  });

  it('does not let a server say what only the client can know', async () => {
    expect((await failWith(answer(500, { code: 'offline' }))).code).toBe('unavailable');
    expect((await failWith(answer(500, { code: 'anything' }))).code).toBe('unavailable');
  });

  it('carries what the problem says, and leaves out what has the wrong shape', async () => {
    const { detail } = await failWith(
      answer(422, {
        issues: [{ path: 'name', message: 'Too long.' }, { path: 1 }, null],
        by: 'Ana',
        at: 5,
        resource: 'planet',
        duplicate: { field: 'emails.0.value', id: '7', name: 'Ana' },
        current: { key: 'plan' },
        reason: ['no'],
      }),
    );
    expect(detail).toEqual({
      issues: [{ path: 'name', message: 'Too long.' }],
      by: 'Ana',
      duplicate: { field: 'emails.0.value', id: '7', name: 'Ana' },
      current: { key: 'plan' },
    });
  });

  it('keeps values of the answer out of the message', async () => {
    const { message } = await failWith(answer(412, { title: 'marina@example.com', current: 'secret' }));
    expect(message).toBe('The server answered 412 (conflict).');
  });

  it.each([
    ['5', 5_000],
    [' 5 ', 5_000],
    ['20.5', 20_500],
    ['0', 1_000],
    ['-0', 1_000],
    ['-1', 1_000],
    ['0.5', 1_000],
    ['60', 60_000],
    ['61', 60_000],
    ['3600', 60_000],
    ['9e9', 60_000],
    ['99999999999999999999', 60_000],
    ['1e999', 60_000],
    ['Sun, 22 Nov 2026 09:00:20 GMT', 20_000],
    ['sun, 22 nov 2026 09:00:20 gmt', 20_000],
    ['Sunday, 22-Nov-26 09:00:20 GMT', 20_000],
    ['Sun Nov 22 09:00:20 2026', 20_000],
    ['2026-11-22T09:00:20Z', 20_000],
    ['2026-11-22T06:00:20-03:00', 20_000],
    ['Sun, 22 Nov 2026 08:00:00 GMT', 1_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 60_000],
    ['soon', undefined],
    ['in 5', undefined],
    ['5, 10', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['Sun, 99 Nov 2026 09:00:20 GMT', undefined],
    ['5s', undefined],
    ['', undefined],
  ])('reads Retry-After %j as %s ms', async (header, expected) => {
    const headers = { 'retry-after': header, date: 'Sun, 22 Nov 2026 09:00:00 GMT' };
    expect(parseRetryAfter(new Headers(headers))).toBe(expected);
    expect((await failWith(answer(429, {}, headers))).detail.retryAfterMs).toBe(expected);
  });

  it('measures a Retry-After date by its own clock where the server tells none', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00Z') });
    for (const date of [undefined, 'yesterday', '5']) {
      const headers = { 'retry-after': 'Sun, 22 Nov 2026 09:00:07 GMT', ...(date && { date }) };
      expect(parseRetryAfter(new Headers(headers))).toBe(7_000);
    }
    expect(parseRetryAfter(new Headers())).toBeUndefined();
  });

  it('calls a network that does not answer offline, also in the middle of a body', async () => {
    const dead = createOver(() => Promise.reject(new TypeError('fetch failed')));
    await expect(dead.json('/x', { signal })).rejects.toMatchObject({ code: 'offline' });
    const cut = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
    const half = createOver(
      async () => new Response(cut, { headers: { 'content-type': 'application/json' } }),
    );
    await expect(half.json('/x', { signal })).rejects.toMatchObject({ code: 'offline' });
  });

  it('rejects with the reason of the abort', async () => {
    const controller = new AbortController();
    const reason = new AdapterError('timeout', 'Took too long.');
    const hanging = createOver(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
        }),
    );
    const call = hanging.json('/x', { signal: controller.signal });
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it('sends nothing when it was aborted before', async () => {
    const send = vi.fn<typeof fetch>();
    const reason = new Error('left');
    await expect(createOver(send).json('/x', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    ['a page', new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['nothing', new Response('', { status: 200 })],
    ['half an object', new Response('{"a":', { headers: { 'content-type': 'application/json' } })],
  ])('calls %s in the place of JSON malformed', async (_what, response) => {
    await expect(createOver(async () => response).json('/x', { signal })).rejects.toMatchObject({
      code: 'malformed',
    });
  });

  it('reads 204 as null', async () => {
    expect(await createOver(async () => answer(204)).json('/x', { signal })).toBeNull();
  });

  it('asks for the headers before every request', async () => {
    const send = vi.fn<typeof fetch>(async () => answer(200));
    let token = 0;
    const http = createOver(send, {
      credentials: 'include',
      headers: async () => {
        token += 1;
        return { authorization: `Bearer ${token}` };
      },
    });
    await http.json('/a', { signal });
    await http.json('/b', { method: 'POST', body: { x: 1 }, headers: { 'idempotency-key': 'k' }, signal });
    expect(send.mock.calls.map(([url]) => url)).toEqual([
      'https://inbox.example.com/api/v1/a',
      'https://inbox.example.com/api/v1/b',
    ]);
    expect(send.mock.calls[1]?.[1]).toMatchObject({
      method: 'POST',
      credentials: 'include',
      cache: 'no-store',
      body: '{"x":1}',
      headers: {
        authorization: 'Bearer 2',
        'content-type': 'application/json',
        'idempotency-key': 'k',
      },
    });
  });

  it('hands on what the host throws while it makes the headers', async () => {
    const signedOut = new AdapterError('unauthorized', 'No session.');
    const http = createOver(async () => answer(200), { headers: () => Promise.reject(signedOut) });
    await expect(http.json('/x', { signal })).rejects.toBe(signedOut);
  });
});
