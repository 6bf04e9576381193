import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardEvent } from '../../../src/adapters/DataAdapter.ts';
import { createHttp } from '../../../src/adapters/http.ts';
import { followEvents } from '../../../src/adapters/rest/followEvents.ts';

/** One connection after the other, each under the test's hand. */
function createStreams() {
  const requests: { headers: Record<string, string>; signal: AbortSignal }[] = [];
  const replies: (() => Response)[] = [];
  const controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
  const send: typeof fetch = async (_url, init) => {
    requests.push({
      headers: init?.headers as Record<string, string>,
      signal: init?.signal as AbortSignal,
    });
    const reply = replies.shift();
    if (reply) return reply();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controllers.push(controller);
        init?.signal?.addEventListener('abort', () => controller.error(new TypeError('aborted')));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };
  return {
    requests,
    replies,
    http: createHttp({ baseUrl: 'https://inbox.example.com', fetch: send }),
    say(text: string | Uint8Array) {
      controllers.at(-1)?.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text);
      return settle();
    },
    end() {
      controllers.at(-1)?.close();
      return settle();
    },
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const open = { type: 'connection', state: 'open' };
const closed = { type: 'connection', state: 'closed' };

let streams: ReturnType<typeof createStreams>;
let events: CardEvent[];
let stop: () => void;
let leaving: AbortController;

function follow() {
  leaving = new AbortController();
  stop = followEvents(streams.http, '/events', (event) => events.push(event), leaving.signal);
  return settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  streams = createStreams();
  events = [];
});

afterEach(() => {
  stop?.();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('following events', () => {
  it('passes on what comes, also in the middle of a letter', async () => {
    await follow();
    const bytes = new TextEncoder().encode('id: 1\ndata: {"type":"invalidated","section":"💎"}\n\n');
    await streams.say(bytes.slice(0, 45));
    await streams.say(bytes.slice(45));
    expect(events).toEqual([{ type: 'invalidated', section: '💎' }]);
  });

  /** A stream that opens when the clock says another time. */
  async function openAfter(milliseconds: number) {
    let answer = (_response: Response) => {};
    const send: typeof fetch = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const http = createHttp({ baseUrl: 'https://inbox.example.com', fetch: send });
    leaving = new AbortController();
    stop = followEvents(http, '/events', (event) => events.push(event), leaving.signal);
    await settle();
    // No timer fires on a machine that sleeps.
    vi.setSystemTime(Date.now() + milliseconds);
    answer(new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }));
    await settle();
  }

  it.each([0, 2_999])('says nothing where the server brings all since the call: %i ms', async (passed) => {
    await openAfter(passed);
    expect(events).toEqual([]);
  });

  it.each([3_001, 3_600_000, -3_600_000])(
    'says that it is open where the server may not bring all since the call: %i ms',
    async (passed) => {
      await openAfter(passed);
      expect(events).toEqual([open]);
    },
  );

  it('comes back where it was when the stream ends', async () => {
    await follow();
    await streams.say('id: 41\ndata: {"type":"contactUnlinked"}\n\n');
    await streams.end();
    expect(events.at(-1)).toEqual(closed);
    expect(streams.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams.requests[1]?.headers).toMatchObject({ 'last-event-id': '41' });
    expect(events.at(-1)).toEqual(open);
  });

  it('sends no Last-Event-ID before it has one', async () => {
    await follow();
    expect(streams.requests[0]?.headers).not.toHaveProperty('last-event-id');
    expect(streams.requests[0]?.headers).toMatchObject({ accept: 'text/event-stream' });
  });

  it('waits longer after each failure, at most half a minute, and says once that it is closed', async () => {
    const down = () => {
      throw new TypeError('fetch failed');
    };
    streams.replies.push(down, down, down, down, down, down, down);
    await follow();
    for (const [wait, requests] of [
      [1_000, 2],
      [2_000, 3],
      [4_000, 4],
      [8_000, 5],
      [16_000, 6],
      [30_000, 7],
      [30_000, 8],
    ] as const) {
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(streams.requests).toHaveLength(requests - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(streams.requests).toHaveLength(requests);
    }
    expect(events).toEqual([closed, open]);
  });

  it('begins anew with short waits once it was open', async () => {
    streams.replies.push(
      () => new Response(null, { status: 503 }),
      () => new Response(null, { status: 503 }),
    );
    await follow();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(events).toEqual([closed, open]);
    await streams.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams.requests).toHaveLength(4);
  });

  it('waits as long as the server asks', async () => {
    streams.replies.push(() => new Response(null, { status: 429, headers: { 'retry-after': '7' } }));
    await follow();
    await vi.advanceTimersByTimeAsync(6_999);
    expect(streams.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(streams.requests).toHaveLength(2);
    await streams.say('retry: 3000\n\n');
    await streams.end();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(streams.requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(streams.requests).toHaveLength(3);
  });

  it.each([401, 403, 404, 410, 204])('gives up on %i', async (status) => {
    streams.replies.push(() => new Response(null, { status }));
    await follow();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(streams.requests).toHaveLength(1);
  });

  it('gives up where there is no stream of events', async () => {
    streams.replies.push(() => new Response('<p>', { headers: { 'content-type': 'text/html' } }));
    await follow();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(streams.requests).toHaveLength(1);
    expect(events).toEqual([closed]);
  });

  it('asks for a new reading where an event makes no sense', async () => {
    await follow();
    await streams.say('data: {"type":\n\ndata: null\n\ndata: 5\n\ndata: {}\n\n');
    expect(events).toEqual(Array(4).fill({ type: 'invalidated' }));
  });

  it('leaves a connection that has fallen silent, but not one that hums', async () => {
    await follow();
    for (let minute = 0; minute < 10; minute += 1) {
      await vi.advanceTimersByTimeAsync(40_000);
      await streams.say(':\n\n');
    }
    expect(streams.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(45_000);
    expect(events.at(-1)).toEqual(closed);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams.requests).toHaveLength(2);
  });

  it.each(['its own function', 'the signal'])('stops by %s: no event, no request, no timer', async (way) => {
    await follow();
    if (way === 'the signal') leaving.abort();
    else stop();
    await settle();
    expect(streams.requests[0]?.signal.aborted).toBe(true);
    expect(events).toEqual([]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(streams.requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops while it waits to come back', async () => {
    await follow();
    await streams.end();
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(streams.requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
