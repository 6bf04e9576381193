'use client';
import { type ReactNode, useState } from 'react';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import type { SubmitResult } from '../hooks/useField.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { ContactAssignee } from './ContactAssignee.tsx';
import { ContactDuplicates } from './ContactDuplicates.tsx';
import { ContactNameField } from './ContactNameField.tsx';
import { type AddedPoint, ContactPointsField } from './ContactPointsField.tsx';
import { EditForm } from './EditForm.tsx';
import { SaveNote } from './SaveNote.tsx';
import { useFormProblem } from './useFormProblem.ts';
import { useSaveNews } from './useSaveNews.ts';

export interface ContactEditorProps {
  readonly state: ContactFormState;
  /** What stands between its fields and its buttons. */
  readonly children?: ReactNode;
}

/** The names, phones and e-mail addresses of a contact. */
export function ContactEditor({ state, children }: ContactEditorProps) {
  const { form, contactId, canSave, saveStatus } = state;
  const { messages } = useLocale();
  const texts = messages.contact;
  const [isRefused, setIsRefused] = useState(false);
  const [added, setAdded] = useState<AddedPoint>();
  const error = useFormProblem(Object.values(form.problems), messages, toPaths(form.inputs));
  const isNew = contactId === null;
  const isNameless = isRefused && isBlank(form.inputs);
  const rejected = Object.values(form.problems).find((problem) => problem?.type === 'rejected');
  const rejection = rejected?.type === 'rejected' ? rejected.error : undefined;
  const isSaving = saveStatus === 'sent' || saveStatus === 'queued' || saveStatus === 'waiting';

  useSaveNews(texts.tab, {
    status: saveStatus,
    error: state.saveError,
    problem: rejected,
    conflict: Object.values(form.conflicts).find((conflict) => conflict !== undefined),
  });

  function save(): SubmitResult {
    const isWithoutAll = isNew && isBlank(form.inputs);
    setIsRefused(isWithoutAll);
    return isWithoutAll ? 'invalid' : form.submit();
  }

  function add(name: AddedPoint['name']) {
    const points = form.inputs[name];
    // The empty field that stands there without a point is one too.
    const rows = points.length > 0 ? points : [{ value: '', primary: true }];
    form.change(name, [...rows, { value: '', primary: false }]);
    setAdded({ name, place: rows.length });
  }

  return (
    <EditForm
      aria-label={isNew ? texts.addTab : texts.tab}
      className="sbc-contact-form"
      data-linked={!isNew || undefined}
      data-pending={isSaving || undefined}
      isDirty={form.isDirty}
      error={error}
      rejection={rejection}
      canSave={canSave && (isNew || form.isDirty)}
      isSaving={isNew && isSaving}
      saveLabel={texts.save}
      onSave={save}
      cancelLabel={texts.cancel}
      onCancel={form.isDirty ? form.cancel : undefined}
    >
      <ContactNameField state={state} name="firstName" error={isNameless ? texts.nameNeeded : undefined} />
      <ContactNameField state={state} name="lastName" />
      <ContactPointsField state={state} name="phones" added={added} onAdd={() => add('phones')} />
      <ContactPointsField state={state} name="emails" added={added} onAdd={() => add('emails')} />
      {!isNew && <ContactAssignee assignee={state.assignee} />}
      {children}
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

/** Where the fields stand in what is sent: rows without a text are left out. */
function toPaths({ phones, emails }: ContactFormState['form']['inputs']): string[] {
  const rows = Object.entries({ phones, emails }).flatMap(([name, points]) =>
    points.filter(({ value }) => value.trim() !== '').map((_, place) => `${name}.${place}`),
  );
  return ['firstName', 'lastName', ...rows];
}

function isBlank({ firstName, lastName, phones, emails }: ContactFormState['form']['inputs']): boolean {
  return [firstName, lastName, ...[...phones, ...emails].map(({ value }) => value)].every(
    (text) => text.trim() === '',
  );
}
