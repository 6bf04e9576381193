'use client';
import { useState } from 'react';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import type { SubmitResult } from '../hooks/useField.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { ContactDuplicates } from './ContactDuplicates.tsx';
import { ContactNameField } from './ContactNameField.tsx';
import { ContactPointsField } from './ContactPointsField.tsx';
import { EditForm } from './EditForm.tsx';
import { toFormProblem } from './problems.ts';
import { SaveNote } from './SaveNote.tsx';

export interface ContactEditorProps {
  readonly state: ContactFormState;
}

/** The names, phones and e-mail addresses of a contact. */
export function ContactEditor({ state }: ContactEditorProps) {
  const { form, contactId, canSave, saveStatus } = state;
  const { messages } = useLocale();
  const texts = messages.contact;
  const [isRefused, setIsRefused] = useState(false);
  const isNew = contactId === null;
  const isNameless = isRefused && isBlank(form.inputs);
  const rejected = Object.values(form.problems).find((problem) => problem?.type === 'rejected');
  const rejection = rejected?.type === 'rejected' ? rejected.error : undefined;
  const isSaving = saveStatus === 'sent' || saveStatus === 'queued' || saveStatus === 'waiting';

  function save(): SubmitResult {
    const isWithoutAll = isNew && isBlank(form.inputs);
    setIsRefused(isWithoutAll);
    return isWithoutAll ? 'invalid' : form.submit();
  }

  return (
    <EditForm
      aria-label={isNew ? texts.addTab : texts.tab}
      className="sbc-contact-form"
      data-linked={!isNew || undefined}
      data-pending={isSaving || undefined}
      isDirty={form.isDirty}
      error={toFormProblem(Object.values(form.problems), messages, [
        'firstName',
        'lastName',
        'phones',
        'emails',
      ])}
      rejection={rejection}
      canSave={canSave}
      isPrimary={isNew || form.isDirty}
      isSaving={isNew && isSaving}
      saveLabel={texts.save}
      onSave={save}
      cancelLabel={texts.cancel}
      onCancel={form.isDirty ? form.cancel : undefined}
    >
      <ContactNameField state={state} name="firstName" error={isNameless ? texts.nameNeeded : undefined} />
      <ContactNameField state={state} name="lastName" />
      <ContactPointsField state={state} name="phones" />
      <ContactPointsField state={state} name="emails" />
      <ContactDuplicates state={state} rejection={rejection} />
      <SaveNote
        status={saveStatus}
        error={state.saveError}
        onRetry={state.retrySave}
        onDiscard={state.discardSave}
        onCheck={isNew ? state.check : undefined}
      />
    </EditForm>
  );
}

function isBlank({ firstName, lastName, phones, emails }: ContactFormState['form']['inputs']): boolean {
  return [firstName, lastName, ...[...phones, ...emails].map(({ value }) => value)].every(
    (text) => text.trim() === '',
  );
}
