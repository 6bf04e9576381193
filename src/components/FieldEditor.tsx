'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { useVariableType } from '../hooks/useVariableType.ts';
import type { Variable } from '../model/variable.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { CardPart } from './CardFrame.ts';
import { SectionBoundary } from './SectionBoundary.tsx';
import { VariableInput, type VariableInputProps } from './VariableInput.tsx';

export interface FieldEditorProps extends Omit<VariableInputProps, 'variable' | 'input' | 'onChange'> {
  readonly variable: Variable;
  /** Where it stands. */
  readonly part: CardPart;
  readonly state: VariableState;
  readonly onClear: () => void;
}

/** The editor of a value, and what unsets it. */
export function FieldEditor({ state, part, onClear, ...props }: FieldEditorProps) {
  const { clear } = useLocale().messages.variables;
  const Editor = useVariableType(props.variable.type)?.Editor;
  const { isFresh: _, ...given } = props;
  return (
    <>
      {Editor && state.input !== undefined ? (
        <SectionBoundary name={part}>
          <Editor {...given} input={state.input} onChange={state.change} />
        </SectionBoundary>
      ) : (
        <VariableInput {...props} input={state.input} onChange={state.change} />
      )}
      {state.canClear && !state.conflict && (
        <IconButton
          icon="close"
          label={clear(props.label)}
          // Whoever types unsets by saving nothing, and Tab leaves; of a choice there is no nothing to pick.
          tabIndex={props.variable.type === 'select' || Editor ? undefined : -1}
          // The focus stays in the editor: that it was left would save what is typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onClear}
        />
      )}
    </>
  );
}
