import { createStore, type StoreApi } from 'zustand/vanilla';
import { AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { ContactDraft } from '../model/contact.ts';
import type { DealDraft } from '../model/deal.ts';
import {
  type FieldId,
  isSameValue,
  type Lane,
  NEW,
  toContactLane,
  toDealLane,
  toFieldId,
  toLane,
} from '../model/field.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { CardChange, CardState, Draft, Problem, SectionState, UndoEntry } from './cardState.ts';
import type { Clock } from './clock.ts';
import { commitMutation, toConflictNews, toGuard } from './commitMutation.ts';
import { type Confirmed, type News, nothingConfirmed } from './confirmed.ts';
import type { Connection } from './createConnection.ts';
import { learn as join } from './learn.ts';
import {
  type Action,
  agreed,
  type Change,
  CONTACT_CREATION,
  changeOf,
  confirm,
  discard,
  type Mutation,
  mutationOf,
  noMutations,
  prepare,
  refuse,
  request,
  resolve,
  retry,
  send,
  shown,
} from './mutations.ts';
import { toCardChanges, toFieldChanges } from './toCardChanges.ts';
import { toRefusal } from './toRefusal.ts';

export interface CardStoreOptions {
  /** The recipient. Its id and channel are fixed for the life of the store. */
  readonly getRef: () => SubscriberRef;
  /** Read anew for every call: a host may replace the object. */
  readonly getAdapter: () => DataAdapter;
  readonly connection: Connection;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly createId: () => string;
  readonly onChange: (change: CardChange) => void;
  readonly onError: (error: AdapterError) => void;
  /** Reads a section again: what a mutation left behind cannot be known otherwise. */
  readonly invalidate: (section: SectionName) => void;
}

/** The state of one subscriber, and everything that can be done with it. */
export interface CardStore extends Pick<StoreApi<CardState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Joins what the server told. */
  learn(news: News): void;
  /** The logical time, noted where a read begins. */
  tick(): number;
  setSection(name: SectionName, section: SectionState): void;
  /** Sends what waits for the network or the sign-in. */
  resume(): void;

  /** Opens an editor: keeps what the operator sees as the base of the draft. */
  edit(id: FieldId, input: unknown): void;
  change(id: FieldId, input: unknown): void;
  setProblem(id: FieldId, problem: Problem): void;
  /** Drops drafts. */
  cancel(ids: Iterable<FieldId>): void;
  /** Drops the drafts of these fields and asks for their values, as one mutation for each lane. */
  mutate(values: ReadonlyMap<FieldId, unknown>): void;

  createTag(name: string): void;
  createDeal(draft: DealDraft, inputs: ReadonlyMap<FieldId, unknown>): void;
  deleteDeal(dealId: string): void;
  createContact(draft: ContactDraft, inputs: ReadonlyMap<FieldId, unknown>): void;
  linkContact(contactId: string): void;

  retry(lane: Lane): void;
  discard(lane: Lane): void;
  /** Writes what the operator wanted over what they have now seen. */
  keepMine(id: FieldId): void;
  takeTheirs(id: FieldId): void;
  undo(entryId: string): void;
}

/** How long a change can be taken back, in milliseconds. */
export const UNDO_TIME = 10_000;

export function createCardStore(options: CardStoreOptions): CardStore {
  const { getRef, getAdapter, connection, clock, random, createId, onChange, onError, invalidate } = options;
  const idle: SectionState = { status: 'idle', isRefreshing: false };
  const store = createStore<CardState>(() => ({
    ref: getRef(),
    confirmed: nothingConfirmed,
    mutations: noMutations,
    drafts: new Map(),
    sections: { subscriber: idle, deals: idle, contact: idle },
    locks: new Map(),
    undoable: [],
  }));
  const { getState: get, setState: set } = store;
  const wakeUps = new Map<Lane, () => void>();

  function learn(news: News) {
    const confirmed = join(get().confirmed, news);
    set({ confirmed, mutations: resolve(get().mutations, agreed(get().mutations, confirmed)) });
  }

  function ask(action: Action, lane: Lane, inputs: ReadonlyMap<FieldId, unknown> = new Map()) {
    set({ mutations: request(get().mutations, { id: createId(), lane, action, inputs }) });
    pump(lane);
  }

  function mutate(values: ReadonlyMap<FieldId, unknown>) {
    const { drafts, mutations, confirmed } = get();
    const lanes = new Map<Lane, Extract<Action, { type: 'set' }>['changes']>();
    for (const [id, value] of values) {
      if (isSameValue(id, shown(mutations, confirmed, id), value) && !mutations.conflicts.has(id)) continue;
      const base = drafts.has(id) ? drafts.get(id)?.base : confirmed.fields.get(id)?.value;
      lanes.set(toLane(id), new Map(lanes.get(toLane(id))).set(id, { value, base, past: [] }));
    }
    // A tag has no editor that what was refused could be given back to: it stays in sight as failed.
    const edited = [...values.keys()].filter((id) => !id.startsWith('tag:'));
    const inputs = new Map(edited.map((id) => [id, drafts.get(id)?.input ?? values.get(id)]));
    set({ drafts: without(drafts, values.keys()) });
    for (const [lane, changes] of lanes) {
      ask({ type: 'set', changes }, lane, new Map([...inputs].filter(([id]) => changes.has(id))));
    }
  }

  function resume() {
    for (const lane of get().mutations.lanes.keys()) pump(lane, true);
  }

  /** Sends what is due in a lane. What waits for the network is due when that `isBack`. */
  function pump(lane: Lane, isBack = false): void {
    wakeUps.get(lane)?.();
    wakeUps.delete(lane);
    const head = get().mutations.lanes.get(lane)?.head;
    if (head?.status === 'queued') sendHead(lane);
    if (head?.status !== 'waiting') return;
    const wait = head.retryAt === undefined ? (isBack ? 0 : null) : head.retryAt - clock.now();
    if (wait === null) return;
    if (wait <= 0) sendHead(lane);
    else
      wakeUps.set(
        lane,
        clock.schedule(() => pump(lane), wait),
      );
  }

  function sendHead(lane: Lane): void {
    if (!connection.state.getState().signedIn) return;
    const asked = get().mutations.lanes.get(lane)?.head;
    const { mutations, done } = prepare(get().mutations, lane, get().confirmed);
    set({
      mutations,
      ...(asked && { drafts: rebase(get().drafts, asked, done, (id) => done.get(id)?.value) }),
    });
    if (asked) announce(toFieldChanges(landed(asked, done)), asked, (id) => done.get(id)?.value);
    const head = mutations.lanes.get(lane)?.head;
    if (!head) return;
    if (head.id === asked?.id) {
      set({ mutations: send(mutations, lane) });
      void commit(lane, head);
    } else pump(lane);
  }

  async function commit(lane: Lane, mutation: Mutation) {
    const adapter = getAdapter();
    const ifRevision = toGuard(get().confirmed, mutation);
    try {
      const news = await connection.call((signal) =>
        commitMutation(
          adapter,
          getRef(),
          mutation,
          { signal, idempotencyKey: mutation.id, ifRevision },
          onError,
        ),
      );
      onCommitted(lane, mutation, news);
    } catch (thrown) {
      onRefused(lane, mutation, toAdapterError(thrown), ifRevision, adapter.idempotent === true);
    }
  }

  function onCommitted(lane: Lane, mutation: Mutation, news: News) {
    const before = get().confirmed;
    const confirmed = join(before, news);
    const answered = (id: FieldId) => valueIn(join(nothingConfirmed, news), id, confirmed);
    set({
      confirmed,
      mutations: confirm(get().mutations, lane, answered, !mutation.wasSent),
      drafts: withoutNewContact(rebase(get().drafts, mutation, changesOf(mutation), answered), mutation),
    });
    announce(toCardChanges(mutation, news, before), mutation, answered);
    pump(lane);
  }

  function onRefused(
    lane: Lane,
    mutation: Mutation,
    error: AdapterError,
    sentRevision: number | undefined,
    idempotent: boolean,
  ) {
    if (error.code === 'conflict') {
      const news = toConflictNews(mutation, error, onError);
      if (news) learn(news);
      const isStuck = toGuard(get().confirmed, mutation) === sentRevision && mutation.action.type === 'set';
      // The server refuses a revision and tells no newer one: sending again at once would never end.
      if (isStuck) {
        invalidate(sectionOf(lane));
        return onRefused(
          lane,
          mutation,
          new AdapterError('unavailable', error.message, { cause: error }),
          sentRevision,
          idempotent,
        );
      }
    }
    const refusal = toRefusal(error, withoutTaken(mutation, get().drafts), {
      now: clock.now(),
      random: random(),
      idempotent,
    });
    const isRejected = refusal.to === 'rejected';
    const rejected = isRejected ? withoutBehind(mutation, get()) : mutation;
    set({
      mutations: refuse(get().mutations, lane, error, refusal),
      ...(isRejected && { drafts: giveBack(get().drafts, rejected, error) }),
      ...(error.code === 'forbidden' && { locks: new Map(get().locks).set(lane, error.detail.reason ?? '') }),
    });
    if (error.code === 'not-found' && error.detail.resource === 'subscriber')
      learn({ type: 'subscriberDeleted' });
    if (['partial', 'not-found', 'malformed'].includes(error.code)) invalidate(sectionOf(lane));
    if (error.code !== 'conflict' && error.code !== 'unauthorized') onError(error);
    pump(lane);
  }

  function announce(changes: CardChange[], mutation: Mutation, answered: (id: FieldId) => unknown) {
    const [first] = changes;
    if (first && canUndo(first, getAdapter())) {
      const entry: UndoEntry = {
        id: mutation.id,
        lane: mutation.lane,
        change: first,
        back: toWayBack(mutation, answered),
        expiresAt: clock.now() + UNDO_TIME,
      };
      set({ undoable: [...get().undoable, entry] });
      clock.schedule(() => forget(entry.id), UNDO_TIME);
    }
    for (const change of changes) onChange(change);
  }

  function forget(entryId: string) {
    set({ undoable: get().undoable.filter(({ id }) => id !== entryId) });
  }

  function undo(entryId: string) {
    const entry = get().undoable.find(({ id }) => id === entryId);
    if (!entry) return;
    forget(entryId);
    if (entry.change.type === 'dealCreated') deleteDeal(entry.change.dealId);
    else if (entry.back.size > 0) ask({ type: 'set', changes: entry.back }, entry.lane);
    else if (entry.change.type === 'tagAdded')
      mutate(new Map([[toFieldId({ kind: 'tag', id: entry.change.tagId }), null]]));
  }

  function deleteDeal(dealId: string) {
    ask({ type: 'deleteDeal', dealId }, toDealLane(dealId));
  }

  return {
    getState: get,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    learn,
    tick: () => get().confirmed.tick,
    resume,
    setSection(name, section) {
      set({ sections: { ...get().sections, [name]: section } });
    },

    edit(id, input) {
      if (get().drafts.has(id)) return;
      set({ drafts: new Map(get().drafts).set(id, { input, base: seen(get(), id) }) });
    },
    change(id, input) {
      const draft = get().drafts.get(id);
      const base = draft ? draft.base : seen(get(), id);
      set({ drafts: new Map(get().drafts).set(id, { input, base }) });
    },
    setProblem(id, problem) {
      const draft = get().drafts.get(id);
      if (draft) set({ drafts: new Map(get().drafts).set(id, { ...draft, problem }) });
    },
    cancel(ids) {
      set({ drafts: without(get().drafts, ids) });
    },
    mutate,

    createTag(name) {
      ask({ type: 'createTag', name }, `create:${createId()}`);
    },
    createDeal(draft, inputs) {
      set({ drafts: without(get().drafts, inputs.keys()) });
      ask({ type: 'createDeal', draft }, `create:${createId()}`, inputs);
    },
    deleteDeal,
    createContact(draft, inputs) {
      if (get().mutations.lanes.has(CONTACT_CREATION)) return;
      set({ drafts: without(get().drafts, inputs.keys()) });
      ask({ type: 'createContact', draft }, CONTACT_CREATION, inputs);
    },
    linkContact(contactId) {
      const head = get().mutations.lanes.get(CONTACT_CREATION)?.head;
      if (head && head.status !== 'failed' && head.status !== 'unknown') return;
      // What was typed for a new contact is dropped when the link is there, and not before.
      if (head) set({ drafts: giveBack(get().drafts, head), mutations: discard(get().mutations, head.lane) });
      ask({ type: 'linkContact', contactId }, CONTACT_CREATION);
    },

    retry(lane) {
      set({ mutations: retry(get().mutations, lane) });
      pump(lane);
    },
    discard(lane) {
      const head = get().mutations.lanes.get(lane)?.head;
      set({ mutations: discard(get().mutations, lane) });
      if (head?.wasSent) invalidate(sectionOf(lane));
    },
    keepMine(id) {
      const { mutations, drafts, confirmed } = get();
      const current = confirmed.fields.get(id)?.value;
      const draft = drafts.get(id);
      if (draft) return set({ drafts: new Map(drafts).set(id, { ...draft, base: current }) });
      const mine = mutations.conflicts.get(id);
      if (!mine) return;
      set({ mutations: resolve(mutations, [id]) });
      mutate(new Map([[id, mine.value]]));
    },
    takeTheirs(id) {
      set({ mutations: resolve(get().mutations, [id]), drafts: without(get().drafts, [id]) });
    },
    undo,
  };
}

/** Those of the fields found done that this client may have done itself: any other is somebody else's change. */
function landed(mutation: Mutation, done: ReadonlyMap<FieldId, Change>): ReadonlyMap<FieldId, Change> {
  return new Map(
    [...done].filter(
      ([id, { value, past }]) => mutation.wasSent || past.some((own) => isSameValue(id, own, value)),
    ),
  );
}

function changesOf({ action }: Mutation): ReadonlyMap<FieldId, Change> {
  return action.type === 'set' ? action.changes : new Map();
}

function toWayBack({ action }: Mutation, answered: (id: FieldId) => unknown): ReadonlyMap<FieldId, Change> {
  if (action.type !== 'set') return new Map();
  return new Map(
    [...action.changes].map(([id, { base }]) => [id, { value: base, base: answered(id), past: [] }]),
  );
}

function sectionOf(lane: Lane): SectionName {
  if (lane.startsWith('deal:')) return 'deals';
  if (lane.startsWith('contact:') || lane === CONTACT_CREATION) return 'contact';
  return 'subscriber';
}

function valueIn(answer: Confirmed, id: FieldId, otherwise: Confirmed): unknown {
  return (answer.fields.get(id) ?? otherwise.fields.get(id))?.value;
}

/** The value of the server that the operator has before their eyes, or last had before they changed it. */
function seen({ mutations, confirmed }: CardState, id: FieldId): unknown {
  const change = changeOf(mutationOf(mutations, id), id);
  return change ? change.base : confirmed.fields.get(id)?.value;
}

/** The operator's next draft was begun on what is now confirmed. */
function rebase(
  drafts: CardState['drafts'],
  { wasSent }: Mutation,
  changes: ReadonlyMap<FieldId, Change>,
  answered: (id: FieldId) => unknown,
): CardState['drafts'] {
  const next = new Map(drafts);
  for (const [id, change] of changes) {
    const draft = drafts.get(id);
    const isOurs = !wasSent || isSameValue(id, answered(id), change.value);
    if (draft && isOurs) next.set(id, { ...draft, base: answered(id) });
  }
  return next;
}

/** What the operator has asked for again in the meantime need not be given back. */
function withoutBehind(mutation: Mutation, { mutations }: CardState): Mutation {
  const behind = mutations.lanes.get(mutation.lane)?.behind;
  const inputs = new Map([...mutation.inputs].filter(([id]) => !changeOf(behind, id)));
  return { ...mutation, inputs };
}

/**
 * The form of a new deal may hold the next one already. Two cannot be in it, so the refused one stays in the list
 * as failed.
 */
function withoutTaken(mutation: Mutation, drafts: CardState['drafts']): Mutation {
  const isTaken =
    mutation.action.type === 'createDeal' && [...mutation.inputs.keys()].some((id) => drafts.has(id));
  return isTaken ? { ...mutation, inputs: new Map() } : mutation;
}

/** Linked to a contact that was there: the one that was being typed is not needed any more. */
function withoutNewContact(drafts: CardState['drafts'], { action }: Mutation): CardState['drafts'] {
  if (action.type !== 'linkContact') return drafts;
  const lane = toContactLane(NEW);
  return without(
    drafts,
    [...drafts.keys()].filter((id) => toLane(id) === lane),
  );
}

/** A rejected mutation is the operator's draft again, with the reason. What they typed since stays. */
function giveBack(
  drafts: CardState['drafts'],
  mutation: Mutation,
  error?: AdapterError | undefined,
): CardState['drafts'] {
  const next = new Map(drafts);
  for (const [id, input] of mutation.inputs) {
    const draft = next.get(id) ?? { input, base: changeOf(mutation, id)?.base };
    next.set(id, error ? { ...draft, problem: { type: 'rejected', error } } : draft);
  }
  return next;
}

function without(drafts: CardState['drafts'], ids: Iterable<FieldId>): CardState['drafts'] {
  const next = new Map<FieldId, Draft>(drafts);
  for (const id of ids) next.delete(id);
  return next.size === drafts.size ? drafts : next;
}

function canUndo(change: CardChange, adapter: DataAdapter): boolean {
  switch (change.type) {
    case 'variableChanged':
      return adapter.setVariable !== undefined;
    case 'tagAdded':
      return adapter.removeTag !== undefined;
    case 'tagRemoved':
      return adapter.addTag !== undefined;
    case 'dealCreated':
      return adapter.deleteDeal !== undefined;
    case 'dealStepChanged':
    case 'dealFieldChanged':
      return adapter.updateDeal !== undefined;
    case 'contactSaved':
      return !change.created && adapter.updateContact !== undefined;
    case 'dealDeleted':
      return false;
  }
}
