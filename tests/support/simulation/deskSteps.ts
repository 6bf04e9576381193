import type { Lane } from '../../../src/model/field.ts';
import { changeOf, type Mutation } from '../../../src/store/mutations.ts';
import { readSavedCard, writeSavedCard } from '../../../src/store/savedCard.ts';
import { pick } from './cast.ts';
import { isEditable } from './isEditable.ts';
import { toText } from './texts.ts';
import type { Seat, World } from './World.ts';

/** How an operator deals with what did not go through, and with the page. */
export const deskSteps = {
  resolveConflict(world: World, operator: number, subscriber: number, choice: number): void {
    const seat = world.seatWith(operator, subscriber, (it) => openConflicts(it).length > 0);
    if (!seat) return;
    const { store, ledger, witness } = seat;
    const state = store.getState();
    const [field, mine] = pick(openConflicts(seat), choice);
    const theirs = toText(field, state.confirmed.fields.get(field)?.value);
    const editor = ledger.editors.get(field);
    witness.act(() => {
      if (choice % 2 === 1) {
        ledger.giveUp(field);
        ledger.editors.delete(field);
        return store.takeTheirs(field);
      }
      // With an editor open, the choice is about what is typed there; it is sent when that is submitted.
      if (editor) ledger.editors.set(field, { ...editor, saw: theirs });
      else ledger.ask(field, toText(field, mine.value), theirs, world.count);
      store.keepMine(field);
    });
  },

  retry(world: World, operator: number, subscriber: number, place: number): void {
    const seat = world.seatWith(operator, subscriber, hasMutations);
    if (!seat) return;
    const queues = [...seat.store.getState().mutations.lanes.values()];
    const { head } = pick(queues, place);
    if (head.status === 'unknown') lookForCreation(world, seat, head);
    else seat.witness.act(() => seat.store.retry(head.lane));
  },

  discard(world: World, operator: number, subscriber: number, place: number): void {
    const seat = world.seatWith(operator, subscriber, hasMutations);
    if (seat) giveUp(seat, pick([...seat.store.getState().mutations.lanes.keys()], place));
  },

  signOut(world: World, operator: number): void {
    pick(world.desks, operator).mustSignIn = true;
  },

  signIn(world: World, operator: number): void {
    const desk = pick(world.desks, operator);
    desk.mustSignIn = false;
    desk.page.connection.resume();
  },

  /** The page is loaded anew, with what it kept; or it crashed, and had nothing to keep it in. */
  reload(world: World, operator: number, mode: number): void {
    const desk = pick(world.desks, operator);
    const gone = desk.page;
    const isKept = mode % 4 !== 0;
    const kept = [...gone.cards].map(
      ([id, { store }]) => [id, writeSavedCard({ id }, store.getState(), world.clock.now())] as const,
    );
    gone.isGone = true;
    world.endEvents(desk.operator);
    if (!isKept) for (const ledger of desk.ledgers.values()) ledger.giveUpAll();
    desk.page = world.openPage(desk.operator, desk.ledgers, false);
    for (const [id, text] of isKept ? kept : []) {
      if (text === null) continue;
      const { store, witness } = desk.page.open(id);
      witness.act(() => store.restore(readSavedCard(text)));
    }
  },
};

function openConflicts({ store }: Seat) {
  const state = store.getState();
  return [...state.mutations.conflicts].filter(([field]) => isEditable(state, field));
}

function hasMutations({ store }: Seat): boolean {
  return store.getState().mutations.lanes.size > 0;
}

/** A creation without an answer: the operator looks whether it is there, and tries again only where it is not. */
export function lookForCreation({ server, wire }: World, seat: Seat, { lane, action }: Mutation): void {
  if (action.type !== 'createDeal') return;
  const { name } = action.draft;
  const mayLand = wire.travelling.some(({ creation }) => creation === name);
  if (server.createdDeal(seat.id, name) !== undefined) giveUp(seat, lane);
  else if (!mayLand) seat.witness.act(() => seat.store.retry(lane));
}

/** Drops what is not on the wire. */
export function giveUp({ store, ledger, witness }: Seat, lane: Lane): void {
  const queue = store.getState().mutations.lanes.get(lane);
  if (!queue) return;
  const sent = queue.head.status === 'sent' ? queue.head : undefined;
  witness.act(() => {
    for (const dropped of [sent ? undefined : queue.head, queue.behind]) {
      if (dropped?.action.type === 'createDeal') ledger.giveUpCreation(dropped.action.draft.name);
      if (dropped?.action.type === 'deleteDeal') ledger.giveUpDeletion(dropped.action.dealId);
      for (const field of dropped?.action.type === 'set' ? dropped.action.changes.keys() : []) {
        const change = changeOf(sent, field);
        ledger.giveUp(field, sent && change && { text: toText(field, change.value), id: sent.id });
      }
    }
    store.discard(lane);
  });
}
