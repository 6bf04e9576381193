import type { AdapterError } from '../adapters/AdapterError.ts';
import type { SectionName } from '../adapters/DataAdapter.ts';
import type { Deal } from '../model/deal.ts';
import type { FieldId, Lane } from '../model/field.ts';
import type { Reason } from '../model/variable.ts';
import type { Confirmed } from './confirmed.ts';
import type { Change, Mutations } from './mutations.ts';
import type { Omitted } from './omitted.ts';
import type { Replaced } from './replaced.ts';

/** What is being typed into one field, and not submitted. */
export interface Draft {
  /** What the editor holds: text, a boolean, an amount with its currency, a list of phones. */
  readonly input: unknown;
  /** What it held when it was opened. Absent where it was not opened by hand. */
  readonly opened?: unknown;
  /** The confirmed value that the operator saw when they began. */
  readonly base: unknown;
  /** Values of the operator's own that may have reached the server. Meeting one is no conflict. */
  readonly past?: readonly unknown[] | undefined;
  /** Why it could not be submitted, or was refused. */
  readonly problem?: Problem | undefined;
}

export type Problem =
  /** `path` says which entry of a list it is: `1.value`. */
  | { readonly type: 'invalid'; readonly reason: Reason; readonly path?: string | undefined }
  | { readonly type: 'rejected'; readonly error: AdapterError; readonly parts?: Parts | undefined };

/** Of a save that was done in part. */
export interface Parts {
  readonly saved: readonly FieldId[];
  readonly notSaved: readonly FieldId[];
}

/** How a section stands with its last read. What is known of it is said by what is confirmed. */
export interface SectionState {
  readonly isReading: boolean;
  /** Why the last read failed. */
  readonly error?: AdapterError | undefined;
  /** What the last answer had, and could not be read. */
  readonly omitted?: Omitted | undefined;
}

/** Something that can be taken back for a while. */
export interface UndoEntry {
  /** The id of the mutation that it takes back. */
  readonly id: string;
  readonly lane: Lane;
  /** What was done, for the sentence. */
  readonly change: CardChange;
  /** What to set the fields back to. Empty for a creation. */
  readonly back: ReadonlyMap<FieldId, Change>;
}

/** A change of this client's own that the server has confirmed. */
export type CardChange =
  | {
      readonly type: 'variableChanged';
      readonly key: string;
      readonly value: unknown;
      readonly previous: unknown;
    }
  | { readonly type: 'tagAdded'; readonly tagId: string; readonly name: string }
  | { readonly type: 'tagRemoved'; readonly tagId: string; readonly name: string }
  | { readonly type: 'dealCreated'; readonly dealId: string; readonly deal: Deal }
  | {
      readonly type: 'dealStepChanged';
      readonly dealId: string;
      readonly value: unknown;
      readonly previous: unknown;
    }
  | {
      readonly type: 'dealFieldChanged';
      readonly dealId: string;
      readonly field: 'name' | 'value' | 'assignee';
      readonly value: unknown;
      readonly previous: unknown;
    }
  | { readonly type: 'dealDeleted'; readonly dealId: string }
  | { readonly type: 'contactSaved'; readonly contactId: string; readonly created: boolean };

/** Everything known about one subscriber. */
export interface CardState {
  readonly confirmed: Confirmed;
  readonly mutations: Mutations;
  readonly drafts: ReadonlyMap<FieldId, Draft>;
  readonly sections: { readonly [name in SectionName]: SectionState };
  /** Lanes that the server refused to write for us, with its reason (`''` where it gave none). */
  readonly locks: ReadonlyMap<Lane, string>;
  readonly undoable: readonly UndoEntry[];
  /** What was written over colleagues' changes without a revision to guard them, until the operator knows. */
  readonly replaced: ReadonlyMap<FieldId, Replaced>;
  /** What an earlier page has left behind, until the operator has been told. */
  readonly restored?: Restored | undefined;
}

/** Work that outlived a reload. */
export interface Restored {
  /** When it was kept, in milliseconds since the epoch. */
  readonly at: number;
  readonly lanes: ReadonlySet<Lane>;
}
