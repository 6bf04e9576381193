'use client';
import { forwardRef } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { formatVariable } from '../i18n/formatVariable.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { Icon } from '../ui/Icon.tsx';
import { FieldConflict } from './FieldConflict.tsx';
import { KeptInput } from './KeptInput.tsx';
import { ReplacedNote } from './ReplacedNote.tsx';
import { SaveNote } from './SaveNote.tsx';

export interface FieldNoteProps {
  readonly label: string;
  readonly variable: Variable;
  readonly state: VariableState;
  readonly isMasked: boolean;
  /** Something is typed, and there is no editor to show it in. */
  readonly isKept: boolean;
  /** The id that the editor is described by. */
  readonly messageId: string;
  readonly problem: string | undefined;
  readonly hint: string | undefined;
  readonly returning: (verb: () => void) => () => void;
}

/** What stands under a value or its editor: a hint, what is wrong, two changes, a save that fails. */
export const FieldNote = forwardRef<HTMLButtonElement, FieldNoteProps>(function FieldNote(props, ref) {
  const { label, variable, state, isMasked, isKept, messageId, problem, hint, returning } = props;
  const { messages, locale, timeZone } = useLocale();
  const { conflict, replaced } = state;

  function toText(value: VariableValue): string | null {
    if (isMasked && value !== null) return messages.variables.masked;
    return formatVariable(variable, value, { locale, timeZone, messages });
  }

  return (
    <>
      {problem ? (
        <p id={messageId} className="sbc-field-error">
          <Icon name="warning" />
          <bdi>{problem}</bdi>
        </p>
      ) : (
        hint && (
          <p id={messageId} className="sbc-field-hint">
            <bdi>{hint}</bdi>
          </p>
        )
      )}
      {isKept && <KeptInput variable={variable} state={state} returning={returning} />}
      {conflict && (
        <FieldConflict
          ref={ref}
          field={label}
          theirs={toText(conflict.theirs)}
          mine={conflict.mine === undefined ? undefined : toText(conflict.mine)}
          canCopy={!isMasked}
          by={conflict.by}
          at={conflict.at}
          onKeepMine={returning(state.keepMine)}
          onTakeTheirs={returning(state.takeTheirs)}
        />
      )}
      {replaced && (
        <ReplacedNote
          field={label}
          theirs={toText(replaced.theirs)}
          by={replaced.by}
          onUndo={returning(state.restoreTheirs)}
          onDismiss={returning(state.dismissReplaced)}
        />
      )}
      <SaveNote
        status={state.status}
        error={state.error}
        onRetry={returning(state.retry)}
        onDiscard={returning(state.discard)}
      />
    </>
  );
});
