import type { FieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import { changeOf, type Mutation, shown } from '../../../src/store/mutations.ts';
import type { Evidence } from './CardWitness.ts';
import { laneOf } from './cast.ts';
import { revisionOf } from './checkConfirmed.ts';
import type { Edit } from './edit.ts';
import { toStored, toText } from './texts.ts';
import { Violation } from './Violation.ts';

/**
 * While an edit is on its way it is shown. It leaves only when what is confirmed says the same or is later, or into
 * a conflict or its editor, where its text is kept.
 */
export function checkEdit(evidence: Evidence, state: CardState, field: FieldId): void {
  const edit = evidence.ledger.currentOf(field);
  if (!edit || edit.isSettled) return;
  const queue = state.mutations.lanes.get(laneOf(field));
  if (asksFor(queue?.head, edit) || asksFor(queue?.behind, edit)) {
    const visible = toText(field, shown(state.mutations, state.confirmed, field));
    if (visible !== edit.text)
      throw new Violation(`I3: ${edit.text} is on its way, and ${visible} is shown (${field})`);
    return;
  }
  const kept = state.mutations.conflicts.get(field);
  if (kept && toText(field, kept.value) === edit.text) return;
  if (!isReturned(evidence, edit) && !isConfirmed(state, edit) && !isOutdated(state, edit)) {
    if (edit.landedAt === undefined) throw new Violation(`I1: ${edit.text} vanished (${field})`);
    throw new Violation(`I3: ${edit.text} left the screen before its answer came (${field})`);
  }
  edit.isSettled = true;
}

function asksFor(mutation: Mutation | undefined, { field, text }: Edit): boolean {
  const change = changeOf(mutation, field);
  return change !== undefined && toText(field, change.value) === text;
}

/** It is the operator's draft again, or they have typed something else since. */
function isReturned({ ledger, server }: Evidence, { field, isRefused }: Edit): boolean {
  return (isRefused || server.isGone(ledger.subscriber, field)) && ledger.editors.has(field);
}

function isConfirmed({ confirmed }: CardState, { field, text }: Edit): boolean {
  const known = confirmed.fields.get(field);
  // A tag that was never assigned is known by not being listed.
  const isKnown = known !== undefined || confirmed.subscriber !== null;
  return isKnown && toStored(toText(field, known?.value)) === toStored(text);
}

/** What is confirmed is later. Of a deal that is known to be deleted nothing more is heard. */
function isOutdated(state: CardState, { field, landedAt }: Edit): boolean {
  if (landedAt === undefined) return false;
  const [kind, owner = ''] = field.split(':');
  const isDeleted = kind === 'deal' && state.confirmed.deletedDeals.has(owner);
  return isDeleted || (revisionOf(state, field) ?? 0) >= landedAt;
}
