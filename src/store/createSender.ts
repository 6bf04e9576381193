import type { StoreApi } from 'zustand/vanilla';
import { AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import type { SectionName } from '../adapters/DataAdapter.ts';
import { type FieldId, isSameValue, type Lane, toDealLane } from '../model/field.ts';
import type { CardChange, CardState } from './cardState.ts';
import { commitMutation, toConflictNews, toGuard } from './commitMutation.ts';
import { type Confirmed, type ConfirmedField, isKnown, type News, nothingConfirmed } from './confirmed.ts';
import type { CardStoreOptions } from './createCardStore.ts';
import { giveBack, rebase, withoutBehind, withoutNewContact, withoutTaken } from './drafts.ts';
import { learn as join } from './learn.ts';
import {
  agreed,
  type Change,
  CONTACT_CREATION,
  confirm,
  type Mutation,
  prepare,
  refuse,
  resolve,
  send,
  withChanges,
} from './mutations.ts';
import { type Replaced, toMet, toReplaced } from './replaced.ts';
import { toCardChanges, toFieldChanges } from './toCardChanges.ts';
import { LONGEST_WAIT, toRefusal } from './toRefusal.ts';

/** Brings mutations to the server, one of a lane at a time, and their outcome back into the state. */
export interface Sender {
  /** Sends what is due in a lane. What waits for the network is due when that `isBack`. */
  pump(lane: Lane, isBack?: boolean): void;
  /** Notes what is about to be known: what was written over by somebody here is told of afterwards. */
  notice(confirmed: Confirmed): void;
}

export interface SenderOptions extends Omit<CardStoreOptions, 'createId' | 'onChange'> {
  readonly state: Pick<StoreApi<CardState>, 'getState' | 'setState'>;
  readonly learn: (news: News) => void;
  /** Tells what the server has confirmed. `answered` is what it holds for each field now. */
  readonly announce: (changes: CardChange[], mutation: Mutation, answered: (id: FieldId) => unknown) => void;
}

/** What was known when a mutation was sent. */
interface Sent {
  readonly ifRevision: number | undefined;
  readonly tick: number;
  readonly idempotent: boolean;
}

const nothingReplaced: ReadonlyMap<FieldId, Replaced> = new Map();

export function createSender(options: SenderOptions): Sender {
  const { getRef, getAdapter, connection, clock, random, onError, invalidate, learn, announce } = options;
  const { getState: get, setState: set } = options.state;
  const wakeUps = new Map<Lane, () => void>();
  /** Lanes that are being read before they are written. */
  const reading = new Set<Lane>();
  /** What colleagues have set while a lane is on its way. */
  const met = new Map<Lane, ReadonlyMap<FieldId, ConfirmedField>>();

  function pump(lane: Lane, isBack = false, isDue = false): void {
    wakeUps.get(lane)?.();
    wakeUps.delete(lane);
    const head = get().mutations.lanes.get(lane)?.head;
    if (head?.status === 'queued') sendHead(lane);
    if (head?.status !== 'waiting') return;
    const wait = head.retryAt === undefined ? (isBack ? 0 : null) : head.retryAt - clock.now();
    if (wait === null) return;
    if (isDue || wait <= 0) sendHead(lane);
    else {
      // A clock that was set back would make a wait of it for as long.
      const wakeUp = () => pump(lane, false, true);
      wakeUps.set(lane, clock.schedule(wakeUp, Math.min(wait, LONGEST_WAIT)));
    }
  }

  function sendHead(lane: Lane): void {
    const { signedIn, pausedUntil } = connection.state.getState();
    if (!signedIn || pausedUntil !== undefined || reading.has(lane)) return;
    const asked = get().mutations.lanes.get(lane)?.head;
    if (asked && isUnseen(get().confirmed, asked)) return void readFirst(lane);
    const { mutations, done } = prepare(get().mutations, lane, get().confirmed);
    set({
      mutations,
      ...(asked && { drafts: rebase(get().drafts, asked, done, (id) => done.get(id)?.value) }),
    });
    if (asked) tell(asked, landed(asked, done));
    const head = mutations.lanes.get(lane)?.head;
    if (!head) return;
    if (head.id === asked?.id) {
      set({ mutations: send(mutations, lane) });
      met.delete(lane);
      void commit(lane, head);
    } else pump(lane);
  }

  /** What an earlier page has left behind was asked for over values that this one has not seen. */
  async function readFirst(lane: Lane) {
    reading.add(lane);
    const { dealCursor } = get().confirmed;
    const error = await options.read(sectionOf(lane)).then(() => null, toAdapterError);
    reading.delete(lane);
    const head = get().mutations.lanes.get(lane)?.head;
    if (!head) return;
    const { confirmed } = get();
    const isStuck = isUnseen(confirmed, head) && confirmed.dealCursor === dealCursor;
    const refusal =
      error ?? (isStuck ? new AdapterError('unavailable', 'It could not be read first.') : null);
    if (refusal) onRefused(lane, head, refusal, toSent(head));
    else sendHead(lane);
  }

  async function commit(lane: Lane, mutation: Mutation) {
    const adapter = getAdapter();
    const sent = toSent(mutation);
    let news: News;
    try {
      news = await connection.call((signal) =>
        commitMutation(
          adapter,
          getRef(),
          mutation,
          { signal, idempotencyKey: mutation.id, ifRevision: sent.ifRevision },
          onError,
        ),
      );
    } catch (thrown) {
      const refuseFor = (reason: unknown) => onRefused(lane, mutation, toAdapterError(reason), sent);
      try {
        return refuseFor(thrown);
      } catch (unreadable) {
        // What an error carries may be as malformed as any answer. The lane must not wait for ever.
        return refuseFor(unreadable);
      }
    }
    onCommitted(lane, mutation, news, sent);
  }

  function onCommitted(lane: Lane, mutation: Mutation, news: News, sent: Sent) {
    const before = get().confirmed;
    notice(before);
    const confirmed = join(before, news);
    const answered = (id: FieldId) => valueIn(join(nothingConfirmed, news), id, confirmed);
    // Presence of a tag cannot collide.
    const isBlind = sent.ifRevision === undefined && !lane.startsWith('tag:');
    const mutations = confirm(get().mutations, lane, answered, !mutation.wasSent);
    const replaced = isBlind ? toReplaced(metIn(lane), answered) : nothingReplaced;
    met.delete(lane);
    set({
      confirmed,
      ...(replaced.size > 0 && { replaced: new Map([...get().replaced, ...replaced]) }),
      mutations: resolve(mutations, agreed(mutations, confirmed)),
      drafts: withoutNewContact(rebase(get().drafts, mutation, changesOf(mutation), answered), mutation),
    });
    announce(toCardChanges(mutation, news, before), mutation, answered);
    // Whose came last is known to the server alone. So is whether what was created is still there, where an earlier
    // try may have done it, or a list that came meanwhile does not name it.
    const { type } = mutation.action;
    const isUnlisted = type === 'createDeal' && before.dealListTick > sent.tick;
    const isOld = isUnlisted || (mutation.wasSent && type.startsWith('create'));
    if (replaced.size > 0 || isOld) invalidate(writtenSection(mutation));
    pump(lane);
  }

  function toSent(mutation: Mutation): Sent {
    const { confirmed } = get();
    const idempotent = getAdapter().idempotent === true;
    return { ifRevision: toGuard(confirmed, mutation), tick: confirmed.tick, idempotent };
  }

  function onRefused(lane: Lane, mutation: Mutation, error: AdapterError, sent: Sent) {
    if (error.code === 'conflict') {
      const news = toConflictNews(mutation, error, onError);
      if (news) learn(news);
      // The server refuses a revision and tells no newer one: sending again at once would never end.
      const isStuck = toGuard(get().confirmed, mutation) === sent.ifRevision;
      if (isStuck) invalidate(writtenSection(mutation));
      if (isStuck && mutation.action.type === 'set') {
        const unavailable = new AdapterError('unavailable', error.message, { cause: error });
        return onRefused(lane, mutation, unavailable, sent);
      }
    }
    if (error.code === 'partial') keepApplied(mutation, error.detail.applied ?? [], sent);
    const refusal = toRefusal(error, withoutTaken(mutation, get().drafts), {
      now: clock.now(),
      random: random(),
      idempotent: sent.idempotent,
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
    if (['partial', 'not-found', 'malformed'].includes(error.code)) invalidate(writtenSection(mutation));
    if (error.code !== 'conflict' && error.code !== 'unauthorized') onError(error);
    pump(lane);
  }

  function metIn(lane: Lane): ReadonlyMap<FieldId, ConfirmedField> {
    return met.get(lane) ?? new Map();
  }

  function notice(confirmed: Confirmed) {
    for (const [lane, { head }] of get().mutations.lanes) {
      if (head.status === 'sent') met.set(lane, toMet(metIn(lane), changesOf(head), confirmed));
    }
  }

  /** Of a write that was done in part, what was done is saved. */
  function keepApplied(mutation: Mutation, applied: readonly FieldId[], sent: Sent) {
    const changes = new Map([...changesOf(mutation)].filter(([id]) => applied.includes(id)));
    const saved = (id: FieldId) => changes.get(id)?.value;
    const { confirmed, drafts } = get();
    // The answer names no revision: what was heard since the write was sent is newer, or the same.
    const unheard = [...changes].filter(([id]) => (confirmed.fields.get(id)?.tick ?? 0) <= sent.tick);
    const fields = Object.fromEntries(unheard.map(([id, { value }]) => [id, { value }]));
    set({
      confirmed: join(confirmed, { type: 'changed', fields }),
      drafts: rebase(drafts, mutation, changes, saved),
    });
    tell(mutation, changes);
  }

  /** Tells of what is saved as it was asked for, without an answer of its own. */
  function tell(mutation: Mutation, saved: ReadonlyMap<FieldId, Change>) {
    if (saved.size === 0) return;
    announce(toFieldChanges(saved), withChanges(mutation, saved), (id) => saved.get(id)?.value);
  }

  return { pump, notice };
}

/** The section that holds what a lane writes. */
export function sectionOf(lane: Lane): SectionName {
  if (lane.startsWith('deal:')) return 'deals';
  if (lane.startsWith('contact:') || lane === CONTACT_CREATION) return 'contact';
  return 'subscriber';
}

/** The section in which the outcome of a mutation is seen. */
export function writtenSection({ lane, action }: Mutation): SectionName {
  return action.type === 'createDeal' ? 'deals' : sectionOf(lane);
}

/** Those of the fields found done that this client may have done itself: any other is somebody else's change. */
function landed(mutation: Mutation, done: ReadonlyMap<FieldId, Change>): ReadonlyMap<FieldId, Change> {
  return new Map(
    [...done].filter(
      ([id, { value, past }]) => mutation.wasSent || past.some((own) => isSameValue(id, own, value)),
    ),
  );
}

/** Whether it is not known here what a mutation would overwrite. One field of an event says nothing of its record. */
function isUnseen(confirmed: Confirmed, { lane, action }: Mutation): boolean {
  if (action.type !== 'set' && action.type !== 'deleteDeal') return false;
  if (!isKnown(confirmed, sectionOf(lane))) return true;
  const mayBeFurther = lane.startsWith('deal:') && confirmed.dealCursor !== undefined;
  return mayBeFurther && confirmed.deals.every(({ id }) => toDealLane(id) !== lane);
}

function changesOf({ action }: Mutation): ReadonlyMap<FieldId, Change> {
  return action.type === 'set' ? action.changes : new Map();
}

function valueIn(answer: Confirmed, id: FieldId, otherwise: Confirmed): unknown {
  return (answer.fields.get(id) ?? otherwise.fields.get(id))?.value;
}
