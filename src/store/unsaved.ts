import { type FieldId, isSameData, type Lane, toLane } from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardState } from './cardState.ts';
import { isDirty } from './drafts.ts';
import type { Mutation, MutationStatus } from './mutations.ts';

/** Something of an operator's that the server does not hold yet. */
export interface UnsavedChange {
  readonly subscriber: SubscriberRef;
  /** The subscriber's name, where it is known. */
  readonly name: string | undefined;
  readonly lane: Lane;
  /** What it changes. Empty for a creation, a link and a deletion. */
  readonly fields: readonly FieldId[];
  /** What is created, by its name. */
  readonly creates?: string | undefined;
  /**
   * `draft`: typed and not submitted. `rejected`: the server did not take it, and it is a draft again. `conflict`:
   * somebody else was faster. Else the fate of the mutation.
   */
  readonly status: MutationStatus | 'draft' | 'rejected' | 'conflict';
}

/** What of a card has not reached the server, in the order in which it was asked for. */
export function toUnsaved(subscriber: SubscriberRef, state: CardState): UnsavedChange[] {
  const { mutations, drafts, confirmed } = state;
  const about = { subscriber, name: confirmed.subscriber?.name };
  const asked = [...mutations.lanes.values()].map(({ head, behind }): UnsavedChange => {
    const last = behind ?? head;
    const fields = new Set([...fieldsOf(head), ...fieldsOf(last)]);
    return { ...about, lane: head.lane, fields: [...fields], creates: createdBy(last), status: head.status };
  });
  const conflicts = toLanes(mutations.conflicts.keys()).map(
    ([lane, fields]): UnsavedChange => ({ ...about, lane, fields, status: 'conflict' }),
  );
  const typed = [...drafts].filter(([id, draft]) => isDirty(id, draft)).map(([id]) => id);
  const drafted = toLanes(typed).map(([lane, fields]): UnsavedChange => {
    const isRejected = fields.some((id) => drafts.get(id)?.problem?.type === 'rejected');
    return { ...about, lane, fields, status: isRejected ? 'rejected' : 'draft' };
  });
  return [...asked, ...conflicts, ...drafted];
}

/** Whether two lists tell an operator the same. */
export function isSameUnsaved(a: readonly UnsavedChange[], b: readonly UnsavedChange[]): boolean {
  return isSameData(a, b);
}

function fieldsOf({ action }: Mutation): FieldId[] {
  return action.type === 'set' ? [...action.changes.keys()] : [];
}

function createdBy({ action }: Mutation): string | undefined {
  switch (action.type) {
    case 'createTag':
      return action.name;
    case 'createDeal':
      return action.draft.name;
    case 'createContact':
      return `${action.draft.firstName} ${action.draft.lastName}`.trim();
    default:
      return undefined;
  }
}

function toLanes(ids: Iterable<FieldId>): [Lane, FieldId[]][] {
  const lanes = new Map<Lane, FieldId[]>();
  for (const id of ids) lanes.set(toLane(id), [...(lanes.get(toLane(id)) ?? []), id]);
  return [...lanes];
}
