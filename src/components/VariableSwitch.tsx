'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { Switch } from '../ui/Switch.tsx';
import { VariableFacts } from './VariableFacts.tsx';

export interface VariableSwitchProps {
  /** The accessible name, as plain text. */
  readonly label: string;
  readonly variable: Pick<Variable, 'description'>;
  readonly state: VariableState;
}

/** Yes or no, in place and saved at once. "Not set" is neither, until it is switched. */
export function VariableSwitch({ label, variable, state }: VariableSwitchProps) {
  const { yes, no, notSet } = useLocale().messages.variables;
  const { value, canEdit } = state;
  const isSet = typeof value === 'boolean';
  const text = <span className={isSet ? undefined : 'sbc-unset'}>{isSet ? (value ? yes : no) : notSet}</span>;
  if (!canEdit) return text;
  return (
    <span className="sbc-switch-value">
      <VariableFacts variable={variable} state={state}>
        {(trigger) => (
          <Switch
            label={label}
            checked={value === true}
            onCheckedChange={state.set}
            onFocus={trigger?.onFocus}
            onBlur={trigger?.onBlur}
            aria-describedby={trigger?.['aria-describedby']}
            data-unset={!isSet || undefined}
          />
        )}
      </VariableFacts>
      {text}
    </span>
  );
}
