import type { ContactPatch, ContactPoint } from '../model/contact.ts';
import type { DealPatch, DealStep } from '../model/deal.ts';
import { type FieldId, parseFieldId } from '../model/field.ts';
import type { Member } from '../model/member.ts';
import type { Money } from '../model/money.ts';
import type { VariableValue } from '../model/variable.ts';
import type { Change } from './mutations.ts';

/** The changes of a deal as its adapter takes them. */
export function toDealPatch(changes: ReadonlyMap<FieldId, Change>): DealPatch {
  let patch: DealPatch = {};
  for (const [id, { value }] of changes) {
    const field = parseFieldId(id);
    if (field?.kind !== 'deal') continue;
    switch (field.name) {
      case 'name':
        patch = { ...patch, name: value as string };
        break;
      case 'step':
        patch = { ...patch, step: value as DealStep };
        break;
      case 'value':
        patch = { ...patch, value: value as Money | null };
        break;
      case 'assignee':
        patch = { ...patch, assigneeId: (value as Member | null)?.id ?? null };
        break;
    }
  }
  return patch;
}

/** The changes of a contact as its adapter takes them. */
export function toContactPatch(changes: ReadonlyMap<FieldId, Change>): ContactPatch {
  let patch: ContactPatch = {};
  for (const [id, { value }] of changes) {
    const field = parseFieldId(id);
    if (field?.kind === 'contactField') {
      patch = {
        ...patch,
        fields: [...(patch.fields ?? []), { key: field.key, value: value as VariableValue }],
      };
    }
    if (field?.kind !== 'contact') continue;
    switch (field.name) {
      case 'firstName':
      case 'lastName':
        patch = { ...patch, [field.name]: value as string };
        break;
      case 'phones':
      case 'emails':
        patch = { ...patch, [field.name]: value as readonly ContactPoint[] };
        break;
      case 'assignee':
        patch = { ...patch, assigneeId: (value as Member | null)?.id ?? null };
        break;
    }
  }
  return patch;
}
