import type { DataAdapter } from '../adapters/DataAdapter.ts';
import { type FieldId, isSameValue } from '../model/field.ts';
import type { CardChange } from './cardState.ts';
import type { Action, Change } from './mutations.ts';

/** How long a change can be taken back, in milliseconds. */
export const UNDO_TIME = 10_000;

/** Whether the adapter can take a change back. */
export function canUndo(change: CardChange, adapter: DataAdapter): boolean {
  switch (change.type) {
    case 'variableChanged':
      return adapter.setVariable !== undefined;
    case 'tagAdded':
      return adapter.removeTag !== undefined;
    case 'tagRemoved':
      return adapter.addTag !== undefined;
    case 'dealCreated':
      return adapter.deleteDeal !== undefined;
    case 'dealStepChanged':
    case 'dealFieldChanged':
      return adapter.updateDeal !== undefined;
    case 'contactSaved':
      return !change.created && adapter.updateContact !== undefined;
    case 'dealDeleted':
      return false;
  }
}

/** What sets the fields of a mutation back to what they were. Empty for a creation. */
export function toWayBack(action: Action, answered: (id: FieldId) => unknown): ReadonlyMap<FieldId, Change> {
  if (action.type !== 'set') return new Map();
  const changed = [...action.changes].filter(([id, { value, base }]) => !isSameValue(id, value, base));
  return new Map(
    changed.map(([id, { base }]) => [id, { value: base ?? null, base: answered(id), past: [] }]),
  );
}
