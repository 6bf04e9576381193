'use client';
import type { VariableState } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { Truncate } from '../ui/Truncate.tsx';
import { VariableFacts } from './VariableFacts.tsx';

export interface FieldLabelProps {
  readonly label: string;
  readonly variable: Variable;
  readonly state: VariableState;
}

/** The label of a row. Under the pointer it tells what the field is for and who set it. */
export function FieldLabel({ label, variable, state }: FieldLabelProps) {
  // By keyboard the switch or the copy button tells it; where there is neither, the label is a stop of its own.
  const isTold = variable.type === 'boolean' ? state.canEdit : state.value !== null && !variable.masked;
  return (
    <VariableFacts variable={variable} state={state}>
      {(trigger) => (
        <Truncate {...trigger} tabIndex={trigger && !isTold ? 0 : undefined}>
          {label}
        </Truncate>
      )}
    </VariableFacts>
  );
}
