import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreamParser } from '../../../src/adapters/rest/sse.ts';

function read(stream: string) {
  const parser = createStreamParser();
  return { events: parser.push(stream), id: parser.lastEventId, retry: parser.retry };
}

describe('the parser of event streams', () => {
  it('reads an event with its type and data', () => {
    expect(read('event: note\ndata: hello\n\n').events).toEqual([{ type: 'note', data: 'hello' }]);
  });

  it('calls an event without a type a message', () => {
    expect(read('data: 1\n\n').events).toEqual([{ type: 'message', data: '1' }]);
  });

  it('joins several lines of data and takes away one space only', () => {
    expect(read('data:a\ndata:  b\ndata\ndata:\n\n').events).toEqual([
      { type: 'message', data: 'a\n b\n\n' },
    ]);
  });

  it('skips comments and fields it does not know', () => {
    expect(read(': ping\nwhat: ever\n:\ndata: x\n: in between\ndata: y\n\n').events).toEqual([
      { type: 'message', data: 'x\ny' },
    ]);
  });

  it('ends lines at CR, LF and CRLF alike', () => {
    expect(read('data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\r').events.map(({ data }) => data)).toEqual([
      'a\nb\nc',
      'd',
    ]);
  });

  it('does not wait for more when a block ends in a carriage return', () => {
    expect(read('data: a\r\r').events).toHaveLength(1);
  });

  it('keeps an id only once its block is complete', () => {
    const parser = createStreamParser('6');
    parser.push('id: 7\ndata: a\n');
    expect(parser.lastEventId).toBe('6');
    parser.push('\n');
    expect(parser.lastEventId).toBe('7');
  });

  it('takes the id of a block that has no data, and dispatches nothing', () => {
    const { events, id } = read('id: 12\n\n');
    expect(events).toEqual([]);
    expect(id).toBe('12');
  });

  it('keeps the id for the events that follow without one, and forgets it when told so', () => {
    expect(read('id: 3\ndata: a\n\ndata: b\n\n').id).toBe('3');
    expect(read('id: 3\ndata: a\n\nid\ndata: b\n\n').id).toBe('');
  });

  it('ignores an id with a NUL and a retry that is no number', () => {
    expect(read('id: a\0b\nretry: soon\n\n')).toMatchObject({ id: '', retry: undefined });
    expect(read('retry: 250\n\n').retry).toBe(250);
  });

  it('skips a byte order mark at the very beginning', () => {
    expect(read('\uFEFFdata: a\n\n').events).toHaveLength(1);
  });

  it('drops a block that the end of the stream cut off', () => {
    expect(read('data: a\n\ndata: half').events).toEqual([{ type: 'message', data: 'a' }]);
  });

  it('reads the same, wherever the pieces end', () => {
    const line = fc.constantFrom(
      'data: {"a":1}',
      'data:',
      'data: Олена 💎',
      'id: 42',
      'id:',
      'event: note',
      'retry: 10',
      ': heartbeat',
      '',
      '',
    );
    const stream = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n')))
      .map((lines) => lines.flat().join(''));
    const cuts = fc.array(fc.nat({ max: 12 }), { minLength: 1 });
    fc.assert(
      fc.property(stream, cuts, (text, sizes) => {
        const whole = read(text);
        const parser = createStreamParser();
        const events = cut(text, sizes).flatMap((piece) => parser.push(piece));
        expect({ events, id: parser.lastEventId, retry: parser.retry }).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });
});

function cut(text: string, sizes: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (let index = 0; rest !== ''; index += 1) {
    // An empty piece now and then, but not for ever.
    const size = index < sizes.length ? (sizes[index] ?? 1) : 1;
    pieces.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return pieces;
}
