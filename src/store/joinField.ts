import type { FieldNews } from '../adapters/DataAdapter.ts';
import { type FieldId, isSameValue } from '../model/field.ts';
import type { Confirmed, ConfirmedField, RecordId } from './confirmed.ts';
import { keep } from './keep.ts';

export function isNews(
  known: ConfirmedField | undefined,
  news: FieldNews,
  since: number | undefined,
): boolean {
  if (!known) return true;
  if (news.revision !== undefined && known.revision !== undefined) return news.revision > known.revision;
  return since === undefined || known.tick <= since;
}

export function toConfirmed(
  known: ConfirmedField | undefined,
  news: FieldNews,
  tick: number,
): ConfirmedField {
  return {
    value: known ? keep(known.value, news.value) : news.value,
    revision: news.revision ?? known?.revision,
    ownRevision: known?.ownRevision ?? news.revision !== undefined,
    by: news.by,
    at: news.at,
    tick,
  };
}

/** The highest revision of each record. */
export function raise(
  revisions: ReadonlyMap<RecordId, number>,
  news: readonly (readonly [RecordId, number | undefined])[],
): ReadonlyMap<RecordId, number> {
  const raised = new Map(revisions);
  for (const [record, revision] of news) {
    if (revision === undefined || revision <= (raised.get(record) ?? Number.NEGATIVE_INFINITY)) continue;
    raised.set(record, revision);
  }
  return raised;
}

/** Joins into the fields what whole records say of theirs. */
export function joinRecords(
  { fields: before, tick }: Confirmed,
  since: number | undefined,
  records: readonly RecordNews[],
): ReadonlyMap<FieldId, ConfirmedField> {
  const fields = new Map(before);
  for (const { about, values } of records) {
    for (const [id, value] of values) {
      const known = fields.get(id);
      // A record counts for all its fields; only where the value is another is its writer named.
      const isSame = known !== undefined && isSameValue(id, known.value, value);
      const field = { value, ...about, ...(isSame && { by: known.by, at: known.at }) };
      if (isNews(known, field, since))
        fields.set(id, { ...toConfirmed(known, field, tick), ownRevision: false });
    }
  }
  return fields;
}

/** What a record says of its fields. */
export interface RecordNews {
  readonly about: Omit<FieldNews, 'value'>;
  readonly values: readonly (readonly [FieldId, unknown])[];
}
