'use client';
import { forwardRef } from 'react';
import type { VariableState } from '../hooks/useVariable.ts';
import { useVariableText } from '../hooks/useVariableText.ts';
import type { Variable } from '../model/variable.ts';
import { createLazy } from '../ui/createLazy.ts';
import { Icon } from '../ui/Icon.tsx';
import { LazyPart } from './LazyPart.tsx';
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

const fieldNews = createLazy(() => import('./FieldNews.tsx').then((module) => module.FieldNews));

/** What stands under a value or its editor: a hint, what is wrong, two changes, a save that fails. */
export const FieldNote = forwardRef<HTMLButtonElement, FieldNoteProps>(function FieldNote(props, ref) {
  const { label, variable, state, isMasked, isKept, messageId, problem, hint, returning } = props;
  const toText = useVariableText();
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
      {(isKept || state.conflict || state.replaced) && (
        <LazyPart
          part={fieldNews}
          props={{ label, variable, state, toText, isMasked, isKept, keepMineRef: ref, returning }}
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
