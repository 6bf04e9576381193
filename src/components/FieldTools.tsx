'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { useVariableText } from '../hooks/useVariableText.ts';
import type { Variable } from '../model/variable.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { VariableFacts } from './VariableFacts.tsx';

export interface FieldToolsProps {
  /** The label, as plain text. */
  readonly name: string;
  readonly variable: Variable;
  readonly state: VariableState;
  readonly isMasked: boolean;
  /** Keeps the focus in the row when a tool goes with what it did. */
  readonly returning: (verb: () => void) => () => void;
}

/** The tools of a value before its pencil: it is copied, and a switch, which has no editor, is unset. */
export function FieldTools({ name, variable, state, isMasked, returning }: FieldToolsProps) {
  const { messages } = useLocale();
  const toText = useVariableText();
  const isSwitch = variable.type === 'boolean';
  const { value } = state;
  if (value === null || value === undefined) return null;
  return (
    <>
      {!isSwitch && !isMasked && value !== '' && (
        <CopyTool name={name} variable={variable} state={state} text={toText(variable, value) ?? ''} />
      )}
      {isSwitch && state.canClear && (
        <IconButton icon="close" label={messages.variables.clear(name)} onClick={returning(state.clear)} />
      )}
    </>
  );
}

type CopyToolProps = Pick<FieldToolsProps, 'name' | 'variable' | 'state'> & { readonly text: string };

function CopyTool({ name, variable, state, text }: CopyToolProps) {
  const { copy, variables } = useLocale().messages;
  const button = { text, label: variables.copy(name), copiedLabel: copy.copied, failedLabel: copy.failed };
  return (
    <VariableFacts variable={variable} state={state}>
      {(trigger) => (
        <CopyButton
          {...button}
          onFocus={trigger?.onFocus}
          onBlur={trigger?.onBlur}
          aria-describedby={trigger?.['aria-describedby']}
        />
      )}
    </VariableFacts>
  );
}
