'use client';
import type { Ref } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import type { ToVariableText } from '../hooks/useVariableText.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { FieldConflict } from './FieldConflict.tsx';
import { KeptInput } from './KeptInput.tsx';
import { ReplacedNote } from './ReplacedNote.tsx';

export interface FieldNewsProps {
  readonly label: string;
  readonly variable: Variable;
  readonly state: VariableState;
  /** How its values are told in words. */
  readonly toText: ToVariableText;
  readonly isMasked: boolean;
  /** Something is typed, and there is no editor to show it in. */
  readonly isKept: boolean;
  readonly keepMineRef: Ref<HTMLButtonElement>;
  readonly returning: (verb: () => void) => () => void;
}

/** What somebody else has done to a value: two changes to choose from, one that was written over, a field that is gone. */
export function FieldNews(props: FieldNewsProps) {
  const { label, variable, state, toText, isMasked, isKept, keepMineRef, returning } = props;
  const { masked } = useLocale().messages.variables;
  const { conflict, replaced } = state;

  function tell(value: VariableValue): string | null {
    return isMasked && value !== null ? masked : toText(variable, value);
  }

  return (
    <>
      {isKept && <KeptInput variable={variable} state={state} toText={toText} returning={returning} />}
      {conflict && (
        <FieldConflict
          ref={keepMineRef}
          field={label}
          theirs={tell(conflict.theirs)}
          mine={conflict.mine === undefined ? undefined : tell(conflict.mine)}
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
          theirs={tell(replaced.theirs)}
          by={replaced.by}
          onUndo={returning(state.restoreTheirs)}
          onDismiss={returning(state.dismissReplaced)}
        />
      )}
    </>
  );
}
