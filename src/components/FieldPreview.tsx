'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { VariableSwitch } from './VariableSwitch.tsx';
import { VariableValueView } from './VariableValueView.tsx';

export interface FieldPreviewProps {
  /** The label, as plain text. */
  readonly name: string;
  readonly variable: Variable;
  readonly state: VariableState;
  readonly isMasked: boolean;
  readonly onToggleMask: () => void;
}

/** What stands in a row while nothing is typed: the value, a switch, or that there is one to be asked for. */
export function FieldPreview({ name, variable, state, isMasked, onToggleMask }: FieldPreviewProps) {
  const { masked, show, hide } = useLocale().messages.variables;
  const view =
    variable.type === 'boolean' ? (
      <VariableSwitch label={name} variable={variable} state={state} />
    ) : (
      <VariableValueView variable={variable} value={state.value} />
    );
  if (!variable.masked || isUnset(state.value)) return view;
  return (
    <span className="sbc-masked">
      {isMasked ? <span className="sbc-unset">{masked}</span> : view}
      <IconButton
        icon={isMasked ? 'eye' : 'eyeOff'}
        label={isMasked ? show(name) : hide(name)}
        onClick={onToggleMask}
      />
    </span>
  );
}

/** Whether there is nothing to read: not set, a text without a character, a choice of nothing. */
export function isUnset(value: VariableState['value']): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
