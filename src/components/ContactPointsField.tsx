'use client';
import { useRef } from 'react';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import type { ContactPoint } from '../model/contact.ts';
import { Button } from '../ui/Button.tsx';
import { useClientLayoutEffect } from '../ui/useClientLayoutEffect.ts';
import { ContactPointRow } from './ContactPointRow.tsx';
import { ContactReplaced } from './ContactReplaced.tsx';
import { FieldConflict } from './FieldConflict.tsx';
import { type Problem, toFieldProblem } from './problems.ts';
import { toPointsText } from './toPointsText.ts';

export interface ContactPointsFieldProps {
  readonly state: ContactFormState;
  readonly name: 'phones' | 'emails';
  /** Takes the focus. */
  readonly added: AddedPoint | undefined;
  readonly onAdd: () => void;
}

/** A field that was just added to one of the lists. */
export interface AddedPoint {
  readonly name: ContactPointsFieldProps['name'];
  readonly place: number;
}

/** The phones or the e-mail addresses of a contact, one of them the primary one. */
export function ContactPointsField({ state, name, added, onAdd }: ContactPointsFieldProps) {
  const { form, canSave } = state;
  const { messages } = useLocale();
  const texts = messages.contact;
  const isPhone = name === 'phones';
  const frameRef = useRef<HTMLDivElement>(null);
  const toFocus = useRef<number | null>(null);
  const points = form.inputs[name];
  // There is always a field to type into.
  const rows = points.length > 0 ? points : [BLANK];
  const primary = Math.max(
    0,
    rows.findIndex((point) => point.primary),
  );
  const problem = form.problems[name];
  const conflict = form.conflicts[name];

  useClientLayoutEffect(() => {
    if (added?.name === name) frameRef.current?.querySelectorAll('input')[added.place]?.focus();
  }, [added, name]);
  useClientLayoutEffect(() => {
    if (toFocus.current === null) return;
    const inputs = frameRef.current?.querySelectorAll('input') ?? [];
    inputs[Math.min(toFocus.current, inputs.length - 1)]?.focus();
    toFocus.current = null;
  });

  function change(next: readonly ContactPoint[]) {
    const isBlank = next.length === 1 && next[0]?.value === '';
    form.change(name, isBlank ? [] : next);
  }

  return (
    <div ref={frameRef} className="sbc-contact-points">
      {rows.map((point, place) => (
        <ContactPointRow
          // A row is its place: what is typed has no id yet.
          // biome-ignore lint/suspicious/noArrayIndexKey: the inputs are controlled
          key={place}
          type={isPhone ? 'phone' : 'email'}
          position={place + 1}
          value={point.value}
          isPrimary={place === primary}
          isOnly={rows.length === 1}
          readOnly={!canSave}
          error={toRowProblem(problem, rows, place, name, messages)}
          onValueChange={(value) => change(rows.map((row) => (row === point ? { ...row, value } : row)))}
          onMakePrimary={() => change(rows.map((row) => ({ ...row, primary: row === point })))}
          onRemove={() => {
            toFocus.current = place;
            change(rows.filter((row) => row !== point));
          }}
        />
      ))}
      {conflict && (
        <FieldConflict
          field={isPhone ? texts.phone : texts.email}
          theirs={toPointsText(conflict.theirs)}
          mine={conflict.mine && toPointsText(conflict.mine)}
          by={conflict.by}
          at={conflict.at}
          onKeepMine={() => form.keepMine(name)}
          onTakeTheirs={() => form.takeTheirs(name)}
        />
      )}
      <ContactReplaced state={state} name={name} />
      {canSave && (
        <Button className="sbc-contact-add" variant="ghost" size="small" icon="plus" onClick={onAdd}>
          {isPhone ? texts.addPhone : texts.addEmail}
        </Button>
      )}
    </div>
  );
}

const BLANK: ContactPoint = { value: '', primary: true };

/** What is wrong with one row. The server counts the rows that were sent, which are those with a text. */
function toRowProblem(
  problem: Problem | undefined,
  rows: readonly ContactPoint[],
  place: number,
  name: string,
  messages: Parameters<typeof toFieldProblem>[1],
): string | undefined {
  if (problem?.type !== 'rejected') return toFieldProblem(problem, messages, `${name}.${place}`);
  const isSent = (row: ContactPoint | undefined) => row?.value.trim() !== '';
  if (!isSent(rows[place])) return undefined;
  const sent = rows.slice(0, place).filter(isSent).length;
  return toFieldProblem(problem, messages, `${name}.${sent}`);
}
