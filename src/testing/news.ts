import type { CardEvent, FieldNews, SectionName } from '../adapters/DataAdapter.ts';
import { type FieldId, toFieldId } from '../model/field.ts';

/** "Something has changed" says all, and the card reads again. */
export function says(section: SectionName, event: CardEvent): boolean {
  return event.type === 'invalidated' && (event.section ?? section) === section;
}

export function newsOf(event: CardEvent, field: FieldId): FieldNews | undefined {
  return event.type === 'changed' ? event.fields[field] : undefined;
}

export function variableField(key: string): FieldId {
  return toFieldId({ kind: 'variable', key });
}
