import { checkVariableValue } from '../adapters/checkAnswer.ts';
import type { FieldNews } from '../adapters/DataAdapter.ts';
import { isIncomplete } from '../adapters/readAnswer.ts';
import { type FieldId, toFieldId } from '../model/field.ts';
import type { Subscriber } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { Variable } from '../model/variable.ts';
import type { Confirmed, ConfirmedField, News, SubscriberFacts } from './confirmed.ts';
import { isNews, raise, toConfirmed } from './joinField.ts';
import { keep } from './keep.ts';
import { learnContact } from './learnContact.ts';
import { isBuried, joinDeals, learnDeals } from './learnDeals.ts';
import { knownOf, learnTagging, withTag } from './learnTags.ts';

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
      return confirmed.deleted ? confirmed : { ...next, deleted: true, deletedTick: next.tick };
    case 'deals':
      return learnDeals(next, news);
    case 'deal':
      return isBuried(next, news.deal, undefined) ? confirmed : joinDeals(next, [news.deal], undefined, news);
    case 'dealCreated':
      return isBuried(next, news.deal, undefined) ? confirmed : joinDeals(next, [news.deal], undefined);
    case 'dealDeleted':
      return {
        ...next,
        deals: next.deals.filter((deal) => deal.id !== news.id),
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

function learnFields(confirmed: Confirmed, news: readonly (readonly [FieldId, FieldNews])[]): Confirmed {
  const fields = new Map(confirmed.fields);
  let tags = confirmed.tags;
  for (const [id, field] of news) {
    const known = knownOf(confirmed, id);
    if (!isNews(known, field, undefined)) continue;
    fields.set(id, toConfirmed(known, field, confirmed.tick));
    if (id.startsWith('tag:')) tags = withTag(tags, id, field.value as Tag | null);
  }
  return { ...confirmed, fields, tags };
}

function learnSubscriber(confirmed: Confirmed, subscriber: Subscriber, since: number | undefined): Confirmed {
  const { revision, variables, tagging, ...facts } = subscriber;
  const known = confirmed.revisions.get('subscriber');
  const isOlder = revision !== undefined && known !== undefined && revision < known;
  let next = learnFacts(confirmed, facts, revision, since, true);
  next = learnVariables(next, variables, revision, since);
  if (!isOlder) {
    const keys = new Set(variables.map((variable) => variable.key));
    const gone = isIncomplete(variables) ? [] : confirmed.variables.filter(({ key }) => !keys.has(key));
    const goneKeys = new Set(gone.map(({ key }) => key));
    next = {
      ...next,
      formerLabels: withLabels(confirmed.formerLabels, gone),
      variables: keep(
        confirmed.variables,
        orderLike(
          next.variables.filter((row) => !goneKeys.has(row.key)),
          variables,
        ),
      ),
    };
  }
  next = learnTagging(next, tagging, tagging.revision ?? revision, since);
  return {
    ...next,
    deleted: next.deleted && (isOlder || (since !== undefined && next.deletedTick > since)),
    revisions: raise(next.revisions, [['subscriber', revision]]),
  };
}

function withLabels(
  known: ReadonlyMap<string, string>,
  gone: readonly Variable[],
): ReadonlyMap<string, string> {
  return gone.length > 0
    ? new Map([...known, ...gone.map(({ key, label }) => [key, label] as const)])
    : known;
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
  if (!isWhole && !confirmed.subscriber) return { ...confirmed, facts };
  const told = Object.fromEntries([...facts].map(([name, fact]) => [name, fact.value]));
  return { ...confirmed, facts, subscriber: keep(confirmed.subscriber, told as unknown as SubscriberFacts) };
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
    const place = places.get(row.key);
    const listed = place === undefined ? undefined : variables[place];
    const known = listed?.type === row.type ? fields.get(id) : fitting(row.type, fields.get(id));
    const news = {
      value: row.value,
      revision: row.revision ?? recordRevision,
      by: row.updatedBy,
      at: row.updatedAt,
    };
    const isOlder =
      known?.revision !== undefined && news.revision !== undefined && news.revision < known.revision;
    if (place === undefined || !listed) variables.push(row);
    else if (!isOlder) variables[place] = keep(listed, row);
    const field = isNews(known, news, since) ? toConfirmed(known, news, confirmed.tick) : known;
    if (field) fields.set(id, { ...field, ownRevision: row.revision !== undefined });
  }
  return { ...confirmed, fields, variables: keep(confirmed.variables, variables) };
}

/** What was heard of a variable before its type was known: its value as the type has it, if it can be. */
function fitting(type: string, known: ConfirmedField | undefined): ConfirmedField | undefined {
  try {
    return known && { ...known, value: checkVariableValue(type, known.value) };
  } catch {
    return undefined;
  }
}

function orderLike(rows: readonly Variable[], order: readonly Variable[]): readonly Variable[] {
  const places = new Map(order.map((row, place) => [row.key, place]));
  return [...rows].sort((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
}
