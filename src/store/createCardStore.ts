import { createStore } from 'zustand/vanilla';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { DataAdapter, SectionName } from '../adapters/DataAdapter.ts';
import type { ContactDraft } from '../model/contact.ts';
import type { DealDraft } from '../model/deal.ts';
import { type FieldId, isSameValue, type Lane, toDealLane, toFieldId, toLane } from '../model/field.ts';
import type { Subscriber, SubscriberRef } from '../model/subscriber.ts';
import { callSafely } from './callSafely.ts';
import type { CardChange, CardState, Problem, SectionState } from './cardState.ts';
import type { Clock } from './clock.ts';
import { type News, nothingConfirmed } from './confirmed.ts';
import type { Connection } from './createConnection.ts';
import { createHearing, type Hearing } from './createHearing.ts';
import { createSender, sectionOf, writtenSection } from './createSender.ts';
import { createUndo, type Undo } from './createUndo.ts';
import { giveBack, isDirty, seen, without } from './drafts.ts';
import { giveBackGone } from './giveBackGone.ts';
import { keep } from './keep.ts';
import { learn as join } from './learn.ts';
import { isDoubtful } from './learnDeals.ts';
import {
  type Action,
  agreed,
  CONTACT_CREATION,
  changeOf,
  discard,
  isForeign,
  type Mutation,
  mutationOf,
  noMutations,
  request,
  resolve,
  retry,
  shown,
} from './mutations.ts';
import type { ReadableStore } from './ReadableStore.ts';
import { stillReplaced } from './replaced.ts';
import { type SavedCard, takeUp } from './savedCard.ts';

export interface CardStoreOptions {
  /** The recipient. Its id and channel are fixed for the life of the store. */
  readonly getRef: () => SubscriberRef;
  /** What is known before the first read. */
  readonly initial?: Subscriber | undefined;
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
  /** Reads a section that is not known yet. Rejects as a read does. */
  readonly read: (section: SectionName) => Promise<void>;
}

/** The state of one subscriber, and everything that can be done with it. */
export interface CardStore extends ReadableStore<CardState>, Pick<Hearing, 'hear'> {
  /** Joins what the server told. */
  learn(news: News): void;
  /** The logical time, noted where a read begins. */
  tick(): number;
  setSection(name: SectionName, section: SectionState): void;
  /** Sends what waits for the network or the sign-in. Somebody who has signed in may be allowed more. */
  resume(isSignIn?: boolean): void;
  /** Takes up what an earlier page has left behind. */
  restore(saved: SavedCard): void;
  /** The operator knows what was restored. */
  dismissRestored(): void;

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
  /** Puts a colleague's change back that was written over. */
  restoreTheirs(id: FieldId): void;
  dismissReplaced(id: FieldId): void;
  undo(entryId: string): void;
  holdUndo: Undo['hold'];
}

export function createCardStore(options: CardStoreOptions): CardStore {
  const { getAdapter, clock, createId, initial, onChange, invalidate } = options;
  const idle: SectionState = { isReading: false };
  const store = createStore<CardState>(() => ({
    confirmed: initial
      ? join(nothingConfirmed, { type: 'subscriber', subscriber: initial })
      : nothingConfirmed,
    mutations: noMutations,
    drafts: new Map(),
    sections: { subscriber: idle, deals: idle, contact: idle },
    locks: new Map(),
    undoable: [],
    replaced: new Map(),
  }));
  const { getState: get, setState: set } = store;
  const undo = createUndo({ state: store, getAdapter, clock });
  const hearing = createHearing({ state: store, clock, learn, invalidate });
  const { pump, notice } = createSender({ ...options, state: store, learn, announce });

  function learn(news: News) {
    const confirmed = join(get().confirmed, news);
    notice(confirmed);
    const mutations = resolve(get().mutations, agreed(get().mutations, confirmed));
    set({
      confirmed,
      ...giveBackGone({ mutations, drafts: get().drafts }, confirmed),
      replaced: stillReplaced(get().replaced, confirmed),
    });
    if (news.type === 'deals' && isDoubtful(confirmed, news)) invalidate('deals');
  }

  function ask(action: Action, lane: Lane, inputs: ReadonlyMap<FieldId, unknown> = new Map()) {
    if (action.type === 'set') for (const id of action.changes.keys()) dismissReplaced(id);
    const asked = { id: createId(), lane, action: withPast(action, get().drafts), inputs };
    set({ mutations: request(get().mutations, asked, get().confirmed) });
    pump(lane);
  }

  function mutate(values: ReadonlyMap<FieldId, unknown>) {
    const { drafts, mutations, confirmed } = get();
    const lanes = new Map<Lane, Extract<Action, { type: 'set' }>['changes']>();
    for (const [id, value] of values) {
      const draft = drafts.get(id);
      // Who has opened an editor and left it as it was has not chosen between the two.
      const isChoice = mutations.conflicts.has(id) && (!draft || isDirty(id, draft));
      // What is on its way already may have been overtaken: who asks again means what they see now.
      const sent = changeOf(mutationOf(mutations, id), id);
      const isOvertaken = sent !== undefined && isForeign(mutations, confirmed, id, sent.base);
      const isShown = isSameValue(id, shown(mutations, confirmed, id), value);
      if (isShown && !isChoice && !isOvertaken) continue;
      const base = draft ? draft.base : confirmed.fields.get(id)?.value;
      lanes.set(toLane(id), new Map(lanes.get(toLane(id))).set(id, { value, base, past: draft?.past ?? [] }));
    }
    // What was not typed has no editor to be given back to: refused, it stays in sight as failed.
    const inputs = [...values.keys()].flatMap((id) =>
      drafts.has(id) ? [[id, drafts.get(id)?.input] as const] : [],
    );
    set({ drafts: without(drafts, values.keys()) });
    for (const [lane, changes] of lanes) {
      ask({ type: 'set', changes }, lane, new Map(inputs.filter(([id]) => changes.has(id))));
    }
  }

  function resume(isSignIn = false) {
    if (isSignIn && get().locks.size > 0) set({ locks: new Map() });
    for (const lane of get().mutations.lanes.keys()) pump(lane, true);
  }

  function announce(changes: CardChange[], mutation: Mutation, answered: (id: FieldId) => unknown) {
    undo.offer(changes, mutation, answered);
    hearing.noteWritten(mutation);
    for (const change of changes) onChange(change);
  }

  function dismissReplaced(id: FieldId) {
    const replaced = new Map(get().replaced);
    if (replaced.delete(id)) set({ replaced });
  }

  function restoreTheirs(id: FieldId) {
    const replaced = get().replaced.get(id);
    if (!replaced) return;
    const { theirs: value, mine: base } = replaced;
    ask({ type: 'set', changes: new Map([[id, { value, base, past: [] }]]) }, toLane(id));
  }

  function takeBack(entryId: string) {
    const entry = undo.take(entryId);
    if (entry?.change.type === 'dealCreated') deleteDeal(entry.change.dealId);
    else if (entry && entry.back.size > 0) ask({ type: 'set', changes: entry.back }, entry.lane);
    else if (entry?.change.type === 'tagAdded')
      mutate(new Map([[toFieldId({ kind: 'tag', id: entry.change.tagId }), null]]));
  }

  function deleteDeal(dealId: string) {
    ask({ type: 'deleteDeal', dealId }, toDealLane(dealId));
  }

  return {
    getState: get,
    getInitialState: store.getInitialState,
    // A listener that throws must stop neither the others nor the save that it hears of.
    subscribe: (listener) => store.subscribe((...states) => callSafely(listener, ...states)),
    learn,
    hear: hearing.hear,
    tick: () => get().confirmed.tick,
    resume,
    restore(saved) {
      set(takeUp(get(), saved, { isIdempotent: getAdapter().idempotent === true }));
      resume();
    },
    dismissRestored() {
      set({ restored: undefined });
    },
    setSection(name, section) {
      const known = get().sections[name];
      const next = { ...section, omitted: keep(known.omitted, section.omitted) };
      const isSame =
        known.isReading === next.isReading && known.error === next.error && known.omitted === next.omitted;
      if (!isSame) set({ sections: { ...get().sections, [name]: next } });
    },

    edit(id, input) {
      if (get().drafts.has(id)) return;
      set({ drafts: new Map(get().drafts).set(id, { input, opened: input, base: seen(get(), id) }) });
    },
    change(id, input) {
      const { problem, ...draft } = get().drafts.get(id) ?? { base: seen(get(), id) };
      set({ drafts: new Map(get().drafts).set(id, { ...draft, input }) });
    },
    setProblem(id, problem) {
      const draft = get().drafts.get(id);
      if (draft) set({ drafts: new Map(get().drafts).set(id, { ...draft, problem }) });
    },
    cancel(ids) {
      const given = [...ids];
      const inDoubt = given.filter((id) => get().drafts.get(id)?.past?.length);
      set({ drafts: without(get().drafts, given) });
      // What was sent before it may have landed, and nothing waits for its answer any more.
      for (const section of new Set(inDoubt.map((id) => sectionOf(toLane(id))))) invalidate(section);
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
      if (head?.wasSent) invalidate(writtenSection(head));
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
    restoreTheirs,
    dismissReplaced,
    undo: takeBack,
    holdUndo: undo.hold,
  };
}

/** What an editor was given back for may have reached the server, whoever asks for something else beside it. */
function withPast(action: Action, drafts: CardState['drafts']): Action {
  if (action.type !== 'set') return action;
  const changes = [...action.changes].map(
    ([id, change]) => [id, { ...change, past: [...change.past, ...(drafts.get(id)?.past ?? [])] }] as const,
  );
  return { ...action, changes: new Map(changes) };
}
