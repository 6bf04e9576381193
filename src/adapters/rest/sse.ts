/** One event of a `text/event-stream`. */
export interface StreamEvent {
  /** The `event:` field; `message` where there is none. */
  readonly type: string;
  /** The `data:` lines, joined by line feeds. */
  readonly data: string;
}

export interface StreamParser {
  /** The events that this piece of the stream completes. A piece may end anywhere. */
  push(text: string): readonly StreamEvent[];
  /** The last `id:` that a complete block carried: what `Last-Event-ID` has to say. */
  readonly lastEventId: string;
  /** The last `retry:`, in milliseconds. */
  readonly retry: number | undefined;
}

/** Reads server-sent events as the HTML standard describes them, piece by piece. */
export function createStreamParser(lastEventId = ''): StreamParser {
  let rest = '';
  let isFirst = true;
  // A CRLF may be cut in two: the line ends at the CR, and a LF that comes next belongs to it.
  let skipsLineFeed = false;
  let retry: number | undefined;
  let id = lastEventId;
  let type = '';
  let data: string[] = [];

  function push(text: string): readonly StreamEvent[] {
    if (text === '') return [];
    rest += isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isFirst = false;
    const events: StreamEvent[] = [];
    for (let line = takeLine(); line !== null; line = takeLine()) {
      if (line === '') finishBlock(events);
      else readField(line);
    }
    return events;
  }

  function takeLine(): string | null {
    if (skipsLineFeed && rest !== '') {
      if (rest.startsWith('\n')) rest = rest.slice(1);
      skipsLineFeed = false;
    }
    const end = rest.search(/[\r\n]/);
    if (end < 0) return null;
    const line = rest.slice(0, end);
    skipsLineFeed = rest[end] === '\r';
    rest = rest.slice(end + 1);
    return line;
  }

  function readField(line: string) {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event') type = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }

  function finishBlock(events: StreamEvent[]) {
    lastEventId = id;
    if (data.length > 0) events.push({ type: type || 'message', data: data.join('\n') });
    type = '';
    data = [];
  }

  return {
    push,
    get lastEventId() {
      return lastEventId;
    },
    get retry() {
      return retry;
    },
  };
}
