import type { Inbox } from '../inbox/startInbox.ts';
import type { Records } from './createRecords.ts';
import type { Desk, DeskOptions } from './openDesk.ts';

/** What all tests share: one server, its database, and two operators at their desks. */
export interface Stage {
  readonly inbox: Inbox;
  readonly records: Records;
  readonly ana: Desk;
  readonly bruno: Desk;
  /** One more desk, until the test ends. */
  openAnother(options: Omit<DeskOptions, 'url'>): Promise<Desk>;
}
