import type { Variable, VariableValue } from '../../../../src/model/variable.ts';
import type { fieldDefinitions } from '../schema.ts';

export type FieldDefinition = typeof fieldDefinitions.$inferSelect;

interface Stored {
  readonly value: VariableValue;
  readonly revision?: number | undefined;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

export function toVariable(definition: FieldDefinition, stored: Stored | null): Variable {
  return {
    key: definition.key,
    label: definition.label,
    type: definition.type,
    value: stored?.value ?? null,
    description: definition.description ?? undefined,
    group: definition.group ?? undefined,
    options: definition.options ?? undefined,
    required: definition.required || undefined,
    pattern: definition.pattern ?? undefined,
    hint: definition.hint ?? undefined,
    maxLength: definition.maxLength ?? undefined,
    readOnly: definition.readOnly ?? undefined,
    masked: definition.masked || undefined,
    revision: stored?.revision,
    updatedAt: stored?.updatedAt?.toISOString(),
    updatedBy: stored?.updatedBy ?? undefined,
  };
}
