import type { FieldId } from '../../../src/model/field.ts';
import type { Evidence } from './CardWitness.ts';
import type { Edit } from './edit.ts';
import type { Version } from './SimulatedServer.ts';
import { isShared, type Text, toStored } from './texts.ts';
import { Violation } from './Violation.ts';

/** A write comes in order, and goes over nothing that its operator has not seen. */
export function checkWrite(evidence: Evidence, field: FieldId, before: Version, edit: Edit): void {
  // Whoever adds a tag, it is there: no order, and nothing to overwrite.
  if (field.startsWith('tag:')) return;
  const { ledger } = evidence;
  const own = before.edit?.operator === ledger.operator ? before.edit : undefined;
  if (own && own.order > edit.order)
    throw new Violation(`I5: ${edit.text} reached the server after ${own.text} (${field})`);
  const current = ledger.currentOf(field);
  // What its operator has dropped while no answer was known may still arrive. It is read again, and seen.
  const isDropped = edit.isGivenUp;
  if (!isDropped && current?.isSettled && !current.isRefused && current.order > edit.order)
    throw new Violation(`I5: ${edit.text} came when ${current.text} was taken for saved (${field})`);
  if (!own && before.text !== edit.saw && !isBack(evidence, field, before.text))
    throw new Violation(
      `I7: ${ledger.operator} wrote ${edit.text} over ${before.text} and had seen ${edit.saw} (${field})`,
    );
}

/** Whether a text stands there again that the operator has seen, or written, before. */
function isBack({ ledger, server }: Evidence, field: FieldId, seen: Text): boolean {
  const hasSeen = ledger.editsOf(field).some(({ text, saw }) => toStored(text) === seen || saw === seen);
  return hasSeen && (isShared(seen) || server.hasComeBack(ledger.subscriber, field, seen));
}
