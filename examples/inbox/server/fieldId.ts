import type { ContactFieldName, DealFieldName, FieldId } from '../../../src/model/field.ts';

/** The names that events use for what changed, as the card's `toFieldId` builds them. */
export const fieldId = {
  variable: (key: string): FieldId => `variable:${encodeURIComponent(key)}`,
  tag: (id: string): FieldId => `tag:${encodeURIComponent(id)}`,
  deal: (id: string, name: DealFieldName): FieldId => `deal:${encodeURIComponent(id)}:${name}`,
  contact: (id: string, name: ContactFieldName): FieldId => `contact:${encodeURIComponent(id)}:${name}`,
  contactField: (id: string, key: string): FieldId =>
    `contact:${encodeURIComponent(id)}:fields:${encodeURIComponent(key)}`,
};
