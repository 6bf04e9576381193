'use client';
import clsx from 'clsx';
import { type HTMLAttributes, useId, useRef, useState } from 'react';
import { toProblemText } from '../hooks/toProblemText.ts';
import { useLocale } from '../hooks/useLocale.ts';
import type { VariableState } from '../hooks/useVariable.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import type { EditorInput } from '../i18n/parse.ts';
import type { Variable } from '../model/variable.ts';
import { Editable } from '../ui/Editable.tsx';
import type { SubmitHow } from '../ui/useEditable.ts';
import { useFocusHandover } from '../ui/useFocusHandover.ts';
import type { CardPart } from './CardFrame.ts';
import { preloadChoice } from './ChoiceInput.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import { FieldNote } from './FieldNote.tsx';
import { FieldPreview, isUnset } from './FieldPreview.tsx';
import { FieldTools } from './FieldTools.tsx';
import { hasUnfinishedDay, UNFINISHED } from './readDayField.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import { useIsNews } from './useIsNews.ts';
import { useSaveNews } from './useSaveNews.ts';

export interface FieldRowProps extends Omit<HTMLAttributes<HTMLDivElement>, 'onSubmit' | 'children'> {
  /** What the field is: its label, type, options and rules. */
  readonly variable: Variable;
  /** What it holds and what can be done with it. */
  readonly state: VariableState;
  /** The part of the card that it stands in. Default: the variables. */
  readonly part?: CardPart | undefined;
}

/**
 * A labelled value that is edited in place, whatever it belongs to: `useVariable(variable)` gives the state of a
 * subscriber's variable, `useContactField(contactId, field)` that of another field of a CRM contact. It is a row of
 * a `<dl class="sbc-variables">`. Give it the React key of its field: what is open in a row belongs to that field.
 * `data-changed` lasts from somebody else's change until the reader comes near, `data-saved` for a moment.
 * @selector [data-editing] [data-pending] [data-waiting] [data-saved] [data-failed] [data-conflict] [data-changed] [data-empty] [data-readonly]
 */
export function FieldRow({ variable, state, part = 'variables', className, ...props }: FieldRowProps) {
  const { messages, dir } = useLocale();
  const rowRef = useRef<HTMLDivElement>(null);
  const keepMineRef = useRef<HTMLButtonElement>(null);
  const noteId = useId();
  const [isFresh, setIsFresh] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const returning = useFocusReturn(rowRef);
  useFocusHandover(rowRef);
  const label = [variable.label, variable.key].find((name) => !isBlankName(name)) ?? messages.card.noName;
  const name = plainText(label, dir);
  const [isNews, setSeen] = useIsNews(state);
  const isSaved = useSaveNews(label, state);

  const isSwitch = variable.type === 'boolean';
  const isMasked = variable.masked === true && !isShown;
  const hasEditor = state.isEditing && state.canEdit && !isSwitch;
  const problem = toProblemText(state.problem, messages);
  const hint = state.conflict
    ? undefined
    : (variable.hint ?? (variable.type === 'text' ? messages.variables.multilineHint : undefined));
  const isKept = state.isEditing && !hasEditor;
  const hasNews = Boolean(state.error || state.conflict || state.replaced);
  const hasNote = hasNews || isKept || (hasEditor && Boolean(problem || hint));

  function submit(how: SubmitHow) {
    if (rowRef.current && hasUnfinishedDay(rowRef.current)) state.change(UNFINISHED);
    // What the server has refused is sent again only on purpose.
    else if (how !== 'enter' && state.problem?.type === 'rejected') return;
    setIsFresh(false);
    if (state.submit() === 'conflict' && how === 'enter') keepMineRef.current?.focus();
  }

  function pick(input: EditorInput) {
    state.change(input);
    submit('enter');
  }

  function comeNear() {
    preloadChoice(variable.type);
    setSeen();
  }

  return (
    <Editable
      onPointerEnter={comeNear}
      onFocus={comeNear}
      {...props}
      ref={rowRef}
      className={clsx('sbc-row', className)}
      data-pending={state.isPending || undefined}
      data-waiting={state.status === 'waiting' || undefined}
      data-failed={state.status === 'failed' || state.problem?.type === 'rejected' || undefined}
      data-conflict={state.conflict !== undefined || undefined}
      data-saved={isSaved || undefined}
      data-changed={isNews || undefined}
      data-empty={isUnset(state.value) || undefined}
      label={<FieldLabel label={label} variable={variable} state={state} />}
      isEditing={hasEditor}
      editLabel={messages.variables.edit(name)}
      canEdit={state.canEdit && !isSwitch}
      readOnlyReason={toReadOnlyReason()}
      onEdit={() => {
        setIsFresh(true);
        state.edit();
      }}
      onSubmit={submit}
      onCancel={() => {
        setIsFresh(false);
        state.cancel();
      }}
      renderPreview={() => (
        <FieldPreview
          name={name}
          variable={variable}
          state={state}
          part={part}
          isMasked={isMasked}
          onToggleMask={() => setIsShown(!isShown)}
        />
      )}
      renderEditor={() => (
        <FieldEditor
          variable={variable}
          label={name}
          state={state}
          part={part}
          onClear={returning(state.clear)}
          onPick={pick}
          isFresh={isFresh}
          aria-describedby={problem || hint ? noteId : undefined}
          aria-invalid={problem ? true : undefined}
        />
      )}
      tools={
        <FieldTools name={name} variable={variable} state={state} isMasked={isMasked} returning={returning} />
      }
      note={
        hasNote && (
          <FieldNote
            ref={keepMineRef}
            label={label}
            variable={variable}
            state={state}
            isMasked={isMasked}
            isKept={isKept}
            messageId={noteId}
            problem={problem}
            hint={hasEditor ? hint : undefined}
            returning={returning}
          />
        )
      }
    />
  );

  function toReadOnlyReason(): string | undefined {
    if (state.readOnly) return messages.readOnly.because(state.readOnly);
    if (state.readOnly === '') return messages.readOnly.label;
    return state.isKnown ? undefined : messages.variables.unknownType(variable.type);
  }
}
