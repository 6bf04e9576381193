export interface FollowOptions {
  open(headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
  onEvent(data: string): void;
  onLive(isLive: boolean): void;
  /** The stream began so late that what happened before it is not in it. */
  onGap(): void;
}

const shortestWait = 500;
const longestWait = 5_000;
/** The server hums every 15 seconds. */
const longestSilence = 45_000;
/** A stream without a last id begins five seconds in the past. */
const longestOpening = 3_000;

/**
 * Server-sent events over `fetch`, because an `EventSource` can send no token. Comes back by itself after a break,
 * and asks for what it missed.
 */
export function followEvents({ open, onEvent, onLive, onGap }: FollowOptions): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const startedAt = performance.now();
  let lastId = '';
  let wait = shortestWait;

  async function readOnce(silence: Silence) {
    const { body } = await open(lastId ? { 'last-event-id': lastId } : {}, silence.signal);
    if (!body) return;
    onLive(true);
    if (!lastId && performance.now() - startedAt > longestOpening) onGap();
    for await (const { id, data } of readEvents(body, silence.isHeard)) {
      wait = shortestWait;
      if (data !== null) onEvent(data);
      if (id !== null) lastId = id;
    }
  }

  async function follow() {
    while (!signal.aborted) {
      const silence = listenForSilence(signal);
      // Whatever broke the stream, the answer is the same: open another one.
      await readOnce(silence).catch(() => {});
      silence.stop();
      if (signal.aborted) return;
      onLive(false);
      await pause(wait, signal);
      wait = Math.min(wait * 2, longestWait);
    }
  }

  void follow();
  return () => controller.abort();
}

interface Silence {
  /** Aborts when nothing was heard for too long: the connection is dead, whatever it looks like. */
  readonly signal: AbortSignal;
  isHeard(): void;
  stop(): void;
}

function listenForSilence(outer: AbortSignal): Silence {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer = setTimeout(abort, longestSilence);
  outer.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    isHeard() {
      clearTimeout(timer);
      timer = setTimeout(abort, longestSilence);
    },
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
      abort();
    },
  };
}

interface ServerEvent {
  readonly id: string | null;
  readonly data: string | null;
}

async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onPiece: () => void,
): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (true) {
    const { value, done } = await reader.read();
    if (done) return;
    onPiece();
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) yield { id: readField(block, 'id'), data: readField(block, 'data') };
  }
}

function readField(block: string, name: string): string | null {
  const line = block.split('\n').find((candidate) => candidate.startsWith(`${name}: `));
  return line?.slice(name.length + 2) ?? null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    window.addEventListener('online', end);
  });
}
