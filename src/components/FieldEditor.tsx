'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { VariableInput, type VariableInputProps } from './VariableInput.tsx';

export interface FieldEditorProps extends Omit<VariableInputProps, 'input' | 'onChange'> {
  readonly state: VariableState;
  readonly onClear: () => void;
}

/** The editor of a value, and what unsets it. */
export function FieldEditor({ state, onClear, ...props }: FieldEditorProps) {
  const { clear } = useLocale().messages.variables;
  return (
    <>
      <VariableInput {...props} input={state.input} onChange={state.change} />
      {state.canClear && !state.conflict && (
        <IconButton
          icon="close"
          label={clear(props.label)}
          // Whoever types unsets by saving nothing, and Tab leaves; of a choice there is no nothing to pick.
          tabIndex={props.variable.type === 'select' ? undefined : -1}
          // The focus stays in the editor: that it was left would save what is typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onClear}
        />
      )}
    </>
  );
}
