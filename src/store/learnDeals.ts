import type { Page } from '../adapters/DataAdapter.ts';
import { isIncomplete } from '../adapters/readAnswer.ts';
import type { Deal } from '../model/deal.ts';
import { toDealLane, toFieldId } from '../model/field.ts';
import type { Confirmed, DealFacts, News, Provenance } from './confirmed.ts';
import { joinRecords, raise } from './joinField.ts';
import { keep } from './keep.ts';

export function learnDeals(
  confirmed: Confirmed,
  { page, from, since }: Extract<News, { type: 'deals' }>,
): Confirmed {
  const before = confirmed.deals;
  const rows = page.items.filter((deal) => !isBuried(confirmed, deal, since));
  const next = joinDeals(confirmed, rows, since);
  const facts = new Map(next.deals.map((deal) => [deal.id, deal]));
  const covered = rows.map((deal) => deal.id);
  const listed = new Set(covered);
  const isWhole = from === 'start' && isLast(page);
  const known = new Set(before.map((deal) => deal.id));
  const others = [...known].filter((id) => !listed.has(id));
  const later = others.filter((id) => isLater(confirmed, id, since));
  const earlier = others.filter((id) => !isLater(confirmed, id, since));
  // A list sets membership only for the rows that it covers: what came after it began, and what lies on
  // further pages, stays.
  const order =
    from === 'cursor' ? [...others, ...covered] : [...later, ...covered, ...(isWhole ? [] : earlier)];
  // The first page, read again, says nothing of the further pages that were read: what was the end is the end.
  const isWithin = from === 'start' && !isWhole && earlier.length > 0 && covered.some((id) => known.has(id));
  return {
    ...next,
    deals: keep(
      before,
      order.flatMap((id) => facts.get(id) ?? []),
    ),
    hasDealList: true,
    dealListTick: confirmed.tick,
    dealCursor: confirmed.hasDealList && isWithin ? confirmed.dealCursor : page.nextCursor,
    dealTotal: page.total,
  };
}

/**
 * Whether a deal was heard of while the list was read that does not name it: it may be newer than the list, or
 * gone again. Only another read can tell.
 */
export function isDoubtful({ deals }: Confirmed, { page, from }: Extract<News, { type: 'deals' }>): boolean {
  if (from !== 'start' || !isLast(page)) return false;
  const listed = new Set(page.items.map(({ id }) => id));
  return deals.some(({ id }) => !listed.has(id));
}

function isLast({ items, nextCursor }: Page<Deal>): boolean {
  return nextCursor === undefined && !isIncomplete(items);
}

/** Joins what is said of some deals. Those that are new stand in front. */
export function joinDeals(
  confirmed: Confirmed,
  rows: readonly Deal[],
  since: number | undefined,
  { by, at }: Provenance = {},
): Confirmed {
  const deals = [...confirmed.deals];
  const places = new Map(deals.map(({ id }, place) => [id, place]));
  const added: DealFacts[] = [];
  for (const { id, status, url, number, createdAt, updatedAt, revision } of rows) {
    const known = confirmed.revisions.get(toDealLane(id));
    const isOlder = known !== undefined && revision !== undefined && revision < known;
    const facts: DealFacts = { id, status, url, number, createdAt, updatedAt };
    const place = places.get(id);
    const listed = place === undefined ? undefined : deals[place];
    if (place === undefined || !listed) added.push(facts);
    else if (!isOlder) deals[place] = keep(listed, facts);
  }
  const records = rows.map((deal) => ({
    about: { revision: deal.revision, by, at },
    values: [
      [toFieldId({ kind: 'deal', id: deal.id, name: 'name' }), deal.name],
      [
        toFieldId({ kind: 'deal', id: deal.id, name: 'step' }),
        { pipelineId: deal.pipelineId, stepId: deal.stepId },
      ],
      [toFieldId({ kind: 'deal', id: deal.id, name: 'value' }), deal.value],
      [toFieldId({ kind: 'deal', id: deal.id, name: 'assignee' }), deal.assignee],
    ] as const,
  }));
  return {
    ...confirmed,
    fields: joinRecords(confirmed, since, records),
    deals: [...added.reverse(), ...deals],
    revisions: raise(
      confirmed.revisions,
      rows.map(({ id, revision }) => [toDealLane(id), revision]),
    ),
  };
}

export function isBuried(
  { deletedDeals, revisions }: Confirmed,
  deal: Deal,
  since: number | undefined,
): boolean {
  const tombstone = deletedDeals.get(deal.id);
  if (!tombstone) return false;
  const deletedAt = tombstone.revision ?? revisions.get(toDealLane(deal.id));
  if (deal.revision !== undefined && deletedAt !== undefined) return deal.revision <= deletedAt;
  return since === undefined || tombstone.tick > since;
}

/** Whether all of the deal was heard after the read began: the list could not know it. */
function isLater(confirmed: Confirmed, id: string, since: number): boolean {
  return (['name', 'step', 'value', 'assignee'] as const).every((name) => {
    const field = confirmed.fields.get(toFieldId({ kind: 'deal', id, name }));
    return field !== undefined && field.tick > since;
  });
}
