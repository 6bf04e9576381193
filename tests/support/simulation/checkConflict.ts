import type { FieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import { hasConflict } from '../../../src/store/conflict.ts';
import type { Evidence } from './CardWitness.ts';
import { isEditable } from './isEditable.ts';
import { toStored, toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** A conflict is about what the operator wants now, and somebody else does not. */
export function checkConflict(evidence: Evidence, state: CardState, field: FieldId): void {
  const known = state.confirmed.fields.get(field);
  const kept = state.mutations.conflicts.get(field);
  if (kept) {
    const mine = toText(field, kept.value);
    if (known && toText(field, known.value) === mine)
      throw new Violation(`I13: a conflict about ${mine}, which both want (${field})`);
    const edit = evidence.ledger.currentOf(field);
    if (edit && edit.text !== mine)
      throw new Violation(`I1: a conflict about ${mine}, which ${edit.text} superseded (${field})`);
  }
  if (!kept && !state.drafts.has(field)) return;
  if (isEditable(state, field) && isKnownAsOwn(evidence, state, field) && hasConflict(state, field))
    throw new Violation(
      `I13: a conflict against the operator's own ${toText(field, known?.value)} (${field})`,
    );
}

/** Whether what is confirmed is the operator's own write, and the card can know it. */
function isKnownAsOwn({ ledger, server }: Evidence, { confirmed }: CardState, field: FieldId): boolean {
  const known = confirmed.fields.get(field);
  const version = server.at(ledger.subscriber, field, known?.revision ?? 0);
  const edit = version?.edit;
  if (!edit || edit.operator !== ledger.operator || edit.isGivenUp || edit.isRefused) return false;
  const isRewritten = toStored(edit.text) !== edit.text;
  return toText(field, known?.value) === version.text && (!isRewritten || edit.isAnswered);
}
