'use client';
import { useMemo } from 'react';
import type { EditorInput } from '../i18n/parse.ts';
import { type FieldId, toFieldId } from '../model/field.ts';
import type { StandardSchema } from '../model/standardSchema.ts';
import { isKnownType, type Variable, type VariableValue } from '../model/variable.ts';
import { useCardContext, useSubscriberContext } from '../provider/useCardContext.ts';
import { tellOnce } from './tellOnce.ts';
import { findValidator, toVariableCodec } from './toVariableCodec.ts';
import { type Capability, useCapability } from './useCapability.ts';
import { type FieldState, useField } from './useField.ts';
import { useVariableType } from './useVariableType.ts';

export interface VariableState extends FieldState<VariableValue, EditorInput> {
  /** Its type is one that the card or the host knows. */
  readonly isKnown: boolean;
  /** It can be saved, its type is known, and nothing is read-only. */
  readonly canEdit: boolean;
  /** It has a value and may be unset. */
  readonly canClear: boolean;
  readonly clear: () => void;
}

/** One variable: its value, its editor and the fate of its last change. */
export function useVariable(variable: Variable): VariableState {
  const validator = findValidator(useCardContext().validators, variable.key);
  return useVariableField(
    toFieldId({ kind: 'variable', key: variable.key }),
    variable,
    'setVariable',
    validator,
  );
}

/** One of the other fields of a CRM contact: edited like a variable. */
export function useContactField(contactId: string, field: Variable): VariableState {
  const id = toFieldId({ kind: 'contactField', id: contactId, key: field.key });
  return useVariableField(id, field, 'updateContact');
}

function useVariableField(
  id: FieldId,
  variable: Variable,
  capability: Capability,
  validator?: StandardSchema<VariableValue> | undefined,
): VariableState {
  const { client, locale: language } = useCardContext();
  const { locale, timeZone, currency } = language;
  const { card } = useSubscriberContext();
  const canWrite = useCapability(capability);
  const type = useVariableType(variable.type);
  const codec = useMemo(
    () =>
      toVariableCodec(variable, {
        place: { locale, timeZone, currency },
        type,
        validator,
        onThrow(culprit, thrown) {
          const section = capability === 'setVariable' ? 'subscriber' : 'contact';
          tellOnce(client, culprit, thrown, { subscriber: card.getRef(), section });
        },
      }),
    [variable, locale, timeZone, currency, type, validator, client, card, capability],
  );
  const field = useField(id, codec);
  // A lock without a reason is `''`, and a lock all the same.
  const readOnly = field.readOnly === false ? (variable.readOnly ?? false) : field.readOnly;
  const isKnown = isKnownType(variable.type) || type !== undefined;
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
