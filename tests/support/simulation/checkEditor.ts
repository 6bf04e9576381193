import type { FieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import type { Evidence } from './CardWitness.ts';
import { nameOfNewDeal } from './cast.ts';
import type { OpenEditor } from './edit.ts';
import { toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** The text of an editor is what the operator typed, or what they had submitted and is given back to them. */
export function checkEditor(evidence: Evidence, { drafts }: CardState, field: FieldId): void {
  const { editors } = evidence.ledger;
  const draft = drafts.get(field);
  const editor = editors.get(field);
  const text = draft && toText(field, draft.input);
  if (text === editor?.text) return;
  const returned = editor || text == null ? undefined : toReturned(evidence, field, text);
  if (!returned) throw new Violation(`I8: the editor of ${field} says ${text}, typed was ${editor?.text}`);
  editors.set(field, returned);
}

/** What was typed and refused is in its editor again, and so is whatever was asked of a deal that is gone. */
function toReturned({ ledger, server }: Evidence, field: FieldId, text: string): OpenEditor | undefined {
  if (field === nameOfNewDeal) return ledger.creations.get(text)?.isRefused ? { text, saw: null } : undefined;
  const isGone = server.isGone(ledger.subscriber, field);
  const edit = ledger.editsOf(field).findLast((it) => it.text === text && (it.isTyped || isGone));
  return edit && (edit.isRefused || isGone) ? { text, saw: edit.saw } : undefined;
}
