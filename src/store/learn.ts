import type { FieldNews } from '../adapters/DataAdapter.ts';
import type { Contact } from '../model/contact.ts';
import type { Deal } from '../model/deal.ts';
import { type FieldId, isSameValue, toContactLane, toDealLane, toFieldId } from '../model/field.ts';
import type { Subscriber, Tagging } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { Variable } from '../model/variable.ts';
import type {
  Confirmed,
  ConfirmedField,
  ContactFacts,
  DealFacts,
  News,
  Provenance,
  RecordId,
  SubscriberFacts,
} from './confirmed.ts';

/**
 * Joins news into what is confirmed: per field the higher revision wins, so that order, repeats and lateness do
 * not matter. Returns the same object where the news changes nothing.
 */
export function learn(confirmed: Confirmed, news: News): Confirmed {
  const next = { ...confirmed, tick: confirmed.tick + 1 };
  switch (news.type) {
    case 'subscriber':
      return learnSubscriber(next, news.subscriber, news.since);
    case 'variable':
      return learnVariables(next, [news.variable], undefined, undefined);
    case 'tagging':
      return learnTagging(next, news.tagging, news.tagging.revision, undefined);
    case 'changed':
      return learnFields(next, Object.entries(news.fields) as [FieldId, FieldNews][]);
    case 'subscriberChanged':
      return learnFacts(next, news.patch, news.revision, undefined);
    case 'subscriberDeleted':
      return confirmed.deleted ? confirmed : { ...next, deleted: true };
    case 'deals':
      return learnDeals(next, news);
    case 'deal':
      return isBuried(next, news.deal, undefined) ? confirmed : learnDeal(next, news.deal, undefined, news);
    case 'dealCreated':
      return isBuried(next, news.deal, undefined) ? confirmed : learnDeal(next, news.deal, undefined);
    case 'dealDeleted':
      return {
        ...next,
        deals: next.deals?.filter((deal) => deal.id !== news.id) ?? null,
        deletedDeals: new Map(next.deletedDeals).set(news.id, { revision: news.revision, tick: next.tick }),
      };
    case 'contact':
      return learnContact(next, news.contact, news.since, news);
    case 'contactLinked':
      return learnContact(next, news.contact, undefined);
    case 'contactUnlinked':
      return learnContact(next, null, undefined);
  }
}

function learnSubscriber(confirmed: Confirmed, subscriber: Subscriber, since: number | undefined): Confirmed {
  const { revision, variables, tagging, ...facts } = subscriber;
  const known = confirmed.revisions.get('subscriber');
  const isOlder = revision !== undefined && known !== undefined && revision < known;
  let next = learnFacts(confirmed, facts, revision, since, true);
  next = learnVariables(next, variables, revision, since);
  if (!isOlder) {
    const keys = new Set(variables.map((variable) => variable.key));
    next = {
      ...next,
      variables: orderLike(
        next.variables.filter((row) => keys.has(row.key)),
        variables,
      ),
    };
  }
  next = learnTagging(next, tagging, tagging.revision ?? revision, since);
  return {
    ...next,
    deleted: isOlder && next.deleted,
    revisions: raise(next.revisions, 'subscriber', revision),
  };
}

function learnFacts(
  confirmed: Confirmed,
  patch: object,
  revision: number | undefined,
  since: number | undefined,
  isWhole = false,
): Confirmed {
  const facts = new Map(confirmed.facts);
  const entries = Object.entries(patch);
  const news = isWhole ? [...entries, ...missing(facts, entries)] : entries;
  for (const [name, value] of news) {
    const known = facts.get(name);
    if (isNews(known, { value, revision }, since))
      facts.set(name, toConfirmed(known, { value, revision }, confirmed.tick));
  }
  const isLoaded = isWhole || confirmed.subscriber !== null;
  const subscriber = isLoaded
    ? (Object.fromEntries([...facts].map(([name, fact]) => [name, fact.value])) as unknown as SubscriberFacts)
    : null;
  return { ...confirmed, facts, subscriber };
}

/** A fact that a whole record does not mention is not known any more. */
function missing(facts: ReadonlyMap<string, unknown>, entries: [string, unknown][]): [string, undefined][] {
  const named = new Set(entries.map(([name]) => name));
  return [...facts.keys()].filter((name) => !named.has(name)).map((name) => [name, undefined]);
}

function learnVariables(
  confirmed: Confirmed,
  rows: readonly Variable[],
  recordRevision: number | undefined,
  since: number | undefined,
): Confirmed {
  const fields = new Map(confirmed.fields);
  const variables = [...confirmed.variables];
  const places = new Map(variables.map((variable, place) => [variable.key, place]));
  for (const row of rows) {
    const id = toFieldId({ kind: 'variable', key: row.key });
    const known = fields.get(id);
    const place = places.get(row.key);
    const news = {
      value: row.value,
      revision: row.revision ?? recordRevision,
      by: row.updatedBy,
      at: row.updatedAt,
    };
    const isOlder =
      known?.revision !== undefined && news.revision !== undefined && news.revision < known.revision;
    if (place === undefined) variables.push(row);
    else if (!isOlder) variables[place] = row;
    const field = isNews(known, news, since) ? toConfirmed(known, news, confirmed.tick) : known;
    if (field) fields.set(id, { ...field, ownRevision: row.revision !== undefined });
  }
  return { ...confirmed, fields, variables };
}

function learnTagging(
  confirmed: Confirmed,
  { tags }: Tagging,
  revision: number | undefined,
  since: number | undefined,
): Confirmed {
  const floor = confirmed.revisions.get('tagging');
  if (revision !== undefined && floor !== undefined && revision < floor) return confirmed;
  const listed = new Map<FieldId, Tag | null>(
    tags.map((tag) => [toFieldId({ kind: 'tag', id: tag.id }), tag]),
  );
  for (const id of confirmed.tags) {
    const fieldId = toFieldId({ kind: 'tag', id });
    if (!listed.has(fieldId)) listed.set(fieldId, null);
  }
  const fields = new Map(confirmed.fields);
  for (const [id, value] of listed) {
    const known = fields.get(id);
    if (isNews(known, { value, revision }, since)) {
      fields.set(id, { ...toConfirmed(known, { value, revision }, confirmed.tick), ownRevision: false });
    } else if (known?.value && value) {
      // The same assignment, told again: the tag itself may have been renamed since.
      fields.set(id, { ...known, value });
    }
  }
  const ids = new Set([...tags.map((tag) => tag.id), ...confirmed.tags]);
  return {
    ...confirmed,
    fields,
    tags: [...ids].filter((id) => fields.get(toFieldId({ kind: 'tag', id }))?.value != null),
    revisions: raise(confirmed.revisions, 'tagging', revision),
  };
}

function learnFields(confirmed: Confirmed, news: readonly (readonly [FieldId, FieldNews])[]): Confirmed {
  const fields = new Map(confirmed.fields);
  let tags = confirmed.tags;
  for (const [id, field] of news) {
    // A tag that the whole set did not list was absent at the revision of the set.
    const known = fields.get(id) ?? toAbsentTag(confirmed, id);
    if (!isNews(known, field, undefined)) continue;
    fields.set(id, toConfirmed(known, field, confirmed.tick));
    if (id.startsWith('tag:')) tags = withTag(tags, id, field.value as Tag | null);
  }
  return { ...confirmed, fields, tags };
}

function toAbsentTag(confirmed: Confirmed, id: FieldId): ConfirmedField | undefined {
  const revision = confirmed.revisions.get('tagging');
  if (!id.startsWith('tag:') || revision === undefined) return undefined;
  return { value: null, revision, ownRevision: false, tick: 0 };
}

function withTag(tags: readonly string[], id: FieldId, tag: Tag | null): readonly string[] {
  const others = tags.filter((other) => toFieldId({ kind: 'tag', id: other }) !== id);
  if (tag === null) return others;
  return others.length === tags.length ? [...tags, tag.id] : tags;
}

function learnDeals(
  confirmed: Confirmed,
  { page, from, since }: Extract<News, { type: 'deals' }>,
): Confirmed {
  const before = confirmed.deals ?? [];
  let next: Confirmed = { ...confirmed, deals: before };
  const rows = page.items.filter((deal) => !isBuried(confirmed, deal, since));
  for (const deal of rows) next = learnDeal(next, deal, since);
  const facts = new Map(next.deals?.map((deal) => [deal.id, deal]));
  const covered = rows.map((deal) => deal.id);
  const listed = new Set(covered);
  const isWhole = from === 'start' && page.nextCursor === undefined;
  const others = before.map((deal) => deal.id).filter((id) => !listed.has(id));
  const later = others.filter((id) => isLater(confirmed, id, since));
  const earlier = others.filter((id) => !isLater(confirmed, id, since));
  // A list sets membership only for the rows that it covers: what came after it began, and what lies on
  // further pages, stays.
  const order =
    from === 'cursor' ? [...others, ...covered] : [...later, ...covered, ...(isWhole ? [] : earlier)];
  return {
    ...next,
    deals: order.flatMap((id) => facts.get(id) ?? []),
    dealCursor: page.nextCursor,
    dealTotal: page.total,
  };
}

/** Whether the deal was first heard of after the read began: the list could not know it. */
function isLater(confirmed: Confirmed, id: string, since: number): boolean {
  const field = confirmed.fields.get(toFieldId({ kind: 'deal', id, name: 'name' }));
  return field !== undefined && field.tick > since;
}

function isBuried({ deletedDeals, revisions }: Confirmed, deal: Deal, since: number | undefined): boolean {
  const tombstone = deletedDeals.get(deal.id);
  if (!tombstone) return false;
  const deletedAt = tombstone.revision ?? revisions.get(toDealLane(deal.id));
  if (deal.revision !== undefined && deletedAt !== undefined) return deal.revision <= deletedAt;
  return since === undefined || tombstone.tick > since;
}

function learnDeal(
  confirmed: Confirmed,
  deal: Deal,
  since: number | undefined,
  provenance: Provenance = {},
): Confirmed {
  const { id, status, url, number, createdAt, updatedAt, revision } = deal;
  const record = toDealLane(id);
  const known = confirmed.revisions.get(record);
  const isOlder = known !== undefined && revision !== undefined && revision < known;
  const facts: DealFacts = { id, status, url, number, createdAt, updatedAt };
  const deals = confirmed.deals ?? [];
  const isListed = deals.some((other) => other.id === id);
  const fields = learnRecord(confirmed, since, { revision, by: provenance.by, at: provenance.at }, [
    [toFieldId({ kind: 'deal', id, name: 'name' }), deal.name],
    [toFieldId({ kind: 'deal', id, name: 'step' }), { pipelineId: deal.pipelineId, stepId: deal.stepId }],
    [toFieldId({ kind: 'deal', id, name: 'value' }), deal.value],
    [toFieldId({ kind: 'deal', id, name: 'assignee' }), deal.assignee],
  ]);
  return {
    ...confirmed,
    fields,
    deals: isListed
      ? deals.map((other) => (other.id === id && !isOlder ? facts : other))
      : confirmed.deals || since === undefined
        ? [facts, ...deals]
        : deals,
    revisions: raise(confirmed.revisions, record, revision),
  };
}

function learnContact(
  confirmed: Confirmed,
  contact: Contact | null,
  since: number | undefined,
  provenance: Provenance = {},
): Confirmed {
  const isStale = since !== undefined && confirmed.contactTick > since;
  const contactTick = since === undefined ? confirmed.tick : confirmed.contactTick;
  if (contact === null) return isStale ? confirmed : { ...confirmed, contact: null, contactTick };
  const { id, revision, url } = contact;
  const lane = toContactLane(id);
  const known = confirmed.revisions.get(lane);
  const isOlder = known !== undefined && revision !== undefined && revision < known;
  const fields = learnRecord(confirmed, since, { revision, by: provenance.by, at: provenance.at }, [
    [toFieldId({ kind: 'contact', id, name: 'firstName' }), contact.firstName],
    [toFieldId({ kind: 'contact', id, name: 'lastName' }), contact.lastName],
    [toFieldId({ kind: 'contact', id, name: 'phones' }), contact.phones],
    [toFieldId({ kind: 'contact', id, name: 'emails' }), contact.emails],
    [toFieldId({ kind: 'contact', id, name: 'assignee' }), contact.assignee],
    ...contact.fields.map(({ key, value }) => [toFieldId({ kind: 'contactField', id, key }), value] as const),
  ]);
  const facts: ContactFacts = { id, url, fields: contact.fields };
  return {
    ...confirmed,
    fields,
    contact: isStale || (isOlder && confirmed.contact?.id === id) ? confirmed.contact : facts,
    contactTick: isStale ? confirmed.contactTick : contactTick,
    revisions: raise(confirmed.revisions, lane, revision),
  };
}

function learnRecord(
  { fields: before, tick }: Confirmed,
  since: number | undefined,
  about: Omit<FieldNews, 'value'>,
  news: readonly (readonly [FieldId, unknown])[],
): ReadonlyMap<FieldId, ConfirmedField> {
  const fields = new Map(before);
  for (const [id, value] of news) {
    const known = fields.get(id);
    // A record counts for all its fields; only where the value is another is its writer named.
    const isSame = known !== undefined && isSameValue(id, known.value, value);
    const field = { value, ...about, ...(isSame && { by: known.by, at: known.at }) };
    if (isNews(known, field, since))
      fields.set(id, { ...toConfirmed(known, field, tick), ownRevision: false });
  }
  return fields;
}

function isNews(known: ConfirmedField | undefined, news: FieldNews, since: number | undefined): boolean {
  if (!known) return true;
  if (news.revision !== undefined && known.revision !== undefined) return news.revision > known.revision;
  return since === undefined || known.tick <= since;
}

function toConfirmed(known: ConfirmedField | undefined, news: FieldNews, tick: number): ConfirmedField {
  return {
    value: news.value,
    revision: news.revision ?? known?.revision,
    ownRevision: known?.ownRevision ?? news.revision !== undefined,
    by: news.by,
    at: news.at,
    tick,
  };
}

function raise(
  revisions: ReadonlyMap<RecordId, number>,
  record: RecordId,
  revision: number | undefined,
): ReadonlyMap<RecordId, number> {
  if (revision === undefined || revision <= (revisions.get(record) ?? Number.NEGATIVE_INFINITY))
    return revisions;
  return new Map(revisions).set(record, revision);
}

function orderLike(rows: readonly Variable[], order: readonly Variable[]): readonly Variable[] {
  const places = new Map(order.map((row, place) => [row.key, place]));
  return [...rows].sort((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
}
