'use client';
import { useId, useState } from 'react';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { ContactOtherField } from './ContactOtherField.tsx';
import { MemberName } from './MemberName.tsx';

export interface ContactFactsProps {
  readonly contactId: string;
  /** First and last name. */
  readonly name: string;
  readonly state: ContactFormState;
}

/** What else the CRM knows of a linked contact: who looks after it, its other fields, its page. */
export function ContactFacts({ contactId, name, state }: ContactFactsProps) {
  const { assignee, otherFields, url } = state;
  const { messages, dir } = useLocale();
  const texts = messages.contact;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const called = isBlankName(name) ? messages.card.noName : plainText(name, dir);
  return (
    <>
      <dl className="sbc-variables" id={id}>
        <div className="sbc-row" data-empty={!assignee || undefined}>
          <dt className="sbc-row-label">
            <span>{texts.assignee}</span>
          </dt>
          <dd className="sbc-row-value">
            <div className="sbc-editable-preview">
              {assignee ? <MemberName member={assignee} /> : texts.unassigned}
            </div>
          </dd>
        </div>
        {isOpen &&
          otherFields.map((field) => (
            <ContactOtherField key={field.key} contactId={contactId} field={field} />
          ))}
      </dl>
      <div className="sbc-contact-more">
        {otherFields.length > 0 && (
          <Button
            variant="ghost"
            size="small"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? texts.showLess : texts.showAll}
          </Button>
        )}
        <SafeLink
          href={url}
          className="sbc-contact-link"
          aria-label={texts.open(called)}
          title={messages.card.opensInNewTab}
        >
          {url && texts.open(called)}
          {url && <Icon name="external" />}
        </SafeLink>
      </div>
    </>
  );
}
