import { isIncomplete } from '../adapters/readAnswer.ts';
import { type FieldId, toFieldId } from '../model/field.ts';
import type { Tagging } from '../model/subscriber.ts';
import type { Tag } from '../model/tag.ts';
import type { Confirmed, ConfirmedField } from './confirmed.ts';
import { isNews, raise, toConfirmed } from './joinField.ts';
import { keep } from './keep.ts';

export function learnTagging(
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
  const isWhole = !isIncomplete(tags);
  for (const id of isWhole ? confirmed.tags : []) {
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
      fields.set(id, { ...known, value: keep(known.value, value) });
    }
  }
  const ids = [...new Set([...tags.map((tag) => tag.id), ...confirmed.tags])];
  const assigned = ids.filter((id) => fields.get(toFieldId({ kind: 'tag', id }))?.value != null);
  return {
    ...confirmed,
    fields,
    tags: keep(confirmed.tags, assigned),
    revisions: isWhole ? raise(confirmed.revisions, [['tagging', revision]]) : confirmed.revisions,
  };
}

/** What is known of a field. A tag that the whole set did not list was absent at the revision of the set. */
export function knownOf(confirmed: Confirmed, id: FieldId): ConfirmedField | undefined {
  const known = confirmed.fields.get(id);
  const floor = confirmed.revisions.get('tagging');
  if (!id.startsWith('tag:') || floor === undefined || (known?.revision ?? 0) >= floor) return known;
  return { value: null, revision: floor, ownRevision: false, tick: known?.tick ?? 0 };
}

export function withTag(tags: readonly string[], id: FieldId, tag: Tag | null): readonly string[] {
  const others = tags.filter((other) => toFieldId({ kind: 'tag', id: other }) !== id);
  if (tag === null) return others;
  return others.length === tags.length ? [...tags, tag.id] : tags;
}
