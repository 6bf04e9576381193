import type { SectionName } from '../../../src/adapters/DataAdapter.ts';
import type { Clock } from '../../../src/store/clock.ts';
import type { News } from '../../../src/store/confirmed.ts';
import { type CardStore, createCardStore } from '../../../src/store/createCardStore.ts';
import { type Connection, createConnection } from '../../../src/store/createConnection.ts';
import { CardWitness } from './CardWitness.ts';
import { type Operator, type SubscriberId, sections } from './cast.ts';
import { checkChange } from './checkChange.ts';
import { createAdapter } from './createAdapter.ts';
import type { Ledger } from './Ledger.ts';
import type { SimulatedServer } from './SimulatedServer.ts';
import type { Message, Wire } from './Wire.ts';

/** A read on its way. */
export interface Read {
  readonly subscriber: SubscriberId;
  readonly section: SectionName;
  readonly since: number;
  readonly resolve: (news: News) => void;
  readonly reject: (reason: unknown) => void;
  news?: News;
}

/** The card of one subscriber, on a page. */
export interface Card {
  readonly id: SubscriberId;
  readonly store: CardStore;
  readonly ledger: Ledger;
  readonly witness: CardWitness;
  /** All that it was told. */
  readonly heard: News[];
  /** It was told something without a revision: the order counts for it. */
  isOrdered: boolean;
}

/** One operator's browser tab, from one load to the next. */
export interface Page {
  readonly operator: Operator;
  readonly connection: Connection;
  /** Those that were opened. */
  readonly cards: Map<SubscriberId, Card>;
  readonly reads: Read[];
  /** What has to be read: never loaded, outdated by what a write left behind, or after a gap in the events. */
  readonly due: Map<string, readonly [SubscriberId, SectionName]>;
  /** The latest request of each lane. */
  readonly latest: Map<string, Message>;
  isGone: boolean;
  /** The card of a subscriber, with the real store. It is read when it is opened first. */
  open(subscriber: SubscriberId): Card;
  /** Two of one section never overlap: who asks for what is on its way waits for it. */
  read(subscriber: SubscriberId, section: SectionName): Promise<void>;
  /** Notes that a section has to be read. */
  require(subscriber: SubscriberId, section: SectionName): void;
  /** Reads what is due. Where it fails it is due again. */
  readDue(): void;
}

export interface PageOptions {
  readonly operator: Operator;
  readonly clock: Clock;
  readonly server: SimulatedServer;
  readonly wire: Wire;
  readonly ledgers: ReadonlyMap<SubscriberId, Ledger>;
  readonly idempotent: boolean;
  /** What the server has answered, by the key of the request. */
  readonly answers: Map<string, unknown>;
  /** Keys that have been on the wire. */
  readonly sentKeys: Set<string>;
  readonly mustSignIn: () => boolean;
  /** The first page of all: its cards are read before anything happens. */
  readonly isFirst: boolean;
  readonly createId: () => string;
  readonly report: (violation: unknown) => void;
}

export function createPage(options: PageOptions): Page {
  const { operator, ledgers, server, createId, report } = options;
  const clock: Clock = {
    now: options.clock.now,
    // When the page is gone nothing of it runs on.
    schedule: (run, delay) => options.clock.schedule(() => page.isGone || run(), delay),
  };
  const cards = new Map<SubscriberId, Card>();
  const due: Page['due'] = new Map();
  const onTheWay = new Map<string, Promise<void>>();
  const page: Page = {
    operator,
    cards,
    reads: [],
    due,
    latest: new Map(),
    isGone: false,
    open: (subscriber) => cards.get(subscriber) ?? createCard(subscriber),
    read,
    require: (subscriber, section) => due.set(`${subscriber} ${section}`, [subscriber, section]),
    readDue() {
      for (const [key, [subscriber, section]] of [...due])
        if (!onTheWay.has(key)) read(subscriber, section).catch(() => {});
    },
    connection: createConnection({
      clock,
      random: () => 0.5,
      timeout: 15_000,
      onUnauthorized: () => {},
      onError: () => {},
      onResume: (isSignIn) => {
        for (const { store } of cards.values()) store.resume(isSignIn);
      },
    }),
  };

  function read(subscriber: SubscriberId, section: SectionName): Promise<void> {
    const key = `${subscriber} ${section}`;
    const reading = onTheWay.get(key) ?? readOnce(subscriber, section).finally(() => onTheWay.delete(key));
    onTheWay.set(key, reading);
    return reading;
  }

  async function readOnce(subscriber: SubscriberId, section: SectionName) {
    const card = page.open(subscriber);
    const since = card.store.tick();
    const isDue = due.delete(`${subscriber} ${section}`);
    let begun: Read | undefined;
    try {
      const news = await page.connection.call(
        () =>
          new Promise<News>((resolve, reject) => {
            begun = { subscriber, section, since, resolve, reject };
            page.reads.push(begun);
          }),
      );
      if (page.isGone) return;
      tell(card, news);
    } catch (error) {
      if (isDue) page.require(subscriber, section);
      throw error;
    } finally {
      if (begun) page.reads.splice(page.reads.indexOf(begun), 1);
    }
  }

  const adapter = createAdapter(page, options);

  function createCard(id: SubscriberId): Card {
    const ledger = ledgers.get(id);
    if (!ledger) throw new RangeError(`${operator} has no ledger for ${id}.`);
    const store = createCardStore({
      getRef: () => ({ id }),
      getAdapter: () => adapter,
      connection: page.connection,
      clock,
      random: () => 0.5,
      createId,
      onChange: (change) => {
        try {
          checkChange({ ledger, server }, change);
        } catch (violation) {
          report(violation);
        }
      },
      onError: () => {},
      invalidate: (section) => page.require(id, section),
      read: (section) => read(id, section),
    });
    const tellOf = (violation: unknown) => page.isGone || report(violation);
    const witness = new CardWitness({ ledger, server }, store, tellOf);
    const card: Card = { id, store, ledger, witness, heard: [], isOrdered: false };
    cards.set(id, card);
    for (const section of sections) {
      if (options.isFirst) tell(card, server.answer(id, section, store.tick()));
      else page.require(id, section);
    }
    return card;
  }
  return page;
}

function tell({ store, heard }: Card, news: News): void {
  heard.push(news);
  store.learn(news);
}
