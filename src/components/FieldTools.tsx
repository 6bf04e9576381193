'use client';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { formatVariable } from '../i18n/formatVariable.ts';
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
  const { messages, locale, timeZone } = useLocale();
  const isSwitch = variable.type === 'boolean';
  const { value } = state;
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' && !isWritten(variable.type) ? value : null;
  return (
    <>
      {!isSwitch && !isMasked && value !== '' && (
        <CopyTool
          name={name}
          variable={variable}
          state={state}
          text={text ?? formatVariable(variable, value, { locale, timeZone, messages }) ?? ''}
        />
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

/** Whether a reader sees another text than the value is: a date, a number, the label of an option. */
function isWritten(type: string): boolean {
  return ['number', 'date', 'datetime', 'select'].includes(type);
}
