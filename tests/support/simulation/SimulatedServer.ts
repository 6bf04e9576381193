import { AdapterError } from '../../../src/adapters/AdapterError.ts';
import type { CardEvent, FieldNews, SectionName, Written } from '../../../src/adapters/DataAdapter.ts';
import type { Deal } from '../../../src/model/deal.ts';
import { type FieldId, toFieldId } from '../../../src/model/field.ts';
import type { Subscriber, Tagging } from '../../../src/model/subscriber.ts';
import type { Variable } from '../../../src/model/variable.ts';
import type { News } from '../../../src/store/confirmed.ts';
import {
  lastingDeal,
  type SubscriberId,
  shortLivedDeal,
  subscriberIds,
  tagIds,
  variableKeys,
} from './cast.ts';
import type { Contract } from './contracts.ts';
import type { Edit } from './edit.ts';
import { type Text, toFieldValue, toStored } from './texts.ts';
import { Violation } from './Violation.ts';

/** What a field held from a revision on, and whose doing it was. */
export interface Version {
  readonly revision: number;
  readonly text: Text;
  /** Absent where somebody else wrote it. */
  readonly edit?: Edit | undefined;
}

/** A write of an operator as the server sees it. */
export interface Write {
  readonly ifRevision: number | undefined;
  /** What is written, and for which edit. */
  readonly changes: ReadonlyMap<FieldId, { readonly text: Text; readonly edit: Edit | undefined }>;
}

interface Row {
  readonly versions: Version[];
}

interface DealRecord {
  revision: number;
  readonly name: FieldId;
  readonly value: FieldId;
  readonly step: FieldId;
}

interface SubscriberRecord {
  revision: number;
  taggingRevision: number;
  readonly rows: Map<FieldId, Row>;
  readonly deals: Map<string, DealRecord>;
  /** The deals that operators have created, by what they are called. */
  readonly intents: Map<string, string>;
}

export interface ServerListener {
  /** Before an operator's write is done: breaks of an invariant are thrown. */
  onWrite(subscriber: SubscriberId, field: FieldId, before: Version, edit: Edit): void;
  /** The server holds this now; `edit` is what it was just asked for, which may have been there already. */
  onHeld(subscriber: SubscriberId, field: FieldId, version: Version, edit: Edit | undefined): void;
  onNews(subscriber: SubscriberId, event: CardEvent): void;
}

/** The backend: two subscribers, the history of their fields, and the promises of its contract. */
export class SimulatedServer {
  readonly records = new Map<SubscriberId, SubscriberRecord>();
  private readonly contract: Contract;
  private readonly listener: ServerListener;
  private readonly createText: (letter: string) => string;
  private deals = 0;

  constructor(contract: Contract, listener: ServerListener, createText: (letter: string) => string) {
    this.contract = contract;
    this.listener = listener;
    this.createText = createText;
    for (const id of subscriberIds) {
      const record: SubscriberRecord = {
        revision: 1,
        taggingRevision: 1,
        rows: new Map(),
        deals: new Map(),
        intents: new Map(),
      };
      this.records.set(id, record);
      for (const key of variableKeys) addRow(record, toFieldId({ kind: 'variable', key }), createText('S'));
      for (const tag of tagIds) addRow(record, toFieldId({ kind: 'tag', id: tag }), null);
      for (const deal of [lastingDeal, shortLivedDeal]) this.addDeal(record, deal, createText('S'));
    }
  }

  // What it holds.

  /** What a field holds now; `undefined` where its record is gone. */
  latest(id: SubscriberId, field: FieldId): Version | undefined {
    return this.isGone(id, field) ? undefined : last(this.row(id, field).versions);
  }

  private held(id: SubscriberId, field: FieldId): Version {
    return last(this.row(id, field).versions);
  }

  /** Whether the deal that a field belongs to is deleted. */
  isGone(id: SubscriberId, field: FieldId): boolean {
    const [kind, owner = ''] = field.split(':');
    return kind === 'deal' && !this.hasDeal(id, owner);
  }

  /** What a field held when its record, or it, had this revision. */
  at(id: SubscriberId, field: FieldId, revision: number): Version | undefined {
    return this.record(id)
      .rows.get(field)
      ?.versions.findLast((version) => version.revision <= revision);
  }

  everHeld(id: SubscriberId, field: FieldId, text: Text): boolean {
    return (
      this.record(id)
        .rows.get(field)
        ?.versions.some((version) => version.text === text) ?? false
    );
  }

  /** Whether a text was written more than once, as what is taken back is. */
  hasComeBack(id: SubscriberId, field: FieldId, text: Text): boolean {
    return this.row(id, field).versions.filter((version) => version.text === text).length > 1;
  }

  hasDeal(id: SubscriberId, dealId: string): boolean {
    return this.record(id).deals.has(dealId);
  }

  everHadDeal(id: SubscriberId, dealId: string): boolean {
    return this.record(id).rows.has(toFieldId({ kind: 'deal', id: dealId, name: 'name' }));
  }

  createdDeal(id: SubscriberId, name: string): string | undefined {
    return this.record(id).intents.get(name);
  }

  dealIds(id: SubscriberId): string[] {
    return [...this.record(id).deals.keys()];
  }

  /** What it says of a section now. */
  answer(id: SubscriberId, section: SectionName, since: number): News {
    if (section === 'subscriber') return { type: section, subscriber: this.toSubscriber(id), since };
    return { type: 'deals', page: { items: this.toDeals(id) }, from: 'start', since };
  }

  private toSubscriber(id: SubscriberId): Subscriber {
    return {
      id,
      ...(this.contract.revisions === 'record' && { revision: this.record(id).revision }),
      channel: 'telegram',
      kind: 'person',
      name: id,
      variables: variableKeys.map((key) => this.toVariable(id, key)),
      tagging: this.toTagging(id),
    };
  }

  private toDeals(id: SubscriberId): Deal[] {
    return this.dealIds(id).map((dealId) => this.toDeal(id, dealId));
  }

  private toVariable(id: SubscriberId, key: string): Variable {
    const { text, revision } = this.held(id, toFieldId({ kind: 'variable', key }));
    const own = this.contract.revisions === 'field' ? { revision } : {};
    return { key, label: key, type: 'string', value: text, ...own };
  }

  private toTagging(id: SubscriberId): Tagging {
    const tags = tagIds.filter((tag) => this.held(id, toFieldId({ kind: 'tag', id: tag })).text !== null);
    return {
      tags: tags.map((tag) => ({ id: tag, name: tag })),
      ...(this.contract.revisions === 'field' && { revision: this.record(id).taggingRevision }),
    };
  }

  private toDeal(id: SubscriberId, dealId: string): Deal {
    const deal = this.deal(id, dealId);
    const read = (field: FieldId) => toFieldValue(field, this.held(id, field).text);
    return {
      id: dealId,
      revision: deal.revision,
      name: read(deal.name) as string,
      ...(read(deal.step) as { pipelineId: string; stepId: string }),
      status: 'open',
      value: read(deal.value) as Deal['value'],
      assignee: null,
    };
  }

  // What is asked of it. Each throws an `AdapterError` where it refuses.

  setVariable(id: SubscriberId, key: string, { ifRevision, changes }: Write): Written<Variable> {
    const field = toFieldId({ kind: 'variable', key });
    const { revision } = this.contract.revisions === 'field' ? this.held(id, field) : this.record(id);
    if (isStale(ifRevision, revision)) throw conflict(id, this.toVariable(id, key), this.whole(id));
    this.write(id, changes);
    return { value: this.toVariable(id, key), ...this.whole(id) };
  }

  setTag(id: SubscriberId, { changes }: Write): Written<Tagging> {
    this.write(id, changes);
    return { value: this.toTagging(id), ...this.whole(id) };
  }

  updateDeal(id: SubscriberId, dealId: string, { ifRevision, changes }: Write): Deal {
    this.guardDeal(id, dealId, ifRevision);
    this.write(id, changes);
    return this.toDeal(id, dealId);
  }

  createDeal(id: SubscriberId, name: string): Deal {
    const record = this.record(id);
    if (record.intents.has(name)) throw new Violation(`I9: ${name} was created twice`);
    const dealId = `n${++this.deals}`;
    this.addDeal(record, dealId, name);
    record.intents.set(name, dealId);
    this.listener.onNews(id, { type: 'dealCreated', deal: this.toDeal(id, dealId) });
    return this.toDeal(id, dealId);
  }

  deleteDeal(id: SubscriberId, dealId: string, ifRevision: number | undefined): void {
    this.guardDeal(id, dealId, ifRevision);
    this.removeDeal(id, dealId);
  }

  /** Somebody who is no operator of ours changes something: the host's own system, or a customer. */
  change(id: SubscriberId, field: FieldId, text: Text): void {
    this.write(id, new Map([[field, { text, edit: undefined }]]));
  }

  removeDeal(id: SubscriberId, dealId: string): void {
    const record = this.record(id);
    const { revision } = this.deal(id, dealId);
    record.deals.delete(dealId);
    this.listener.onNews(id, { type: 'dealDeleted', id: dealId, revision: revision + 1 });
  }

  // How it keeps it.

  private write(id: SubscriberId, changes: Write['changes']): void {
    const news: Record<FieldId, FieldNews> = {};
    let revision: number | undefined;
    for (const [field, { text: given, edit }] of changes) {
      const row = this.row(id, field);
      const before = last(row.versions);
      const text = toStored(given);
      if (edit) this.listener.onWrite(id, field, before, edit);
      // An assignment that is there already changes nothing.
      if (!field.startsWith('tag:') || before.text !== text) {
        revision ??= this.nextRevision(id, field);
        row.versions.push({ revision, text, edit });
        news[field] = { value: toFieldValue(field, text), revision, by: edit?.operator ?? 'erp' };
      }
      this.listener.onHeld(id, field, last(row.versions), edit);
    }
    if (revision !== undefined) this.listener.onNews(id, { type: 'changed', fields: news });
  }

  private nextRevision(id: SubscriberId, field: FieldId): number {
    const record = this.record(id);
    const [kind, owner = ''] = field.split(':');
    if (kind === 'deal') return ++this.deal(id, owner).revision;
    if (this.contract.revisions === 'record') return ++record.revision;
    return kind === 'tag' ? ++record.taggingRevision : this.held(id, field).revision + 1;
  }

  private guardDeal(id: SubscriberId, dealId: string, ifRevision: number | undefined): void {
    const deal = this.deal(id, dealId);
    if (isStale(ifRevision, deal.revision)) throw conflict(id, this.toDeal(id, dealId), {});
  }

  private whole(id: SubscriberId): { readonly record?: Subscriber } {
    return this.contract.revisions === 'record' ? { record: this.toSubscriber(id) } : {};
  }

  private addDeal(record: SubscriberRecord, id: string, name: string): void {
    const deal: DealRecord = {
      revision: 1,
      name: toFieldId({ kind: 'deal', id, name: 'name' }),
      value: toFieldId({ kind: 'deal', id, name: 'value' }),
      step: toFieldId({ kind: 'deal', id, name: 'step' }),
    };
    record.deals.set(id, deal);
    addRow(record, deal.name, name);
    addRow(record, deal.value, this.createText('S'));
    addRow(record, deal.step, this.createText('S'));
  }

  private record(id: SubscriberId): SubscriberRecord {
    const record = this.records.get(id);
    if (!record) throw new RangeError(`There is no subscriber ${id}.`);
    return record;
  }

  private deal(id: SubscriberId, dealId: string): DealRecord {
    const deal = this.record(id).deals.get(dealId);
    if (!deal) throw new AdapterError('not-found', 'Deleted.', { resource: 'deal' });
    return deal;
  }

  private row(id: SubscriberId, field: FieldId): Row {
    const row = this.record(id).rows.get(field);
    if (!row) throw new AdapterError('not-found', 'Deleted.', { resource: 'deal' });
    return row;
  }
}

/** Who names no revision writes whatever the server holds. */
function isStale(ifRevision: number | undefined, revision: number): boolean {
  return ifRevision !== undefined && ifRevision !== revision;
}

/** Some backends say only that there is a conflict, and the card has to read: so does this one, of one subscriber. */
function conflict(
  id: SubscriberId,
  current: unknown,
  record: { readonly record?: Subscriber },
): AdapterError {
  return new AdapterError('conflict', 'Changed.', id === 's2' ? {} : { current, ...record });
}

function addRow(record: SubscriberRecord, field: FieldId, text: Text): void {
  record.rows.set(field, { versions: [{ revision: 1, text }] });
}

function last<T>(list: readonly T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new RangeError('An empty list has no last item.');
  return item;
}
