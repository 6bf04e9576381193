'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { VariableSwitch } from './VariableSwitch.tsx';
import { VariableValueView } from './VariableValueView.tsx';

export interface FieldPreviewProps {
  /** The label, as plain text. */
  readonly name: string;
  readonly variable: Variable;
  readonly state: VariableState;
  readonly isMasked: boolean;
}

/** What stands in a row while nothing is typed: the value, a switch, or that there is one to be asked for. */
export function FieldPreview({ name, variable, state, isMasked }: FieldPreviewProps) {
  const { masked } = useLocale().messages.variables;
  if (isMasked && !isUnset(state.value)) return <span className="sbc-unset">{masked}</span>;
  if (variable.type === 'boolean') return <VariableSwitch label={name} variable={variable} state={state} />;
  return <VariableValueView variable={variable} value={state.value} />;
}

/** Whether there is nothing to read: not set, a text without a character, a choice of nothing. */
export function isUnset(value: VariableState['value']): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
