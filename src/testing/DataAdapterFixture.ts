import type { DataAdapter } from '../adapters/DataAdapter.ts';
import type { ContactDraft } from '../model/contact.ts';
import type { DealDraft } from '../model/deal.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { VariableValue } from '../model/variable.ts';

/**
 * What {@link describeDataAdapter} tests and what it needs to act from outside. Made anew for every case; a backend
 * that takes long to start may be shared, if `another` is someone new each time. The suite cleans nothing up.
 */
export interface DataAdapterFixture {
  /** What is tested. A method that is absent is not asked for: its cases are skipped. */
  readonly adapter: DataAdapter;
  /**
   * Someone who exists. The more the backend knows of them, the more is tested: an editable variable of each type,
   * an avatar, tags, deals.
   */
  readonly subscriber: SubscriberRef;
  /** Someone else who exists, with the same variables and without a CRM contact. */
  readonly another?: SubscriberRef | undefined;
  /** Someone who does not exist. Default: an id that nobody has. */
  readonly missing?: SubscriberRef | undefined;
  /**
   * The same backend in the hands of another operator: another adapter, signed in as someone else, or only those
   * methods that you can act with. Without it the adapter overtakes itself, and the cases of live events are skipped.
   */
  readonly colleague?: Colleague | undefined;
  /** Two values that a variable takes, by its key, where the suite's own do not suit the backend. */
  readonly values?: { readonly [key: string]: readonly [VariableValue, VariableValue] } | undefined;
  /** A deal that the backend takes. Default: one at the first step of the first pipeline. */
  readonly dealDraft?: DealDraft | undefined;
  /** A contact that the backend takes, as often as it is asked. */
  readonly contactDraft?: ContactDraft | undefined;
  /**
   * How long an event, or the end of an aborted call, may take, in milliseconds. Default 2,000. An adapter that needs
   * time to connect tells a `connection` event when it is `open`; the suite waits for that.
   */
  readonly patienceMs?: number | undefined;
  /** Called after the case. */
  close?(): void | Promise<void>;
}

/** What a colleague can do. */
export type Colleague = Pick<
  DataAdapter,
  | 'setVariable'
  | 'addTag'
  | 'removeTag'
  | 'createDeal'
  | 'updateDeal'
  | 'deleteDeal'
  | 'createContact'
  | 'updateContact'
  | 'linkContact'
>;
