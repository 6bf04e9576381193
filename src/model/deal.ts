import type { Member } from './member.ts';
import type { Money } from './money.ts';

export type Outcome = 'open' | 'won' | 'lost';

/** A sales pipeline with its steps in order. */
export interface Pipeline {
  readonly id: string;
  readonly name: string;
  /** ISO 4217 code that new deals of this pipeline start with. */
  readonly currency?: string | undefined;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly color?: string | undefined;
  /** What a deal that stands here is. Default `open`. */
  readonly outcome?: Outcome | undefined;
}

/** Where a deal stands. Pipeline and step travel together: a step means nothing in another pipeline. */
export interface DealStep {
  readonly pipelineId: string;
  readonly stepId: string;
}

export interface Deal {
  readonly id: string;
  /** Strictly grows with every change of the deal. */
  readonly revision?: number | undefined;
  readonly name: string;
  readonly pipelineId: string;
  readonly stepId: string;
  readonly status: Outcome;
  readonly value: Money | null;
  readonly assignee: Member | null;
  /** The deal's page in the CRM. */
  readonly url?: string | null | undefined;
  /** The number the CRM shows, such as `1042`. */
  readonly number?: string | undefined;
  /** RFC 3339. */
  readonly createdAt?: string | undefined;
  /** RFC 3339. */
  readonly updatedAt?: string | undefined;
}

/** What a new deal is made of. */
export interface DealDraft {
  readonly pipelineId: string;
  readonly stepId: string;
  readonly name: string;
  readonly value: Money | null;
  readonly assigneeId: string | null;
}

/** Changes of a deal: `undefined` leaves alone, `null` clears. */
export interface DealPatch {
  readonly name?: string | undefined;
  readonly step?: DealStep | undefined;
  readonly value?: Money | null | undefined;
  readonly assigneeId?: string | null | undefined;
}
