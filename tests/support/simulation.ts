import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { CardEvent, DataAdapter, WriteContext, Written } from '../../src/adapters/DataAdapter.ts';
import type { Deal, DealDraft, DealPatch } from '../../src/model/deal.ts';
import { type FieldId, toFieldId } from '../../src/model/field.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import type { Variable, VariableValue } from '../../src/model/variable.ts';
import { hasConflict } from '../../src/store/conflict.ts';
import { type CardStore, createCardStore } from '../../src/store/createCardStore.ts';
import type { Connection } from '../../src/store/createConnection.ts';
import { createConnection } from '../../src/store/createConnection.ts';
import { shown } from '../../src/store/mutations.ts';
import { createManualClock, type ManualClock } from './manualClock.ts';

/** What a backend promises: the four contracts of the property test. */
export interface Contract {
  readonly revisions: 'field' | 'record';
  readonly idempotent: boolean;
}

const subscriberIds = ['s1', 's2'] as const;
const variableKeys = ['a', 'b', 'c'] as const;
const dealFields = ['name', 'value', 'step'] as const;
const operators = ['ana', 'bruno'] as const;

type SubscriberId = (typeof subscriberIds)[number];
type Operator = (typeof operators)[number];

export const fieldIds: readonly FieldId[] = [
  ...variableKeys.map((key) => toFieldId({ kind: 'variable', key })),
  ...dealFields.map((name) => toFieldId({ kind: 'deal', id: 'd', name })),
];

/** A request or an answer on its way. */
interface Message {
  readonly from: Operator;
  readonly subscriber: SubscriberId;
  /** What the operator's side wrote, to check order and recipients. */
  readonly lane: string;
  readonly isWrite: boolean;
  readonly process: () => unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal;
  state: 'travelling' | 'answered' | 'settled';
  answer?: { ok: true; value: unknown } | { ok: false; error: unknown };
}

interface News {
  readonly to: Operator;
  readonly subscriber: SubscriberId;
  readonly event: CardEvent;
}

interface Edit {
  readonly text: string;
  readonly number: number;
  /** The value that the operator had before their eyes. */
  saw: string | null;
  discarded: boolean;
}

/** A field of the server, as text: every value is written once in a run, so it names its writer. */
interface ServerField {
  text: string | null;
  revision: number;
}

interface ServerSubscriber {
  revision: number;
  dealRevision: number;
  fields: Map<FieldId, ServerField>;
  created: Map<string, { intent: string; revision: number }>;
}

interface Client {
  readonly operator: Operator;
  readonly connection: Connection;
  readonly stores: Map<SubscriberId, CardStore>;
  readonly reads: {
    subscriber: SubscriberId;
    since: number;
    process: () => Subscriber;
    deals: () => Deal[];
    answer?: [Subscriber, Deal[]];
  }[];
  needsRead: Set<SubscriberId>;
  mustSignIn: boolean;
}

/** Breaks of an invariant, by its number in the promises. */
export class Violation extends Error {}

/** Two operators that run the real store, one foreign writer, and a server whose every message the test holds. */
export class Simulation {
  readonly clock: ManualClock = createManualClock();
  readonly contract: Contract;
  private readonly messages: Message[] = [];
  private readonly news: News[] = [];
  private readonly clients: Client[];
  private readonly server = new Map<SubscriberId, ServerSubscriber>();
  private readonly answers = new Map<string, { ok: true; value: unknown }>();
  private readonly edits = new Map<string, Edit[]>();
  private readonly applied = new Map<string, Set<string>>();
  private readonly drafts = new Map<string, string>();
  private readonly revisionsSeen = new Map<string, number>();
  private readonly intents: string[] = [];
  private count = 0;

  constructor(contract: Contract) {
    this.contract = contract;
    for (const id of subscriberIds) {
      const fields = new Map(fieldIds.map((field) => [field, { text: `start-${id}-${field}`, revision: 1 }]));
      this.server.set(id, { revision: 1, dealRevision: 1, fields, created: new Map() });
    }
    this.clients = operators.map((operator) => this.createClient(operator));
    for (const client of this.clients) {
      for (const id of subscriberIds) this.read(client, id);
      for (const read of client.reads.splice(0)) {
        client.stores
          .get(read.subscriber)
          ?.learn({ type: 'subscriber', subscriber: read.process(), since: read.since });
        client.stores
          .get(read.subscriber)
          ?.learn({ type: 'deals', page: { items: read.deals() }, from: 'start', since: read.since });
      }
    }
  }

  private createClient(operator: Operator): Client {
    const stores = new Map<SubscriberId, CardStore>();
    const needsRead = new Set<SubscriberId>();
    const client: Client = {
      operator,
      stores,
      reads: [],
      needsRead,
      mustSignIn: false,
      connection: createConnection({
        clock: this.clock,
        random: () => 0.5,
        timeout: 15_000,
        onUnauthorized: () => {},
        onError: () => {},
        onResume: () => {
          for (const store of stores.values()) store.resume();
        },
      }),
    };
    const adapter = this.createAdapter(client);
    for (const id of subscriberIds) {
      const store = createCardStore({
        getRef: () => ({ id }),
        getAdapter: () => adapter,
        connection: client.connection,
        clock: this.clock,
        random: () => 0.5,
        createId: () => `${operator}-${++this.count}`,
        onChange: () => {},
        onError: () => {},
        invalidate: () => needsRead.add(id),
        read: async () => void needsRead.add(id),
      });
      stores.set(id, store);
    }
    return client;
  }

  private createAdapter(client: Client): DataAdapter {
    const ask = <T>(subscriber: string, lane: string, write: WriteContext, process: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (!client.connection.state.getState().signedIn) this.report('I14: sent while signed out');
        const open = this.messages.filter(
          (other) =>
            other.from === client.operator &&
            other.subscriber === subscriber &&
            other.lane === lane &&
            other.state !== 'settled' &&
            !other.signal.aborted,
        );
        if (open.length > 0) this.report('I5: two writes of a lane on the wire');
        this.messages.push({
          from: client.operator,
          subscriber: subscriber as SubscriberId,
          lane,
          isWrite: true,
          signal: write.signal,
          resolve: (answer) => resolve(answer as T),
          reject,
          state: 'travelling',
          process: () => {
            if (client.mustSignIn) throw new AdapterError('unauthorized', 'Signed out.');
            const stored = this.answers.get(write.idempotencyKey);
            if (this.contract.idempotent && stored) return stored.value;
            const value = process();
            this.answers.set(write.idempotencyKey, { ok: true, value });
            return value;
          },
        });
      });
    return {
      idempotent: this.contract.idempotent,
      getSubscriber: () => Promise.reject(new AdapterError('unsupported', 'Reads are made by the test.')),
      setVariable: (ref, key, value, write) =>
        ask(ref.id, `variable:${key}`, write, () =>
          this.setVariable(client.operator, ref.id as SubscriberId, key, value, write),
        ),
      updateDeal: (ref, dealId, patch, write) =>
        ask(ref.id, `deal:${dealId}`, write, () =>
          this.updateDeal(client.operator, ref.id as SubscriberId, patch, write),
        ),
      createDeal: (ref, draft, write) =>
        ask(ref.id, `create:${draft.name}`, write, () => this.createDeal(ref.id as SubscriberId, draft)),
    };
  }

  // The server.

  private record(id: SubscriberId): ServerSubscriber {
    const record = this.server.get(id);
    if (!record) throw new Violation(`I6: a write for nobody: ${id}`);
    return record;
  }

  private toVariable(id: SubscriberId, key: string): Variable {
    const field = this.field(id, toFieldId({ kind: 'variable', key }));
    const own = this.contract.revisions === 'field' ? { revision: field.revision } : {};
    return { key, label: key, type: 'string', value: field.text, ...own };
  }

  private toSubscriber(id: SubscriberId): Subscriber {
    const { revision } = this.record(id);
    return {
      id,
      ...(this.contract.revisions === 'record' && { revision }),
      channel: 'telegram',
      kind: 'person',
      name: id,
      variables: variableKeys.map((key) => this.toVariable(id, key)),
      tagging: { tags: [] },
    };
  }

  private toDeal(id: SubscriberId): Deal {
    const read = (name: (typeof dealFields)[number]) =>
      this.field(id, toFieldId({ kind: 'deal', id: 'd', name })).text ?? '';
    return {
      id: 'd',
      revision: this.record(id).dealRevision,
      name: read('name'),
      pipelineId: 'p',
      stepId: read('step'),
      status: 'open',
      value: { amount: this.amountOf(read('value')), currency: 'EUR' },
      assignee: null,
    };
  }

  private field(id: SubscriberId, field: FieldId): ServerField {
    const found = this.record(id).fields.get(field);
    if (!found) throw new Violation(`I6: a write of a field that does not exist: ${field}`);
    return found;
  }

  private apply(writer: string, id: SubscriberId, field: FieldId, text: string | null): void {
    const record = this.record(id);
    const target = this.field(id, field);
    const isDeal = field.startsWith('deal:');
    if (operators.includes(writer as Operator))
      this.checkWrite(writer as Operator, id, field, target.text, text);
    target.text = text;
    record.revision += 1;
    target.revision += 1;
    if (isDeal) record.dealRevision += 1;
    if (text !== null) this.appliedTo(id, field).add(text);
    const revision = isDeal
      ? record.dealRevision
      : this.contract.revisions === 'field'
        ? target.revision
        : record.revision;
    const value = isDeal ? this.toFieldValue(field, text) : text;
    const event: CardEvent = { type: 'changed', fields: { [field]: { value, revision, by: writer } } };
    for (const to of operators) this.news.push({ to, subscriber: id, event });
  }

  private toFieldValue(field: FieldId, text: string | null): unknown {
    if (field.endsWith(':value')) return { amount: this.amountOf(text ?? ''), currency: 'EUR' };
    if (field.endsWith(':step')) return { pipelineId: 'p', stepId: text };
    return text;
  }

  private setVariable(
    writer: Operator,
    id: SubscriberId,
    key: string,
    value: VariableValue,
    write: WriteContext,
  ): Written<Variable> {
    const fieldId = toFieldId({ kind: 'variable', key });
    const current =
      this.contract.revisions === 'field' ? this.field(id, fieldId).revision : this.record(id).revision;
    const record = this.contract.revisions === 'record' ? { record: this.toSubscriber(id) } : {};
    if (write.ifRevision !== current) {
      throw new AdapterError('conflict', 'Changed.', { current: this.toVariable(id, key), ...record });
    }
    this.apply(writer, id, fieldId, value as string | null);
    return {
      value: this.toVariable(id, key),
      ...(this.contract.revisions === 'record' && { record: this.toSubscriber(id) }),
    };
  }

  private updateDeal(writer: Operator, id: SubscriberId, patch: DealPatch, write: WriteContext): Deal {
    if (write.ifRevision !== this.record(id).dealRevision) {
      throw new AdapterError('conflict', 'Changed.', { current: this.toDeal(id) });
    }
    const set = (name: (typeof dealFields)[number], text: string) =>
      this.apply(writer, id, toFieldId({ kind: 'deal', id: 'd', name }), text);
    if (patch.name !== undefined) set('name', patch.name);
    if (patch.step !== undefined) set('step', patch.step.stepId);
    if (patch.value) set('value', this.textOf(patch.value.amount));
    return this.toDeal(id);
  }

  private createDeal(id: SubscriberId, draft: DealDraft): Deal {
    const { created } = this.record(id);
    const dealId = `new-${++this.count}`;
    if ([...created.values()].some(({ intent }) => intent === draft.name))
      throw new Violation('I9: created twice');
    created.set(dealId, { intent: draft.name, revision: 1 });
    return {
      id: dealId,
      revision: 1,
      name: draft.name,
      pipelineId: 'p',
      stepId: 'x',
      status: 'open',
      value: null,
      assignee: null,
    };
  }

  private readonly amounts = new Map<string, string>();

  private amountOf(text: string): string {
    const amount = String(hash(text));
    this.amounts.set(amount, text);
    return amount;
  }

  private textOf(amount: string): string {
    return this.amounts.get(amount) ?? amount;
  }

  // What the operators do.

  private newText(operator: string): string {
    const text = `${operator}-${++this.count}`;
    return text;
  }

  private toStoreValue(field: FieldId, text: string | null): unknown {
    return field.startsWith('deal:') ? this.toFieldValue(field, text) : text;
  }

  private store(
    operator: number,
    subscriber: number,
  ): { client: Client; id: SubscriberId; store: CardStore } {
    const client = pick(this.clients, operator);
    const id = pick(subscriberIds, subscriber);
    const store = client.stores.get(id);
    if (!store) throw new Error('unreachable');
    return { client, id, store };
  }

  private editsOf(client: Client, id: SubscriberId, field: FieldId): Edit[] {
    const key = `${client.operator}/${id}/${field}`;
    const edits = this.edits.get(key) ?? [];
    this.edits.set(key, edits);
    return edits;
  }

  private appliedTo(id: SubscriberId, field: FieldId): Set<string> {
    const key = `${id}/${field}`;
    const texts = this.applied.get(key) ?? new Set();
    this.applied.set(key, texts);
    return texts;
  }

  private toText(value: unknown): string | null {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return value;
    const { amount, stepId } = value as { amount?: string; stepId?: string };
    return amount !== undefined ? this.textOf(amount) : (stepId ?? null);
  }

  /** What the operator has before their eyes, and so may overwrite. */
  private seenBy(store: CardStore, field: FieldId, edits: Edit[]): string | null {
    const { mutations, confirmed } = store.getState();
    const visible = this.toText(shown(mutations, confirmed, field));
    const own = edits.find((edit) => edit.text === visible);
    return own ? own.saw : visible;
  }

  edit(operator: number, subscriber: number, fieldNumber: number): void {
    const { client, id, store } = this.store(operator, subscriber);
    const field = pick(fieldIds, fieldNumber);
    const edits = this.editsOf(client, id, field);
    if (store.getState().drafts.has(field) || store.getState().mutations.conflicts.has(field)) return;
    const edit: Edit = {
      text: this.newText(client.operator),
      number: edits.length,
      saw: this.seenBy(store, field, edits),
      discarded: false,
    };
    edits.push(edit);
    store.mutate(new Map([[field, this.toStoreValue(field, edit.text)]]));
  }

  /** Several fields of the deal with one Save. */
  saveForm(operator: number, subscriber: number): void {
    const { client, id, store } = this.store(operator, subscriber);
    const values = new Map<FieldId, unknown>();
    for (const field of fieldIds.filter((candidate) => candidate.startsWith('deal:'))) {
      if (store.getState().mutations.conflicts.has(field) || store.getState().drafts.has(field)) continue;
      const edits = this.editsOf(client, id, field);
      const edit: Edit = {
        text: this.newText(client.operator),
        number: edits.length,
        saw: this.seenBy(store, field, edits),
        discarded: false,
      };
      edits.push(edit);
      values.set(field, this.toStoreValue(field, edit.text));
    }
    store.mutate(values);
  }

  openEditor(operator: number, subscriber: number, fieldNumber: number): void {
    const { client, id, store } = this.store(operator, subscriber);
    const field = pick(fieldIds, fieldNumber);
    if (store.getState().drafts.has(field) || store.getState().mutations.conflicts.has(field)) return;
    const edits = this.editsOf(client, id, field);
    const saw = this.seenBy(store, field, edits);
    const text = this.newText(client.operator);
    store.edit(field, text);
    this.drafts.set(`${client.operator}/${id}/${field}`, text);
    this.openings.set(`${client.operator}/${id}/${field}`, saw);
  }

  private readonly openings = new Map<string, string | null>();

  submit(operator: number, subscriber: number, fieldNumber: number): void {
    const { client, id, store } = this.store(operator, subscriber);
    const field = pick(fieldIds, fieldNumber);
    const key = `${client.operator}/${id}/${field}`;
    const text = this.drafts.get(key);
    if (text === undefined) return;
    const state = store.getState();
    const edits = this.editsOf(client, id, field);
    let saw = this.openings.get(key) ?? null;
    if (hasConflict(state, field)) {
      // The note under the editor says what it is now: "Keep mine".
      saw = this.toText(state.confirmed.fields.get(field)?.value);
      store.keepMine(field);
    }
    this.drafts.delete(key);
    edits.push({ text, number: edits.length, saw, discarded: false });
    store.mutate(new Map([[field, this.toStoreValue(field, text)]]));
  }

  create(operator: number, subscriber: number): void {
    const { client, store } = this.store(operator, subscriber);
    const intent = this.newText(`${client.operator}-deal`);
    this.intents.push(intent);
    store.createDeal(
      { pipelineId: 'p', stepId: 'x', name: intent, value: null, assigneeId: null },
      new Map(),
    );
  }

  foreignEdit(subscriber: number, fieldNumber: number): void {
    this.apply('erp', pick(subscriberIds, subscriber), pick(fieldIds, fieldNumber), this.newText('erp'));
  }

  resolveConflict(operator: number, subscriber: number, choice: number): void {
    const { client, id, store } = this.store(operator, subscriber);
    const [field] = store.getState().mutations.conflicts.keys();
    if (!field) return;
    const { mutations, confirmed } = store.getState();
    const mine = this.toText(mutations.conflicts.get(field)?.value);
    const edit = this.editsOf(client, id, field).find(({ text }) => text === mine);
    if (!edit) throw new Violation('I1: a conflict about an edit that nobody made');
    const key = `${client.operator}/${id}/${field}`;
    const theirs = this.toText(confirmed.fields.get(field)?.value);
    if (choice % 2 === 1) {
      edit.discarded = true;
      this.drafts.delete(key);
      store.takeTheirs(field);
    } else {
      // With an editor open, the choice is about what is typed there; it is sent when that is submitted.
      if (this.drafts.has(key)) this.openings.set(key, theirs);
      else edit.saw = theirs;
      store.keepMine(field);
    }
  }

  retryFailed(operator: number, subscriber: number): void {
    const { store } = this.store(operator, subscriber);
    for (const [lane, { head }] of store.getState().mutations.lanes) {
      if (head.status === 'failed') store.retry(lane);
    }
  }

  signOut(operator: number): void {
    pick(this.clients, operator).mustSignIn = true;
  }

  signIn(operator: number): void {
    const client = pick(this.clients, operator);
    client.mustSignIn = false;
    client.connection.resume();
  }

  // What the network does.

  private read(client: Client, subscriber: SubscriberId): void {
    const store = client.stores.get(subscriber);
    if (!store) return;
    client.needsRead.delete(subscriber);
    client.reads.push({
      subscriber,
      since: store.tick(),
      process: () => this.toSubscriber(subscriber),
      deals: () => [this.toDeal(subscriber), ...this.createdDeals(subscriber)],
    });
  }

  private createdDeals(id: SubscriberId): Deal[] {
    return [...this.record(id).created].map(([dealId, { intent, revision }]) => ({
      id: dealId,
      revision,
      name: intent,
      pipelineId: 'p',
      stepId: 'x',
      status: 'open',
      value: null,
      assignee: null,
    }));
  }

  refetch(operator: number, subscriber: number): void {
    this.read(pick(this.clients, operator), pick(subscriberIds, subscriber));
  }

  /** The server answers a read; the answer travels on and may come much later. */
  answerRead(operator: number, place: number): void {
    const { reads } = pick(this.clients, operator);
    const open = reads.filter(({ answer }) => !answer);
    if (open.length === 0) return;
    const read = pick(open, place);
    read.answer = [read.process(), read.deals()];
  }

  deliverRead(operator: number, place: number): void {
    const client = pick(this.clients, operator);
    const answered = client.reads.filter(({ answer }) => answer);
    if (answered.length === 0) return;
    const read = pick(answered, place);
    client.reads.splice(client.reads.indexOf(read), 1);
    const store = client.stores.get(read.subscriber);
    if (!read.answer || !store) return;
    const [subscriber, deals] = read.answer;
    store.learn({ type: 'subscriber', subscriber, since: read.since });
    store.learn({ type: 'deals', page: { items: deals }, from: 'start', since: read.since });
  }

  deliverNews(place: number, mode: number): void {
    if (this.news.length === 0) return;
    const item = pick(this.news, place);
    const client = this.clients.find(({ operator }) => operator === item.to);
    if (!client) return;
    if (mode % 8 !== 1) this.news.splice(this.news.indexOf(item), 1);
    if (mode % 8 === 2) {
      // Lost. A stream with a gap makes the card read again.
      client.needsRead.add(item.subscriber);
      return;
    }
    client.stores
      .get(item.subscriber)
      ?.learn(item.event as Exclude<CardEvent, { type: 'invalidated' | 'connection' }>);
  }

  /** The server takes a request in. It may do so long after the client has given up on it. */
  process(place: number): void {
    const travelling = this.messages.filter(({ state }) => state === 'travelling');
    if (travelling.length === 0) return;
    const message = pick(travelling, place);
    message.state = 'answered';
    try {
      message.answer = { ok: true, value: message.process() };
    } catch (error) {
      if (error instanceof Violation) throw error;
      message.answer = { ok: false, error };
    }
  }

  answer(place: number, mode: number): void {
    const answered = this.messages.filter(({ state }) => state === 'answered');
    if (answered.length === 0) return;
    const message = pick(answered, place);
    message.state = 'settled';
    if (mode % 6 === 1) return;
    if (mode % 6 === 2) message.reject(new AdapterError('unavailable', '503'));
    else if (mode % 6 === 3) message.reject(new AdapterError('offline', 'Network.'));
    else if (message.answer?.ok) message.resolve(message.answer.value);
    else message.reject(message.answer?.error);
  }

  lose(place: number): void {
    const travelling = this.messages.filter(({ state }) => state === 'travelling');
    if (travelling.length > 0) pick(travelling, place).state = 'settled';
  }

  advance(milliseconds: number): void {
    this.clock.advance(milliseconds);
  }

  // What must hold.

  private checkWrite(
    operator: Operator,
    id: SubscriberId,
    field: FieldId,
    before: string | null,
    text: string | null,
  ): void {
    const client = this.clients.find((candidate) => candidate.operator === operator);
    if (!client) return;
    const edits = this.editsOf(client, id, field);
    const edit = edits.find((candidate) => candidate.text === text);
    if (!edit)
      throw new Violation(`I6: ${operator} wrote ${text} to ${id}/${field}, which was meant for elsewhere`);
    const texts = this.appliedTo(id, field);
    const newer = edits.find((candidate) => candidate.number > edit.number && texts.has(candidate.text));
    if (newer && before === newer.text)
      throw new Violation(`I5: ${text} reached the server after ${newer.text}`);
    const isOwn = edits.some((candidate) => candidate.text === before);
    if (!isOwn && before !== edit.saw) {
      throw new Violation(`I7: ${text} overwrote ${before}; ${operator} had seen ${edit.saw} (${field})`);
    }
  }

  /** A break seen inside a call of the store, which would take it for an error of the adapter. */
  private report(message: string): void {
    this.violations.push(message);
  }

  private readonly violations: string[] = [];

  /** Checked after every step. */
  check(): void {
    const [violation] = this.violations;
    if (violation) throw new Violation(violation);
    for (const client of this.clients) {
      for (const [id, store] of client.stores) {
        const { confirmed, mutations, drafts } = store.getState();
        for (const field of fieldIds) {
          const key = `${client.operator}/${id}/${field}`;
          const known = confirmed.fields.get(field);
          const revision = known?.revision ?? 0;
          if (revision < (this.revisionsSeen.get(key) ?? 0)) throw new Violation('I4: a revision fell');
          this.revisionsSeen.set(key, revision);
          const draft = this.drafts.get(key);
          if (drafts.get(field)?.input !== draft) throw new Violation('I8: a draft changed by itself');
          this.checkEdits(client, id, field, store);
          const conflict = mutations.conflicts.get(field);
          const current = this.toText(known?.value);
          if (conflict && this.editsOf(client, id, field).some((edit) => edit.text === current)) {
            throw new Violation(`I13: a conflict against the operator's own ${current}`);
          }
        }
        for (const { head, behind } of mutations.lanes.values()) {
          if (behind && head.status !== 'sent')
            throw new Violation('I12: something waits behind what is not on the wire');
        }
      }
    }
  }

  private checkEdits(client: Client, id: SubscriberId, field: FieldId, store: CardStore): void {
    const { confirmed, mutations } = store.getState();
    const edits = this.editsOf(client, id, field);
    const last = edits.at(-1);
    if (!last || last.discarded) return;
    const queue = [...mutations.lanes.values()].flatMap(({ head, behind }) => [head, behind]);
    const live = queue.some(
      (mutation) =>
        mutation?.action.type === 'set' &&
        this.toText(mutation.action.changes.get(field)?.value) === last.text,
    );
    const kept = this.toText(mutations.conflicts.get(field)?.value) === last.text;
    if (!live && !kept && !this.appliedTo(id, field).has(last.text))
      throw new Violation(`I1: ${last.text} vanished`);
    if (live && this.toText(shown(mutations, confirmed, field)) !== last.text) {
      throw new Violation(`I3: ${last.text} is on its way and not shown`);
    }
  }

  /** A healthy network until nothing moves: no read is made but those that a gap or the store itself asked for. */
  async settle(): Promise<void> {
    for (const client of this.clients) this.signIn(this.clients.indexOf(client));
    for (let round = 0; round < 400; round += 1) {
      await flush();
      this.check();
      if (this.messages.some(({ state }) => state === 'travelling')) this.process(0);
      else if (this.messages.some(({ state }) => state === 'answered')) this.answer(0, 0);
      else if (this.news.length > 0) this.deliverNews(0, 0);
      else if (this.clients.some(({ reads }) => reads.length > 0)) this.finishReads();
      else if (this.clients.some(({ needsRead }) => needsRead.size > 0)) {
        for (const client of this.clients) for (const id of [...client.needsRead]) this.read(client, id);
      } else if (!this.moveOn()) return;
    }
    const lanes = this.clients.flatMap(({ stores }) =>
      [...stores.values()].flatMap((store) =>
        [...store.getState().mutations.lanes.values()].map(({ head }) => `${head.lane} ${head.status}`),
      ),
    );
    throw new Violation(`I10: something never ends: ${lanes.join(', ')}`);
  }

  private finishReads(): void {
    for (const [place, { reads }] of this.clients.entries()) {
      while (reads.length > 0) {
        if (reads.every(({ answer }) => !answer)) this.answerRead(place, 0);
        this.deliverRead(place, 0);
      }
    }
  }

  private moveOn(): boolean {
    let moved = false;
    for (const client of this.clients) {
      for (const store of client.stores.values()) {
        for (const [lane, { head }] of store.getState().mutations.lanes) {
          moved ||= head.status !== 'unknown';
          if (head.status === 'failed') store.retry(lane);
        }
      }
    }
    if (moved) this.clock.advance(this.clock.untilNext() ?? 0);
    return moved;
  }

  checkAtRest(): void {
    for (const client of this.clients) {
      for (const [id, store] of client.stores) {
        const { confirmed, mutations } = store.getState();
        for (const field of fieldIds) {
          const visible = this.toText(shown(mutations, confirmed, field));
          const held = this.field(id, field).text;
          if (visible !== held)
            throw new Violation(
              `I2: ${client.operator} sees ${visible}, the server holds ${held} (${id}/${field})`,
            );
        }
        const names = (confirmed.deals ?? []).map((deal) => deal.id);
        if (new Set(names).size !== names.length) throw new Violation('I2: a deal twice in the list');
      }
    }
    for (const intent of this.intents) {
      const made = [...this.server.values()].some(({ created }) =>
        [...created.values()].some((deal) => deal.intent === intent),
      );
      const isOpen = this.clients.some(({ stores }) =>
        [...stores.values()].some((store) =>
          [...store.getState().mutations.lanes.values()].some(
            ({ head }) => head.action.type === 'createDeal' && head.action.draft.name === intent,
          ),
        ),
      );
      if (!made && !isOpen) throw new Violation(`I1: the creation of ${intent} vanished`);
    }
  }
}

/** Lets everything that has been settled run on. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await undefined;
}

function pick<T>(list: readonly T[], place: number): T {
  const item = list[place % list.length];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}

/** A number for a text, so that money can carry it. */
function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return value;
}
