import { type FieldId, isSameData, isSameValue, NEW, toFieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import type { CardClient } from '../../../src/store/createCardClient.ts';
import { isDirty } from '../../../src/store/drafts.ts';
import { changeOf, type Mutation } from '../../../src/store/mutations.ts';
import type { Backend } from './createBackend.ts';

/** What an operator has typed and asked for, and what has become of it. */
export interface Ledger {
  /** How much has landed by now. */
  now(): number;
  /** They asked for a value of a field, or for something new: `create:` and its name. */
  intend(subscriber: string, field: string, value: unknown, since: number): void;
  /** They typed into a field and left it there. `value` is what would be asked for. */
  type(subscriber: string, field: FieldId, value: unknown): void;
  /** They have left the field for good. */
  close(subscriber: string, field: FieldId): void;
  /** What the card says is asked for and is not known here, such as a choice out of a list. */
  adopt(since: number): void;
  /** Runs what may give up what they asked for or typed. */
  giveUp(run: () => Promise<void>): Promise<void>;
  /** Sentences on everything that is neither on the server, nor superseded there, nor in sight any more. */
  findLost(): string[];
}

interface Intent {
  readonly subscriber: string;
  readonly field: string;
  readonly value: unknown;
  /** What the field held when it was asked for. */
  readonly before: unknown;
  readonly since: number;
}

interface Typed {
  readonly subscriber: string;
  readonly field: FieldId;
  readonly input: unknown;
  /** What leaving it asks for; `undefined` where that is what was there. */
  readonly value: unknown;
  readonly since: number;
}

const nameOfNewContact = toFieldId({ kind: 'contact', id: NEW, name: 'firstName' });

export function createLedger(client: CardClient, backend: Backend, subscribers: readonly string[]): Ledger {
  const intents = new Map<string, Intent>();
  /** What has landed last: the card may not know it yet, and go on asking. */
  const landed = new Map<string, unknown>();
  const typed = new Map<string, Typed>();
  const stateOf = (id: string) => client.findCard({ id })?.store.getState();
  const now = () => backend.landings.length;
  const trace: string[] = [];
  for (const id of subscribers) {
    const { store } = client.getCard({ id });
    let last = '';
    store.subscribe((state) => {
      const { lanes, conflicts } = state.mutations;
      const text = JSON.stringify([
        [...lanes].map(([lane, q]) => [
          lane,
          q.head.status,
          q.head.error?.code,
          q.head.attempts,
          q.head.action.type === 'set'
            ? [...q.head.action.changes].map(([f, c]) => [f, c.value, c.base])
            : q.head.action,
          q.behind?.action.type === 'set'
            ? [...q.behind.action.changes].map(([f, c]) => [f, c.value, c.base])
            : q.behind?.action,
        ]),
        'conf',
        [...conflicts.keys()],
        'drafts',
        [...state.drafts].map(([f, d]) => [f, d.input, d.problem]),
      ]);
      if (text === last) return;
      last = text;
      trace.push(`${id} ${text}`);
    });
  }

  function intend(subscriber: string, field: string, value: unknown, since: number) {
    typed.delete(`${subscriber} ${field}`);
    const earlier = backend.landings
      .slice(0, since)
      .findLast((it) => it.subscriber === subscriber && it.field === field);
    const before = earlier ? earlier.value : backend.startOf(subscriber, field);
    intents.set(`${subscriber} ${field}`, { subscriber, field, value, before, since });
  }

  /** The server has held it since: at once, or until somebody changed it again. */
  function hasLanded({ subscriber, field, value, before, since }: Intent): boolean {
    const later = backend.landings
      .slice(since)
      .filter((it) => it.subscriber === subscriber && it.field === field);
    if (field.startsWith('create:')) return later.length > 0;
    return [before, ...later.map((landing) => landing.value)].some((held) => isSame(field, held, value));
  }

  function isInSight({ subscriber, field, value }: Intent): boolean {
    const state = stateOf(subscriber);
    if (!state) return false;
    const wanted = wantedOf(state);
    // What was refused is a draft again.
    if (field.startsWith('create:')) return wanted.has(field) || holdsDraftOf(state, value);
    const isAskedFor = wanted.has(field) && isSame(field, wanted.get(field), value);
    return isAskedFor || isSameData(state.drafts.get(field as FieldId)?.input, value);
  }

  /** They are at it again: what they type now stands for what they asked for before. */
  function isTypedOver({ subscriber, field, value }: Intent): boolean {
    const drafts = stateOf(subscriber)?.drafts;
    // There is one contact to create: who goes on in its form means that.
    const isContact = field.startsWith('create:') && String(value).startsWith('First');
    return drafts?.has(isContact ? nameOfNewContact : (field as FieldId)) ?? false;
  }

  function adopt(since: number) {
    for (const subscriber of subscribers) {
      const state = stateOf(subscriber);
      if (!state) continue;
      for (const [field, value] of wantedOf(state)) {
        const key = `${subscriber} ${field}`;
        const known = intents.has(key) ? intents.get(key)?.value : landed.get(key);
        if (!isSame(field, known, value)) intend(subscriber, field, value, since);
      }
    }
  }

  return {
    now,
    intend,
    type(subscriber, field, value) {
      const draft = stateOf(subscriber)?.drafts.get(field);
      const isChange = draft !== undefined && isDirty(field, draft);
      // A choice of nothing is no value.
      const meant = value ?? (isSameData(draft?.input, []) ? null : draft?.input);
      typed.set(`${subscriber} ${field}`, {
        subscriber,
        field,
        input: draft?.input,
        value: isChange ? meant : undefined,
        since: now(),
      });
    },
    close: (subscriber, field) => typed.delete(`${subscriber} ${field}`),
    adopt,
    async giveUp(run) {
      const since = now();
      // Who gives up what they typed over it gives up both.
      const live = [...intents].filter(([, intent]) => isInSight(intent) || isTypedOver(intent));
      await run();
      for (const [key, intent] of live) if (!isInSight(intent)) intents.delete(key);
      for (const [key, { subscriber, field, input }] of typed)
        if (!isSameData(stateOf(subscriber)?.drafts.get(field)?.input, input)) typed.delete(key);
      adopt(since);
    },
    findLost() {
      const lost: string[] = [];
      for (const [key, { subscriber, field, input, value, since }] of typed) {
        const draft = stateOf(subscriber)?.drafts.get(field);
        if (draft && isSameData(draft.input, input)) continue;
        typed.delete(key);
        if (draft)
          lost.push(`${key}: typed ${JSON.stringify(input)}, and it says ${JSON.stringify(draft.input)}`);
        // Whatever they did next was a click outside, and that asks for it.
        else if (value !== undefined) intend(subscriber, field, value, since);
      }
      for (const [key, intent] of intents) {
        if (hasLanded(intent)) {
          intents.delete(key);
          landed.set(key, intent.value);
        } else if (!isInSight(intent) && isTypedOver(intent)) intents.delete(key);
        else if (!isInSight(intent))
          lost.push(
            `${key}: ${JSON.stringify(intent.value)} has vanished\n${trace
              .filter((it) => it.startsWith(intent.subscriber))
              .slice(-4)
              .join(
                '\n',
              )}\n${JSON.stringify(backend.landings.filter((it) => it.subscriber === intent.subscriber).slice(-8))}`,
          );
      }
      return lost;
    },
  };
}

/** A form that was refused holds its texts as drafts. */
function holdsDraftOf({ drafts }: CardState, name: unknown): boolean {
  return [...drafts.values()].some(({ input }) => input === name);
}

function isSame(field: string, a: unknown, b: unknown): boolean {
  return field.startsWith('tag:') || field.startsWith('create:')
    ? a === b
    : isSameValue(field as FieldId, inAnyOrder(a), inAnyOrder(b));
}

/** The order of chosen options means nothing. */
function inAnyOrder(value: unknown): unknown {
  return Array.isArray(value) && value.every((it) => typeof it === 'string') ? value.toSorted() : value;
}

/** What is asked for and not confirmed, by field; of a tag, whether it is to be there. */
function wantedOf({ mutations: { lanes, conflicts } }: CardState): Map<string, unknown> {
  const wanted = new Map<string, unknown>();
  const add = (field: FieldId, value: unknown) =>
    wanted.set(field, field.startsWith('tag:') ? value !== null : value);
  for (const [field, { value }] of conflicts) add(field, value);
  for (const { head, behind } of lanes.values()) {
    for (const mutation of [head, behind]) {
      if (!mutation) continue;
      const name = creates(mutation);
      if (name !== undefined) wanted.set(`create:${name}`, name);
      if (mutation.action.type !== 'set') continue;
      for (const field of mutation.action.changes.keys()) add(field, changeOf(mutation, field)?.value);
    }
  }
  return wanted;
}

function creates({ action }: Mutation): string | undefined {
  switch (action.type) {
    case 'createDeal':
      return action.draft.name;
    case 'createTag':
      return action.name;
    case 'createContact':
      return action.draft.firstName;
    default:
      return undefined;
  }
}
