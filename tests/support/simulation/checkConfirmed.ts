import type { FieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import type { Evidence } from './CardWitness.ts';
import { type Text, toStored, toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** A confirmed field says what the server held at its revision, and that never falls. */
export function checkConfirmed(
  { ledger, server }: Evidence,
  state: CardState,
  before: CardState,
  field: FieldId,
): void {
  const revision = revisionOf(state, field);
  if (revision === undefined) return;
  const earlier = revisionOf(before, field) ?? 0;
  if (revision < earlier) throw new Violation(`I4: ${field} fell from revision ${earlier} to ${revision}`);
  const text = toText(field, state.confirmed.fields.get(field)?.value);
  const held = server.at(ledger.subscriber, field, revision);
  if (held?.text !== text && !isUnnumbered({ ledger, server }, field, text, revision))
    throw new Violation(
      `I11: ${text} is taken for revision ${revision} of ${field}, which was ${held?.text}`,
    );
}

/** The revision that is spoken for. The whole set of tags says of each that it does not list that it was absent. */
export function revisionOf({ confirmed }: CardState, field: FieldId): number | undefined {
  const known = confirmed.fields.get(field)?.revision;
  const whole = field.startsWith('tag:') ? confirmed.revisions.get('tagging') : undefined;
  return whole === undefined ? known : Math.max(whole, known ?? 0);
}

/** What is known to be done in part counts until it is told with its revision, which is a later one. */
function isUnnumbered({ ledger }: Evidence, field: FieldId, text: Text, revision: number): boolean {
  return ledger.unnumbered.some(
    (edit) =>
      edit.field === field && toStored(edit.text) === toStored(text) && (edit.landedAt ?? 0) > revision,
  );
}
