'use client';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ContactReplaced } from './ContactReplaced.tsx';
import { FieldConflict } from './FieldConflict.tsx';
import { toFieldProblem } from './problems.ts';

export interface ContactNameFieldProps {
  readonly state: ContactFormState;
  readonly name: 'firstName' | 'lastName';
  readonly error?: string | undefined;
}

/** First or last name of a contact. */
export function ContactNameField({ state, name, error }: ContactNameFieldProps) {
  const { form, canSave } = state;
  const { messages } = useLocale();
  const conflict = form.conflicts[name];
  const label = messages.contact[name];
  return (
    <Field label={label} error={error ?? toFieldProblem(form.problems[name], messages, name)}>
      {(control) => (
        <>
          <TextInput
            {...control}
            readOnly={!canSave}
            value={form.inputs[name]}
            onValueChange={(text) => form.change(name, text)}
          />
          {conflict && (
            <FieldConflict
              field={label}
              theirs={conflict.theirs || null}
              mine={conflict.mine === undefined ? undefined : conflict.mine || null}
              by={conflict.by}
              at={conflict.at}
              onKeepMine={() => form.keepMine(name)}
              onTakeTheirs={() => form.takeTheirs(name)}
            />
          )}
          <ContactReplaced state={state} name={name} />
        </>
      )}
    </Field>
  );
}
