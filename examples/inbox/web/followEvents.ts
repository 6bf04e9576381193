export interface FollowOptions {
  open(headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
  onEvent(data: string): void;
  onLive(isLive: boolean): void;
}

const shortestWait = 500;
const longestWait = 15_000;

/**
 * Server-sent events over `fetch`, because an `EventSource` can send no token. Comes back by itself after a break,
 * and asks for what it missed.
 */
export function followEvents({ open, onEvent, onLive }: FollowOptions): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let lastId = '';
  let wait = shortestWait;

  async function follow() {
    while (!signal.aborted) {
      try {
        const { body } = await open(lastId ? { 'last-event-id': lastId } : {}, signal);
        if (body) {
          onLive(true);
          for await (const { id, data } of readEvents(body)) {
            wait = shortestWait;
            if (data !== null) onEvent(data);
            if (id !== null) lastId = id;
          }
        }
      } catch {
        // Whatever broke the stream, the answer is the same: open another one.
      }
      if (signal.aborted) return;
      onLive(false);
      await pause(wait, signal);
      wait = Math.min(wait * 2, longestWait);
    }
  }

  follow();
  return () => controller.abort();
}

interface ServerEvent {
  readonly id: string | null;
  readonly data: string | null;
}

async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (true) {
    const { value, done } = await reader.read();
    if (done) return;
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
