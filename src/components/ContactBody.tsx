'use client';
import { useContactForm } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriberKey } from '../hooks/useSubscriberKey.ts';
import { ContactEditor } from './ContactEditor.tsx';
import { ContactFacts } from './ContactFacts.tsx';
import { ContactLeftovers } from './ContactLeftovers.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';

/** The form of the contact that is linked, or of one that is created, and what else the CRM knows of it. */
export function ContactBody() {
  const state = useContactForm();
  const { messages } = useLocale();
  const key = useSubscriberKey();
  const { contactId, canSave, readOnly } = state;
  const { firstName, lastName } = state.form.inputs;
  const name = `${firstName} ${lastName}`.trim();
  // What was typed stays in sight, also where it turns out that it may not be saved.
  const isUnsaved = state.form.isOpen || state.saveStatus !== undefined;
  return (
    <>
      <ReadOnlyNote reason={readOnly} />
      <ContactLeftovers name={name} />
      {contactId === null && (
        <p className="sbc-empty">{canSave ? messages.contact.noneHint : messages.contact.none}</p>
      )}
      {(contactId !== null || canSave || isUnsaved) && (
        <ContactEditor key={key} state={state}>
          {contactId && <ContactFacts key={contactId} contactId={contactId} name={name} state={state} />}
        </ContactEditor>
      )}
    </>
  );
}
