'use client';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import type { ContactPoint } from '../model/contact.ts';
import { ReplacedNote } from './ReplacedNote.tsx';
import { toPointsText } from './toPointsText.ts';

export interface ContactReplacedProps {
  readonly state: ContactFormState;
  readonly name: 'firstName' | 'lastName' | 'phones' | 'emails';
}

/** That a colleague's change of a field of the contact was written over. */
export function ContactReplaced({ state, name }: ContactReplacedProps) {
  const { contact } = useLocale().messages;
  const replaced = state.replaced.find(({ field }) => field.kind === 'contact' && field.name === name);
  if (!replaced) return null;
  const { theirs, by, restoreTheirs, dismissReplaced } = replaced;
  const labels = { ...contact, phones: contact.phone, emails: contact.email };
  const isList = name === 'phones' || name === 'emails';
  return (
    <ReplacedNote
      field={labels[name]}
      theirs={isList ? toPointsText(theirs as readonly ContactPoint[]) : (theirs as string) || null}
      by={by}
      onUndo={restoreTheirs}
      onDismiss={dismissReplaced}
    />
  );
}
