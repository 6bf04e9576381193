import type { FieldId, Lane } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import { mutationOf } from '../../../src/store/mutations.ts';
import { fields, type Operator, type SubscriberId } from './cast.ts';
import type { Edit, OpenEditor, Wish } from './edit.ts';
import type { Version } from './SimulatedServer.ts';
import { type Text, toStored, toText } from './texts.ts';
import { Violation } from './Violation.ts';

/** What one operator wanted for one subscriber, and what became of it. It outlives the page. */
export class Ledger {
  readonly operator: Operator;
  readonly subscriber: SubscriberId;
  readonly editors = new Map<FieldId, OpenEditor>();
  readonly creations = new Map<string, Wish>();
  readonly deletions = new Map<string, Wish>();
  /** Edits whose answer, of a write that was done in part, carried no revision. */
  readonly unnumbered: Edit[] = [];
  private readonly edits = new Map<FieldId, Edit[]>(fields.map((field) => [field, []]));
  private readonly current = new Map<FieldId, Edit>();

  constructor(operator: Operator, subscriber: SubscriberId) {
    this.operator = operator;
    this.subscriber = subscriber;
  }

  editsOf(field: FieldId): readonly Edit[] {
    return this.edits.get(field) ?? [];
  }

  /** The last edit of a field that was not given up. */
  currentOf(field: FieldId): Edit | undefined {
    return this.current.get(field);
  }

  /** Whether what is shown is what the operator asked for, and not what is confirmed. */
  isLive({ mutations }: CardState, field: FieldId): boolean {
    return this.current.has(field) && mutationOf(mutations, field) !== undefined;
  }

  /** What the operator has before their eyes, and so may overwrite. */
  seen(state: CardState, field: FieldId): Text {
    const own = this.isLive(state, field) ? this.current.get(field) : undefined;
    return own ? own.saw : toText(field, state.confirmed.fields.get(field)?.value);
  }

  // What the operator wants.

  ask(field: FieldId, text: Text, saw: Text, order: number, isTyped = false): void {
    const edit: Edit = {
      operator: this.operator,
      field,
      text,
      order,
      saw,
      isTyped,
      isAnswered: false,
      isRefused: false,
      isGivenUp: false,
      isSettled: false,
    };
    this.edits.get(field)?.push(edit);
    this.current.set(field, edit);
    // Whoever edits a deal that could not be deleted keeps it.
    const [kind, owner = ''] = field.split(':');
    if (kind === 'deal') this.giveUpDeletion(owner);
  }

  create(name: string): void {
    this.creations.set(name, { isRefused: false, isGivenUp: false, isSettled: false });
  }

  delete(dealId: string): void {
    this.deletions.set(dealId, { isRefused: false, isGivenUp: false, isSettled: false });
  }

  /** The operator has dropped what they wanted; what is on the wire goes on. */
  giveUp(field: FieldId, onTheWire?: { readonly text: Text; readonly id: string }): void {
    const sent = onTheWire && this.find(field, onTheWire.text, onTheWire.id);
    for (const edit of this.editsOf(field)) if (!sent || edit.order > sent.order) edit.isGivenUp = true;
    if (sent) this.current.set(field, sent);
    else this.current.delete(field);
  }

  /** The operator has dropped what came after these, and with it what may yet arrive of them. */
  giveUpTexts(field: FieldId, texts: readonly Text[]): void {
    for (const edit of this.editsOf(field)) if (texts.includes(edit.text)) edit.isGivenUp = true;
  }

  giveUpCreation(name: string): void {
    const wish = this.creations.get(name);
    if (wish) wish.isGivenUp = true;
  }

  giveUpDeletion(dealId: string): void {
    const wish = this.deletions.get(dealId);
    if (wish) wish.isGivenUp = true;
  }

  /** The page was closed without anything being kept. */
  giveUpAll(): void {
    for (const field of fields) this.giveUp(field);
    for (const wish of [...this.creations.values(), ...this.deletions.values()]) wish.isGivenUp = true;
    this.editors.clear();
  }

  // What becomes of it.

  /** The edit that a mutation carries: the last of this text that was asked for before it was made. */
  find(field: FieldId, text: Text, mutationId: string): Edit {
    const made = Number(mutationId.split('-')[1]);
    const edit = this.editsOf(field).findLast((it) => it.text === text && it.order < made);
    if (edit) return edit;
    throw new Violation(`I6: ${this.operator} never wanted ${text} for ${field} of ${this.subscriber}`);
  }

  /** Whether this creation or deletion was wanted, and of this subscriber. */
  checkWanted(lane: Lane): void {
    const [kind, owner = ''] = lane.split(':');
    const wishes = kind === 'create' ? this.creations : this.deletions;
    if (!wishes.has(owner))
      throw new Violation(`I6: ${this.operator} never wanted ${lane} of ${this.subscriber}`);
  }

  /** The server holds this of a field now, whoever wrote it, and was just asked for an edit. */
  onHeld(field: FieldId, { text, revision }: Version, edit: Edit | undefined): void {
    const current = this.current.get(field);
    const landed = [edit, current && toStored(current.text) === text ? current : undefined];
    for (const it of landed) if (it) it.landedAt ??= revision;
  }

  onRefused(edits: Iterable<Edit>, creation?: string): void {
    for (const edit of edits) edit.isRefused = true;
    const wish = creation === undefined ? undefined : this.creations.get(creation);
    if (wish) wish.isRefused = true;
  }

  onPartlyDone(edits: Iterable<Edit>): void {
    this.unnumbered.push(...edits);
  }
}
