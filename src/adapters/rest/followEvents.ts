import { AdapterError } from '../AdapterError.ts';
import type { CardEvent } from '../DataAdapter.ts';
import type { Http } from '../http.ts';
import { createStreamParser } from './sse.ts';

/** A server says something, if only a comment, at least every 15 seconds. */
const silenceMs = 45_000;
const longestWaitMs = 30_000;
/** It begins with the events of the last five seconds; the card needs two of them for what it has read ahead. */
const replayedMs = 3_000;

/**
 * Listens to a stream of events over `fetch`, so that headers work, and comes back when it breaks, saying which
 * event was the last. Gives up where the server says that there is nothing to come back to. Returns what stops it.
 * The first `open` is told only where it comes too late for the server to bring all that has happened since the call.
 */
export function followEvents(
  http: Http,
  path: string,
  listener: (event: CardEvent) => void,
  signal: AbortSignal,
): () => void {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  const calledAt = Date.now();
  let lastEventId = '';
  let retry = 1_000;
  let state: 'open' | 'closed' | undefined;
  let failures = 0;

  function setState(next: 'open' | 'closed') {
    if (state === next || stopped.signal.aborted) return;
    const isReplayed = state === undefined && next === 'open' && isWithin(Date.now() - calledAt, replayedMs);
    state = next;
    if (!isReplayed) listener({ type: 'connection', state: next });
  }

  async function readOnce() {
    const connection = new AbortController();
    const abort = () => connection.abort();
    stopped.signal.addEventListener('abort', abort);
    let silence = setTimeout(abort, silenceMs);
    try {
      const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
      const response = await http.open(path, { headers, signal: connection.signal });
      if (response.status === 204) return stop();
      if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) {
        throw new AdapterError('malformed', 'The answer is not a stream of events.');
      }
      setState('open');
      failures = 0;
      const parser = createStreamParser(lastEventId);
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(abort, silenceMs);
        for (const event of parser.push(decoder.decode(piece.value, { stream: true }))) {
          if (stopped.signal.aborted) return;
          listener(toCardEvent(event.data));
        }
        lastEventId = parser.lastEventId;
        retry = parser.retry ?? retry;
      }
    } finally {
      clearTimeout(silence);
      stopped.signal.removeEventListener('abort', abort);
      connection.abort();
    }
  }

  async function follow() {
    while (!stopped.signal.aborted) {
      const failure = await readOnce().catch((thrown: unknown) => thrown);
      setState('closed');
      if (isFinal(failure)) stop();
      await wait(backOff(retry, failures, failure), stopped.signal);
      failures += 1;
    }
    signal.removeEventListener('abort', stop);
  }

  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  void follow();
  return stop;
}

function toCardEvent(data: string): CardEvent {
  try {
    const event: unknown = JSON.parse(data);
    if (typeof event === 'object' && event !== null && 'type' in event) return event as CardEvent;
  } catch {
    // Said below: something happened, and we could not read what.
  }
  return { type: 'invalidated' };
}

function isFinal(failure: unknown): boolean {
  if (!(failure instanceof AdapterError)) return false;
  return finalCodes.has(failure.code);
}

const finalCodes = new Set(['unauthorized', 'forbidden', 'not-found', 'unsupported', 'malformed']);

/** Doubles from the server's `retry:`, with jitter, so that a thousand cards do not come back in one instant. */
function backOff(retry: number, failures: number, failure: unknown): number {
  const asked = failure instanceof AdapterError ? failure.detail.retryAfterMs : undefined;
  const longest = Math.min(retry * 2 ** Math.min(failures, 10), longestWaitMs);
  return asked ?? longest * (0.5 + Math.random() / 2);
}

/** A clock that was set back says nothing. */
function isWithin(passed: number, limit: number): boolean {
  return passed >= 0 && passed <= limit;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}
