'use client';
import type { VariableState } from '../hooks/useVariable.ts';
import type { Variable } from '../model/variable.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { Truncate } from '../ui/Truncate.tsx';
import { hasVariableFacts, VariableFacts } from './VariableFacts.tsx';

export interface FieldLabelProps {
  readonly label: string;
  readonly variable: Variable;
  readonly state: VariableState;
}

/** The label of a row. Under the pointer it tells what the field is for and who set it. */
export function FieldLabel({ label, variable, state }: FieldLabelProps) {
  const text = <Bidi>{label}</Bidi>;
  if (!hasVariableFacts({ variable, state })) return <Truncate>{text}</Truncate>;
  // By keyboard the first tool tells it; a row without one is stopped at for it.
  const isStop = variable.type === 'boolean' ? !state.canEdit : state.value === null;
  return (
    <Tooltip content={<VariableFacts variable={variable} state={state} />}>
      {(trigger) => (
        <Truncate {...trigger} tabIndex={isStop ? 0 : undefined}>
          {text}
        </Truncate>
      )}
    </Tooltip>
  );
}
