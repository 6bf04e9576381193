import type { UserEvent } from '@testing-library/user-event';
import type { CardState } from '../../../src/store/cardState.ts';
import type { CardClient } from '../../../src/store/createCardClient.ts';
import type { FaultControl } from '../../../src/testing/createFaultAdapter.ts';
import type { Random } from '../../../src/testing/createRandom.ts';
import type { FaultScript } from '../../../src/testing/faultScript.ts';
import type { Backend } from './createBackend.ts';
import type { Ledger } from './createLedger.ts';

/** What an operator has in front of them, and what is noted about them. */
export interface Desk {
  readonly name: string;
  readonly random: Random;
  readonly user: UserEvent;
  readonly client: CardClient;
  readonly control: FaultControl;
  readonly faults: FaultScript;
  readonly backend: Backend;
  readonly subscribers: readonly string[];
  readonly ledger: Ledger;
  /** The host leaves the page with the card, and comes back to it. */
  remount(): void;
  /** Who is shown. */
  shown(): string;
  state(): CardState;
  /** A text that nobody has written before. */
  next(): number;
  find<Found extends HTMLElement = HTMLElement>(selector: string, within?: ParentNode): Found | undefined;
  all(selector: string, within?: ParentNode): HTMLElement[];
  /** The buttons with one of these texts. */
  buttons(texts: readonly string[], within?: ParentNode): HTMLElement[];
  chance(of: number): boolean;
  pick<T>(items: readonly T[]): T | undefined;
  /** Until something that comes later is there; `undefined` where it does not. */
  wait<Found>(look: () => Found | undefined | null | false): Promise<Found | undefined>;
}
