'use client';
import type { Ref } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { formatVariable } from '../i18n/formatVariable.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { FieldConflict } from './FieldConflict.tsx';
import { KeptInput } from './KeptInput.tsx';
import { ReplacedNote } from './ReplacedNote.tsx';

export interface FieldNewsProps {
  readonly label: string;
  readonly variable: Variable;
  readonly state: VariableState;
  readonly isMasked: boolean;
  /** Something is typed, and there is no editor to show it in. */
  readonly isKept: boolean;
  readonly keepMineRef: Ref<HTMLButtonElement>;
  readonly returning: (verb: () => void) => () => void;
}

/** What somebody else has done to a value: two changes to choose from, one that was written over, a field that is gone. */
export function FieldNews(props: FieldNewsProps) {
  const { label, variable, state, isMasked, isKept, keepMineRef, returning } = props;
  const { messages, locale, timeZone } = useLocale();
  const { conflict, replaced } = state;

  function toText(value: VariableValue): string | null {
    if (isMasked && value !== null) return messages.variables.masked;
    return formatVariable(variable, value, { locale, timeZone, messages });
  }

  return (
    <>
      {isKept && <KeptInput variable={variable} state={state} returning={returning} />}
      {conflict && (
        <FieldConflict
          ref={keepMineRef}
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
    </>
  );
}
