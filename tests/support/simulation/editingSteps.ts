import type { FieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import { hasConflict } from '../../../src/store/conflict.ts';
import { isDirty } from '../../../src/store/drafts.ts';
import { shown } from '../../../src/store/mutations.ts';
import { dealForm, fieldsOfDeal, lastingDeal, nameOfNewDeal, pick, tagFields, textFields } from './cast.ts';
import { isBeingDeleted, isEditable } from './isEditable.ts';
import { PRESENT, type Text, toFieldValue, toText } from './texts.ts';
import type { Seat, World } from './World.ts';

/** What an operator does to the data on the card. */
export const editingSteps = {
  edit(world: World, operator: number, subscriber: number, fieldNumber: number, mode: number): void {
    const { desk, store, ledger, witness } = world.seat(operator, subscriber);
    const field = pick(textFields, fieldNumber);
    const state = store.getState();
    if (!isEditable(state, field) || state.drafts.has(field)) return;
    const text = world.textFor(desk.operator, field, mode);
    if (isShown(state, field, text)) return;
    witness.act(() => {
      ledger.ask(field, text, ledger.seen(state, field), world.count);
      store.mutate(new Map([[field, toFieldValue(field, text)]]));
    });
  },

  /** Several fields of the deal with one Save: all typed, or chosen, or the first typed and the others chosen. */
  saveForm(world: World, operator: number, subscriber: number, mode: number): void {
    const { desk, store, ledger, witness } = world.seat(operator, subscriber);
    const state = store.getState();
    const values = new Map<FieldId, unknown>();
    witness.act(() => {
      for (const field of dealForm) {
        const isTaken = state.drafts.has(field) || state.mutations.conflicts.has(field);
        if (isTaken || !isEditable(state, field)) continue;
        const text = world.newText(desk.operator);
        const isTyped = mode % 3 === 0 || (mode % 3 === 1 && values.size === 0);
        ledger.ask(field, text, ledger.seen(state, field), world.count, isTyped);
        values.set(field, toFieldValue(field, text));
        if (isTyped) store.edit(field, toFieldValue(field, text));
      }
      store.mutate(values);
    });
  },

  openEditor(world: World, operator: number, subscriber: number, fieldNumber: number, mode: number): void {
    const { desk, store, ledger, witness } = world.seat(operator, subscriber);
    const field = pick(textFields, fieldNumber);
    const state = store.getState();
    if (!isEditable(state, field) || state.drafts.has(field)) return;
    const text = world.textFor(desk.operator, field, mode) ?? world.newText(desk.operator);
    witness.act(() => {
      ledger.editors.set(field, { text, saw: ledger.seen(state, field) });
      store.edit(field, toFieldValue(field, visible(state, field)) ?? '');
      store.change(field, toFieldValue(field, text));
    });
  },

  type(world: World, operator: number, subscriber: number, place: number): void {
    const seat = world.seatWith(operator, subscriber, ({ ledger }) => ledger.editors.size > 0);
    if (!seat) return;
    const { desk, store, ledger, witness } = seat;
    const [field, editor] = pick([...ledger.editors], place);
    const text = world.newText(desk.operator);
    witness.act(() => {
      ledger.editors.set(field, { ...editor, text });
      store.change(field, toFieldValue(field, text));
    });
  },

  submit(world: World, operator: number, subscriber: number, place: number): void {
    const seat = world.seatWith(operator, subscriber, (it) => openEditors(it).length > 0);
    if (!seat) return;
    const { store, ledger, witness } = seat;
    const [field, editor] = pick(openEditors(seat), place);
    const state = store.getState();
    const isConflict = hasConflict(state, field);
    const theirs = toText(field, state.confirmed.fields.get(field)?.value);
    const draft = state.drafts.get(field);
    // Left as it was opened it chooses nothing, not even between the two of a conflict.
    const isLeft = visible(state, field) === editor.text && draft && !isDirty(field, draft);
    witness.act(() => {
      ledger.editors.delete(field);
      if (!isLeft && (isConflict || !isShown(state, field, editor.text)))
        ledger.ask(field, editor.text, isConflict ? theirs : editor.saw, world.count, true);
      // The note under the editor says what it is now: "Keep mine".
      if (isConflict) store.keepMine(field);
      store.mutate(new Map([[field, toFieldValue(field, editor.text)]]));
    });
  },

  cancel(world: World, operator: number, subscriber: number, place: number): void {
    const seat = world.seatWith(operator, subscriber, ({ ledger }) => ledger.editors.size > 0);
    if (!seat) return;
    const { store, ledger, witness } = seat;
    const [field] = pick([...ledger.editors], place);
    const past = store.getState().drafts.get(field)?.past ?? [];
    witness.act(() => {
      ledger.editors.delete(field);
      ledger.giveUpTexts(
        field,
        past.map((value) => toText(field, value)),
      );
      store.cancel([field]);
    });
  },

  toggleTag(world: World, operator: number, subscriber: number, tag: number): void {
    const { store, ledger, witness } = world.seat(operator, subscriber);
    const field = pick(tagFields, tag);
    const state = store.getState();
    if (!isEditable(state, field)) return;
    const before = visible(state, field);
    const text = before === null ? PRESENT : null;
    witness.act(() => {
      ledger.ask(field, text, before, world.count);
      store.mutate(new Map([[field, toFieldValue(field, text)]]));
    });
  },

  /** Types the name of a new deal, submits what is typed, or creates one without a form. */
  create(world: World, operator: number, subscriber: number, mode: number): void {
    const { desk, store, ledger, witness } = world.seat(operator, subscriber);
    const name = world.newText(desk.operator);
    const isTyped = mode % 3 !== 0 || ledger.editors.has(nameOfNewDeal);
    witness.act(() => {
      if (isTyped) {
        ledger.editors.set(nameOfNewDeal, { text: name, saw: null });
        store.change(nameOfNewDeal, name);
      }
      if (mode % 3 === 1) return;
      ledger.editors.delete(nameOfNewDeal);
      ledger.create(name);
      const draft = { pipelineId: 'p', stepId: 'x', name, value: null, assigneeId: null };
      store.createDeal(draft, new Map(isTyped ? [[nameOfNewDeal, name]] : []));
    });
  },

  deleteDeal(world: World, operator: number, subscriber: number, place: number): void {
    const { store, ledger, witness } = world.seat(operator, subscriber);
    const { deals } = store.getState().confirmed;
    const ids = deals.map(({ id }) => id).filter((id) => id !== lastingDeal);
    if (ids.length === 0) return;
    const dealId = pick(ids, place);
    witness.act(() => {
      for (const field of fieldsOfDeal(dealId)) ledger.giveUp(field);
      ledger.delete(dealId);
      store.deleteDeal(dealId);
    });
  },

  undo(world: World, operator: number, subscriber: number, place: number): void {
    const seat = world.seatWith(operator, subscriber, (it) => it.store.getState().undoable.length > 0);
    if (!seat) return;
    const { store, ledger, witness } = seat;
    const state = store.getState();
    const { id, lane, change, back } = pick(state.undoable, place);
    if (isBeingDeleted(state, lane)) return;
    witness.act(() => {
      if (change.type === 'dealCreated') ledger.delete(change.dealId);
      for (const [field, { value, base }] of back) {
        // Not what they see now, but what they are told that they did.
        const saw = ledger.isLive(state, field) ? ledger.seen(state, field) : toText(field, base);
        ledger.ask(field, toText(field, value), saw, world.count);
      }
      store.undo(id);
    });
  },
};

/** The editors in which the operator can press Enter. That of a new deal is its form's. */
function openEditors({ store, ledger }: Seat) {
  const state = store.getState();
  return [...ledger.editors].filter(([field]) => field !== nameOfNewDeal && isEditable(state, field));
}

function visible({ mutations, confirmed }: CardState, field: FieldId): Text {
  return toText(field, shown(mutations, confirmed, field));
}

/** The card does not ask for what is there. */
function isShown(state: CardState, field: FieldId, text: Text): boolean {
  return visible(state, field) === text && !state.mutations.conflicts.has(field);
}
