'use client';
import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { useContactForm } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useSubscriberKey } from '../hooks/useSubscriberKey.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CardSection } from './CardSection.tsx';
import { ContactEditor } from './ContactEditor.tsx';
import { ContactFacts } from './ContactFacts.tsx';
import { ContactLeftovers } from './ContactLeftovers.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';

export type ContactFormProps = HTMLAttributes<HTMLElement>;

/**
 * The CRM contact of the subscriber: one form that creates it where none is linked, and updates it otherwise. The
 * form has `data-linked` where there is one, and `data-pending` until the server has confirmed the save.
 * @selector [data-status="loading|ready|failed"]
 */
export function ContactForm({ className, ...props }: ContactFormProps) {
  const state = useContactForm();
  const { messages } = useLocale();
  const key = useSubscriberKey();
  const { contactId, canSave, readOnly } = state;
  const { firstName, lastName } = state.form.inputs;
  const name = `${firstName} ${lastName}`.trim();
  // What was typed stays in sight, also where it turns out that it may not be saved.
  const isUnsaved = state.form.isOpen || state.saveStatus !== undefined;
  return (
    <CardSection
      {...props}
      section={state}
      name="contact"
      className={clsx('sbc-contact', className)}
      skeleton={
        <>
          <Skeleton width="long" />
          <Skeleton width="medium" />
          <Skeleton width="long" />
          <Skeleton width="medium" />
        </>
      }
    >
      <ReadOnlyNote reason={readOnly} />
      <ContactLeftovers name={name} />
      {contactId === null && (
        <p className="sbc-empty">{canSave ? messages.contact.noneHint : messages.contact.none}</p>
      )}
      {(contactId !== null || canSave || isUnsaved) && <ContactEditor key={key} state={state} />}
      {contactId && <ContactFacts key={contactId} contactId={contactId} name={name} state={state} />}
    </CardSection>
  );
}
