import { AdapterError, type AdapterErrorOptions } from '../../../src/adapters/AdapterError.ts';
import type { ErrorCode } from '../../../src/model/errorCode.ts';
import type { LiveNews } from '../../../src/store/confirmed.ts';
import { createRandom } from '../../../src/testing/createRandom.ts';
import { pick, sections } from './cast.ts';
import { checkOrder } from './checkOrder.ts';
import { type Message, take } from './Wire.ts';
import type { World } from './World.ts';

/** The mode in which nothing is lost, repeated or refused. */
export const HEALTHY = 11;

const durations = [500, 1000, 4000, 16_000, 31_000];

/** What becomes of requests, answers, reads and events, and of the time. */
export const networkSteps = {
  refetch(world: World, operator: number, subscriber: number, mode: number): void {
    const { page, id } = world.seat(operator, subscriber);
    if (page.reads.length < 6) page.read(id, pick(sections, mode)).catch(() => {});
  },

  readDue(world: World, operator: number): void {
    pick(world.desks, operator).page.readDue();
  },

  /** The server answers a read; the answer travels on and may come much later. */
  answerRead(world: World, operator: number, place: number): void {
    const open = pick(world.desks, operator).page.reads.filter(({ news }) => !news);
    const read = open[place % open.length];
    if (read) read.news = world.server.answer(read.subscriber, read.section, read.since);
    else networkSteps.readDue(world, operator);
  },

  deliverRead(world: World, operator: number, place: number, mode: number): void {
    const { reads } = pick(world.desks, operator).page;
    if (reads.every(({ news }) => !news)) networkSteps.answerRead(world, operator, place);
    const answered = reads.filter(({ news }) => news);
    if (answered.length === 0) return;
    const read = pick(answered, place);
    world.isRunning = true;
    if (mode === 0) read.reject(new AdapterError('unavailable', '503'));
    else if (mode === 1) read.reject(new AdapterError('offline', 'Network.'));
    else if (read.news) read.resolve(read.news);
  },

  deliverNews({ news, desks }: World, place: number, mode: number): void {
    const isRepeated = mode === 0;
    const at = place % news.length;
    const envelope = isRepeated ? news[at] : take(news, at);
    const page = desks.find(({ operator }) => operator === envelope?.to)?.page;
    const card = envelope && page?.cards.get(envelope.subscriber);
    if (!envelope || !page || !card) return;
    const { to, subscriber, event } = envelope;
    if (mode === 1) {
      // Lost, and with it all that was on its way in the same stream. A stream with a gap makes the card read again.
      const left = news.filter((it, place) => place >= at || it.to !== to || it.subscriber !== subscriber);
      news.splice(0, news.length, ...left);
      for (const section of sections) page.require(subscriber, section);
      return;
    }
    card.heard.push(event as LiveNews);
    card.store.hear(event as LiveNews);
  },

  /** The server takes a request in. It may do so long after the client has given up on it. */
  process(world: World, place: number): void {
    if (world.wire.travelling.length > 0) world.wire.process(place);
    else networkSteps.deliverNews(world, place, HEALTHY);
  },

  /** The server does nothing of a request, or only a part. */
  refuse({ wire }: World, place: number, mode: number): void {
    const [code, detail] = pick(refusals, mode);
    if (code === 'partial') wire.processPart(place);
    else wire.refuse(place, new AdapterError(code, 'Refused.', detail));
  },

  answer(world: World, place: number, mode: number): void {
    if (world.wire.answered.length === 0) world.wire.process(place);
    const message = world.wire.takeAnswered(place);
    // Lost: the client gives up after its timeout. A page that is gone hears nothing.
    if (!message || mode === 0 || message.page.isGone) return;
    world.isRunning = true;
    message.isDelivered = true;
    if (mode === 1) message.reject(new AdapterError('unavailable', '503'));
    else if (mode === 2) message.reject(new AdapterError('offline', 'Network.'));
    else if (mode === 3 && message.answer && 'value' in message.answer) message.resolve({ unreadable: true });
    else deliver(message);
  },

  lose({ wire }: World, place: number): void {
    wire.lose(place);
  },

  async advance(world: World, mode: number): Promise<void> {
    const { clock } = world;
    const end = clock.now() + pick(durations, mode);
    for (let next = clock.untilNext(); next !== undefined; next = clock.untilNext()) {
      if (clock.now() + next > end) break;
      await world.advance(next);
    }
    clock.advance(end - clock.now());
  },

  /** Told the same in another order, and some of it twice, a card that was never seen before says the same. */
  repeatInOtherOrder(world: World, operator: number, subscriber: number, seed: number): void {
    const { store, heard, isOrdered } = world.seat(operator, subscriber);
    if (!isOrdered) checkOrder(store.getState().confirmed, heard, createRandom(seed, 'order'));
  },
};

const refusals: readonly [ErrorCode, AdapterErrorOptions?][] = [
  ['invalid'],
  ['partial'],
  ['invalid'],
  ['forbidden', { reason: 'Not yours.' }],
  ['partial'],
  ['not-found', { resource: 'variable' }],
  ['rate-limited'],
  ['rate-limited', { retryAfterMs: 30_000 }],
  ['partial'],
  ['unavailable'],
  ['unknown'],
  ['unsupported'],
];

function deliver(message: Message): void {
  const { answer } = message;
  if (!answer) return;
  // Whoever has given up on it does not listen any more.
  const isHeard = !message.signal.aborted;
  if ('value' in answer) {
    if (isHeard) onAnswered(message, answer.value);
    message.resolve(answer.value);
  } else {
    if (isHeard) onRefused(message, answer.error);
    message.reject(answer.error);
  }
}

function onAnswered({ card, edits, isFirst, toNews }: Message, value: unknown): void {
  card.heard.push(toNews(value));
  for (const edit of edits) edit.isAnswered ||= isFirst;
}

function onRefused({ card, edits, creation, toConflictNews }: Message, error: AdapterError): void {
  const news = error.code === 'conflict' ? toConflictNews(error) : null;
  if (news) card.heard.push(news);
  if (error.code === 'partial') {
    card.isOrdered = true;
    card.ledger.onPartlyDone(edits.slice(0, 1));
    card.ledger.onRefused(edits.slice(1));
  } else if (isFinal(error)) card.ledger.onRefused(edits, creation);
}

function isFinal({ code }: AdapterError): boolean {
  return ['invalid', 'forbidden', 'not-found', 'unsupported'].includes(code);
}
