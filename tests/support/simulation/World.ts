import type { CardEvent } from '../../../src/adapters/DataAdapter.ts';
import type { FieldId } from '../../../src/model/field.ts';
import { createManualClock, type ManualClock } from '../manualClock.ts';
import { type Operator, operators, pick, type SubscriberId, subscriberIds } from './cast.ts';
import { checkStanding } from './checkStanding.ts';
import { checkWrite } from './checkWrite.ts';
import type { Contract } from './contracts.ts';
import { type Card, createPage, type Page } from './createPage.ts';
import { Ledger } from './Ledger.ts';
import { SimulatedServer } from './SimulatedServer.ts';
import { isRewritable, type Text } from './texts.ts';
import { Wire } from './Wire.ts';

/** An operator at work, page after page. */
export interface Desk {
  readonly operator: Operator;
  readonly ledgers: ReadonlyMap<SubscriberId, Ledger>;
  page: Page;
  mustSignIn: boolean;
}

/** An operator in front of a card. */
export interface Seat extends Card {
  readonly desk: Desk;
  readonly page: Page;
}

/** An event on its way to an operator. */
export interface Envelope {
  readonly to: Operator;
  readonly subscriber: SubscriberId;
  readonly event: CardEvent;
}

/** Turns of the microtask queue after which whatever was waiting for an answer has run on. */
const TURNS = 24;

/** Two operators that run the real store, one foreign writer, and a server whose every message the test holds. */
export class World {
  readonly clock: ManualClock = createManualClock();
  readonly wire = new Wire();
  readonly news: Envelope[] = [];
  readonly server: SimulatedServer;
  readonly desks: readonly Desk[];
  /** Something was settled: what waits for it goes on in microtasks. */
  isRunning = false;
  /** How often anything was asked for or written. */
  count = 0;
  private readonly contract: Contract;
  private readonly answers = new Map<string, unknown>();
  private readonly sentKeys = new Set<string>();
  private violation: unknown;

  constructor(contract: Contract) {
    this.contract = contract;
    const desks: Desk[] = [];
    this.desks = desks;
    this.server = new SimulatedServer(
      contract,
      {
        onWrite: (id, field, before, edit) => {
          const ledger = desks.find(({ operator }) => operator === edit.operator)?.ledgers.get(id);
          if (ledger) checkWrite({ ledger, server: this.server }, field, before, edit);
        },
        onHeld: (id, field, version, edit) => {
          for (const { ledgers } of desks) ledgers.get(id)?.onHeld(field, version, edit);
        },
        onNews: (subscriber, event) => {
          for (const { operator: to, page } of desks)
            if (page.cards.has(subscriber)) this.news.push({ to, subscriber, event });
        },
      },
      (letter) => this.newText(letter),
    );
    for (const operator of operators) desks.push(this.createDesk(operator));
  }

  seat(operator: number, subscriber: number): Seat {
    const desk = pick(this.desks, operator);
    const id = pick(subscriberIds, subscriber);
    const { page } = desk;
    return { desk, page, ...page.open(id) };
  }

  /** The seat that is asked for, or else the next one that fits: most of what an operator can do needs a cause. */
  seatWith(operator: number, subscriber: number, fits: (seat: Seat) => boolean): Seat | undefined {
    for (const other of operators.keys())
      for (const next of subscriberIds.keys()) {
        const isOpen = pick(this.desks, operator + other).page.cards.has(
          pick(subscriberIds, subscriber + next),
        );
        const seat = isOpen ? this.seat(operator + other, subscriber + next) : undefined;
        if (seat && fits(seat)) return seat;
      }
    return undefined;
  }

  /** A text that nobody has written before. */
  newText(writer: string): string {
    this.count += 1;
    return `${writer.charAt(0).toUpperCase()}${this.count}`;
  }

  /** What somebody writes into a field: mostly what nobody else does, sometimes what the server will rewrite. */
  textFor(writer: string, field: FieldId, mode: number): Text {
    if (mode < 2) return `P${mode + 1}`;
    if (mode < 4 && field.startsWith('variable:')) return null;
    return `${this.newText(writer)}${mode < 6 && isRewritable(field) ? ' ' : ''}`;
  }

  /** What a page had subscribed to ends with it. */
  endEvents(operator: Operator): void {
    const others = this.news.filter(({ to }) => to !== operator);
    this.news.splice(0, this.news.length, ...others);
  }

  /** Lets everything that was settled go on. */
  async runOn(): Promise<void> {
    for (let turn = 0; this.isRunning && turn < TURNS; turn += 1) await undefined;
    this.isRunning = false;
    if (this.violation) throw this.violation;
    for (const { page } of this.desks) checkStanding(page, this.clock.now());
  }

  /** Time passes until what is due next, and that runs on. */
  async advance(milliseconds: number): Promise<void> {
    this.clock.advance(milliseconds);
    this.isRunning = true;
    await this.runOn();
  }

  openPage(operator: Operator, ledgers: Desk['ledgers'], isFirst: boolean): Page {
    return createPage({
      operator,
      isFirst,
      ledgers,
      clock: this.clock,
      server: this.server,
      wire: this.wire,
      idempotent: this.contract.idempotent,
      answers: this.answers,
      sentKeys: this.sentKeys,
      mustSignIn: () => this.desks.some((desk) => desk.operator === operator && desk.mustSignIn),
      createId: () => {
        this.count += 1;
        return `${operator}-${this.count}`;
      },
      report: (violation) => {
        this.violation ??= violation;
      },
    });
  }

  private createDesk(operator: Operator): Desk {
    const ledgers = new Map(subscriberIds.map((id) => [id, new Ledger(operator, id)]));
    return { operator, ledgers, page: this.openPage(operator, ledgers, true), mustSignIn: false };
  }
}
