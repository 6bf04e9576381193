import type { AdapterError } from '../adapters/AdapterError.ts';
import type { ContactDraft } from '../model/contact.ts';
import type { DealDraft } from '../model/deal.ts';
import { type FieldId, isSameValue, type Lane, toLane } from '../model/field.ts';
import type { Confirmed } from './confirmed.ts';

/** One field of a mutation. */
export interface Change {
  readonly value: unknown;
  /** What the operator saw when they changed it. */
  readonly base: unknown;
  /** Values of the operator's own that may have reached the server since. Meeting one is no conflict. */
  readonly past: readonly unknown[];
  /** Of a conflict: what the editor held. */
  readonly input?: unknown;
}

export type Action =
  | { readonly type: 'set'; readonly changes: ReadonlyMap<FieldId, Change> }
  | { readonly type: 'createDeal'; readonly draft: DealDraft }
  | { readonly type: 'deleteDeal'; readonly dealId: string }
  | { readonly type: 'createTag'; readonly name: string }
  | { readonly type: 'createContact'; readonly draft: ContactDraft }
  | { readonly type: 'linkContact'; readonly contactId: string };

/**
 * `queued` to be sent, `sent` on the wire, `waiting` for a retry or the network, `failed` tries used up,
 * `unknown` a creation without an answer that must not be sent again blindly.
 */
export type MutationStatus = 'queued' | 'sent' | 'waiting' | 'failed' | 'unknown';

/** A write and its fate. */
export interface Mutation {
  /** Stable over retries: the idempotency key. */
  readonly id: string;
  readonly lane: Lane;
  readonly action: Action;
  /** What the editors held, given back to them should the server reject it. */
  readonly inputs: ReadonlyMap<FieldId, unknown>;
  readonly status: MutationStatus;
  /** How often it has failed for want of an answer. */
  readonly attempts: number;
  /** It has been on the wire under this id, so it may have landed. */
  readonly wasSent: boolean;
  /** Of `waiting`: when it is sent again. Absent while it waits for the network. */
  readonly retryAt?: number | undefined;
  readonly error?: AdapterError | undefined;
}

/** What a verb of the store asks for. */
export type Request = Pick<Mutation, 'id' | 'lane' | 'action' | 'inputs'>;

/** At most one mutation on the wire and, only then, one behind it. */
export interface LaneQueue {
  readonly head: Mutation;
  readonly behind?: Mutation | undefined;
}

export interface Mutations {
  readonly lanes: ReadonlyMap<Lane, LaneQueue>;
  /** What the operator wanted where somebody else was faster. It waits here until they choose. */
  readonly conflicts: ReadonlyMap<FieldId, Change>;
}

/** Only one contact can come into being for a subscriber. */
export const CONTACT_CREATION: Lane = 'create:contact';

export const noMutations: Mutations = { lanes: new Map(), conflicts: new Map() };

/** The value of a field as the reader sees it: what was asked for last, else what is confirmed. */
export function shown({ lanes }: Mutations, confirmed: Confirmed, id: FieldId): unknown {
  const queue = lanes.get(toLane(id));
  const change = changeOf(queue?.behind, id) ?? changeOf(queue?.head, id);
  return change ? change.value : confirmed.fields.get(id)?.value;
}

/** The mutation that a field waits for. */
export function mutationOf({ lanes }: Mutations, id: FieldId): Mutation | undefined {
  const queue = lanes.get(toLane(id));
  if (changeOf(queue?.behind, id)) return queue?.behind;
  return changeOf(queue?.head, id) ? queue?.head : undefined;
}

export function changeOf(mutation: Mutation | undefined, id: FieldId): Change | undefined {
  return mutation?.action.type === 'set' ? mutation.action.changes.get(id) : undefined;
}

/** Whether the value that is confirmed now is news to who started from `base`: neither that nor their own doing. */
export function isForeign({ lanes }: Mutations, confirmed: Confirmed, id: FieldId, base: unknown): boolean {
  const current = confirmed.fields.get(id)?.value;
  if (isSameValue(id, current, base)) return false;
  const queue = lanes.get(toLane(id));
  return [changeOf(queue?.head, id), changeOf(queue?.behind, id)].every(
    (change) => !change || !isOwn(id, change, current),
  );
}

/** Whether a tag is there cannot collide: whoever adds it, it is there. */
function isPresence(id: FieldId): boolean {
  return id.startsWith('tag:');
}

/** Whether a value is what a change asks for, or asked for before. */
export function isOwn(id: FieldId, { value, past }: Change, current: unknown): boolean {
  return isSameValue(id, value, current) || past.some((own) => isSameValue(id, own, current));
}

/** An earlier value of the operator's own may still be on its way: writing it again keeps that out. */
function mayBeOverwritten(id: FieldId, { value, past }: Change): boolean {
  return past.some((own) => !isSameValue(id, own, value));
}

/** Queues what the operator asked for. What is not on the wire yet absorbs it. */
export function request(mutations: Mutations, asked: Request, confirmed: Confirmed): Mutations {
  const queue = mutations.lanes.get(asked.lane);
  const fresh: Mutation = { ...asked, status: 'queued', attempts: 0, wasSent: false };
  const settled = dropConflicts(mutations, asked.action);
  if (!queue) return withQueue(settled, asked.lane, { head: fresh });
  if (queue.head.status !== 'sent') {
    const head = withoutUnchanged(merge(queue.head, fresh), confirmed);
    return withQueue(settled, asked.lane, head && { head });
  }
  const behind = queue.behind ? merge(queue.behind, fresh) : fresh;
  return withQueue(settled, asked.lane, { head: queue.head, behind: inherit(behind, queue.head) });
}

/**
 * The three-way rule, before every send. A field that the server holds as asked is done; one that it holds as the
 * operator saw it, or as they left it themselves, is rebased; any other has collided and stays back as a conflict.
 */
export function prepare(
  mutations: Mutations,
  lane: Lane,
  confirmed: Confirmed,
): { readonly mutations: Mutations; readonly done: ReadonlyMap<FieldId, Change> } {
  const done = new Map<FieldId, Change>();
  const queue = mutations.lanes.get(lane);
  if (queue?.head.action.type !== 'set') return { mutations, done };
  const keep = new Map<FieldId, Change>();
  const conflicts = new Map(mutations.conflicts);
  for (const [id, change] of queue.head.action.changes) {
    const field = confirmed.fields.get(id);
    if (!field) keep.set(id, change);
    else if (isSameValue(id, field.value, change.value) && !mayBeOverwritten(id, change))
      done.set(id, change);
    else if (
      isSameValue(id, field.value, change.value) ||
      isPresence(id) ||
      isSameValue(id, field.value, change.base) ||
      isOwn(id, change, field.value)
    ) {
      keep.set(id, { ...change, base: field.value });
    } else conflicts.set(id, { ...change, input: queue.head.inputs.get(id) });
  }
  const head = withChanges(queue.head, keep);
  const rest = keep.size > 0 ? { ...queue, head } : queue.behind && { head: queue.behind };
  return { mutations: withQueue({ ...mutations, conflicts }, lane, rest), done };
}

export function send(mutations: Mutations, lane: Lane): Mutations {
  return updateHead(mutations, lane, (head) => ({
    ...head,
    status: 'sent',
    wasSent: true,
    retryAt: undefined,
  }));
}

/**
 * The server has done it: the mutation leaves, what is behind moves up. `answered` is what the server holds for
 * each field now; it is what the operator's next edit was based on, even where the server rewrote it.
 */
export function confirm(
  mutations: Mutations,
  lane: Lane,
  answered: (id: FieldId) => unknown,
  isFirstSend: boolean,
): Mutations {
  const queue = mutations.lanes.get(lane);
  if (!queue?.behind) return withQueue(mutations, lane, undefined);
  const { head, behind } = queue;
  if (behind.action.type !== 'set') return withQueue(mutations, lane, { head: behind });
  const changes = new Map(behind.action.changes);
  for (const [id, change] of changes) {
    const asked = changeOf(head, id);
    // The answer to a repeated send may be of a later day, and somebody else's.
    const isOurs = asked && (isFirstSend || isSameValue(id, answered(id), asked.value));
    if (isOurs) changes.set(id, { ...change, base: answered(id), past: [] });
  }
  return withQueue(mutations, lane, { head: { ...behind, action: { type: 'set', changes } } });
}

/** Where a mutation goes that the server has not done: on with the queue, or out as rejected. */
export type Refusal =
  | { readonly to: 'queued' }
  | { readonly to: 'waiting'; readonly retryAt?: number | undefined; readonly isAttempt: boolean }
  | { readonly to: 'failed' | 'unknown' }
  | { readonly to: 'rejected' };

export function refuse(mutations: Mutations, lane: Lane, error: AdapterError, refusal: Refusal): Mutations {
  const queue = mutations.lanes.get(lane);
  if (!queue) return mutations;
  const { head, behind } = queue;
  const rest = remainder(head, error, refusal);
  if (!rest) return withQueue(mutations, lane, behind && { head: behind });
  const refused: Mutation = {
    ...rest,
    status: refusal.to === 'rejected' ? 'failed' : refusal.to,
    error: refusal.to === 'queued' ? undefined : error,
    retryAt: refusal.to === 'waiting' ? refusal.retryAt : undefined,
    attempts: head.attempts + (refusal.to === 'waiting' && refusal.isAttempt ? 1 : 0),
  };
  return withQueue(mutations, lane, { head: behind ? merge(refused, behind) : refused });
}

/** What of a refused mutation is left in its lane: neither done, nor a draft again. */
function remainder(head: Mutation, { code, detail }: AdapterError, { to }: Refusal): Mutation | undefined {
  if (head.action.type !== 'set') return to === 'rejected' ? undefined : head;
  const done = code === 'partial' ? (detail.applied ?? []) : [];
  const isDraft = (id: FieldId) => to === 'rejected' && head.inputs.has(id);
  const changes = [...head.action.changes].filter(([id]) => !done.includes(id) && !isDraft(id));
  return changes.length > 0 ? withChanges(head, new Map(changes)) : undefined;
}

/** Sends a failed, waiting or unknown mutation again, under its own id. */
export function retry(mutations: Mutations, lane: Lane): Mutations {
  return updateHead(mutations, lane, (head) =>
    head.status === 'sent'
      ? head
      : { ...head, status: 'queued', attempts: 0, retryAt: undefined, error: undefined },
  );
}

/** Gives up what is not on the wire. */
export function discard(mutations: Mutations, lane: Lane): Mutations {
  const queue = mutations.lanes.get(lane);
  if (!queue) return mutations;
  return withQueue(mutations, lane, queue.head.status === 'sent' ? { head: queue.head } : undefined);
}

/** Forgets the conflicts of these fields: the operator has chosen, or the server came round by itself. */
export function resolve(mutations: Mutations, ids: Iterable<FieldId>): Mutations {
  const conflicts = new Map(mutations.conflicts);
  for (const id of ids) conflicts.delete(id);
  return conflicts.size === mutations.conflicts.size ? mutations : { ...mutations, conflicts };
}

/** The conflicts that are none any more, because the server now holds what was wanted. */
export function agreed({ conflicts }: Mutations, confirmed: Confirmed): FieldId[] {
  return [...conflicts].flatMap(([id, { value }]) => {
    const field = confirmed.fields.get(id);
    return field && isSameValue(id, field.value, value) ? [id] : [];
  });
}

function merge(older: Mutation, newer: Mutation): Mutation {
  if (older.action.type !== 'set') {
    // What is going to be deleted is not edited; what could not be deleted is.
    return newer.action.type === 'set' && older.status !== 'failed' ? older : newer;
  }
  const inherited = inherit(newer, older);
  if (inherited.action.type !== 'set') return inherited;
  const changes = new Map(older.wasSent ? remember(older.action.changes) : older.action.changes);
  for (const [id, change] of inherited.action.changes) changes.set(id, change);
  const isWaiting = older.status === 'waiting';
  const typedBefore = [...older.inputs].filter(([id]) => !changeOf(newer, id));
  return {
    ...withChanges({ ...inherited, inputs: new Map([...typedBefore, ...newer.inputs]) }, changes),
    status: isWaiting ? 'waiting' : 'queued',
    attempts: isWaiting ? older.attempts : 0,
    retryAt: isWaiting ? older.retryAt : undefined,
    error: isWaiting ? older.error : undefined,
  };
}

/** An edit over one that is not settled started from the same server value, else a collision would be overwritten. */
function inherit(newer: Mutation, older: Mutation): Mutation {
  if (newer.action.type !== 'set') return newer;
  const changes = new Map(newer.action.changes);
  for (const [id, change] of changes) {
    const before = changeOf(older, id);
    if (!before) continue;
    changes.set(id, {
      value: change.value,
      base: before.base,
      past: [...change.past, ...before.past, ...(older.wasSent ? [before.value] : [])],
    });
  }
  return { ...newer, action: { type: 'set', changes } };
}

/** What was on the wire under another id may have landed. */
function remember(changes: ReadonlyMap<FieldId, Change>): [FieldId, Change][] {
  return [...changes].map(([id, change]) => [id, { ...change, past: [...change.past, change.value] }]);
}

/** What is wanted as it was seen is no change, unless somebody else has changed it since. */
function withoutUnchanged(mutation: Mutation, { fields }: Confirmed): Mutation | undefined {
  if (mutation.action.type !== 'set') return mutation;
  const changes = [...mutation.action.changes].filter(
    ([id, { value, base, past }]) =>
      past.length > 0 || !isSameValue(id, value, base) || !isSameValue(id, value, fields.get(id)?.value),
  );
  return changes.length > 0 ? withChanges(mutation, new Map(changes)) : undefined;
}

function dropConflicts(mutations: Mutations, action: Action): Mutations {
  return action.type === 'set' ? resolve(mutations, action.changes.keys()) : mutations;
}

/** Asks for these changes, and keeps the inputs of no others. */
export function withChanges(mutation: Mutation, changes: ReadonlyMap<FieldId, Change>): Mutation {
  const inputs = new Map([...mutation.inputs].filter(([id]) => changes.has(id)));
  return { ...mutation, action: { type: 'set', changes }, inputs };
}

function updateHead(mutations: Mutations, lane: Lane, update: (head: Mutation) => Mutation): Mutations {
  const queue = mutations.lanes.get(lane);
  return queue ? withQueue(mutations, lane, { ...queue, head: update(queue.head) }) : mutations;
}

function withQueue(mutations: Mutations, lane: Lane, queue: LaneQueue | undefined): Mutations {
  const lanes = new Map(mutations.lanes);
  if (queue) lanes.set(lane, queue);
  else lanes.delete(lane);
  return { ...mutations, lanes };
}
