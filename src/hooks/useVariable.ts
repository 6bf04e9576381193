'use client';
import { useMemo } from 'react';
import { type EditorInput, parseVariable, toInput } from '../i18n/parse.ts';
import { type FieldId, toFieldId } from '../model/field.ts';
import { checkVariable, isKnownType, type Variable, type VariableValue } from '../model/variable.ts';
import { type Capability, useCapability } from './useCapability.ts';
import { type FieldState, useField } from './useField.ts';
import { useLocale } from './useLocale.ts';

export interface VariableState extends FieldState<VariableValue, EditorInput> {
  /** Its type is one that the card knows. */
  readonly isKnown: boolean;
  /** It can be saved, its type is known, and nothing is read-only. */
  readonly canEdit: boolean;
  /** It has a value and may be unset. */
  readonly canClear: boolean;
  readonly clear: () => void;
}

/** One variable: its value, its editor and the fate of its last change. */
export function useVariable(variable: Variable): VariableState {
  return useVariableField(toFieldId({ kind: 'variable', key: variable.key }), variable, 'setVariable');
}

/** One of the other fields of a CRM contact: edited like a variable. */
export function useContactField(contactId: string, field: Variable): VariableState {
  const id = toFieldId({ kind: 'contactField', id: contactId, key: field.key });
  return useVariableField(id, field, 'updateContact');
}

function useVariableField(id: FieldId, variable: Variable, capability: Capability): VariableState {
  const { locale, timeZone, currency } = useLocale();
  const canWrite = useCapability(capability);
  const codec = useMemo(
    () => ({
      toInput(value: VariableValue): EditorInput {
        const isEmptyAmount = variable.type === 'currency' && value === null;
        return isEmptyAmount ? { amount: '', currency } : toInput(variable, value, locale, timeZone);
      },
      parse(input: EditorInput, value: VariableValue) {
        // What is set now may stay: an option that was retired, or a text without a character.
        const current = { ...variable, value };
        const parsed = parseVariable(current, input, locale, timeZone);
        return parsed.ok ? checkVariable(current, parsed.value) : parsed;
      },
    }),
    [variable, locale, timeZone, currency],
  );
  const field = useField(id, codec);
  // A lock without a reason is `''`, and a lock all the same.
  const readOnly = field.readOnly === false ? (variable.readOnly ?? false) : field.readOnly;
  const isKnown = isKnownType(variable.type);
  const canEdit = canWrite && isKnown && readOnly === false;
  return {
    ...field,
    readOnly,
    isKnown,
    canEdit,
    canClear: canEdit && !variable.required && field.value !== null && field.value !== undefined,
    clear: () => field.set(null),
  };
}
