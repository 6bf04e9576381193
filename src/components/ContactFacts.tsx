'use client';
import { useId, useState } from 'react';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { isBlankName, plainText } from '../i18n/format.ts';
import { safeUrl } from '../model/safeUrl.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { ContactOtherField } from './ContactOtherField.tsx';

export interface ContactFactsProps {
  readonly contactId: string;
  /** First and last name. */
  readonly name: string;
  readonly state: ContactFormState;
}

/** What else the CRM knows of a linked contact: its other fields on demand, and its page. */
export function ContactFacts({ contactId, name, state }: ContactFactsProps) {
  const { otherFields, url } = state;
  const { messages, dir } = useLocale();
  const texts = messages.contact;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const called = isBlankName(name) ? messages.card.noName : plainText(name, dir);
  return (
    <>
      {isOpen && (
        <dl className="sbc-variables" id={id}>
          {otherFields.map((field) => (
            <ContactOtherField key={field.key} contactId={contactId} field={field} />
          ))}
        </dl>
      )}
      <div className="sbc-contact-more">
        {otherFields.length > 0 && (
          <Button
            variant="ghost"
            size="small"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? texts.fewerFields : texts.moreFields}
          </Button>
        )}
        {safeUrl(url) && (
          <SafeLink
            href={url}
            className="sbc-contact-open"
            aria-label={texts.openInCrm(called)}
            title={messages.card.opensInNewTab}
          >
            {texts.openInCrm()}
            <Icon name="external" />
          </SafeLink>
        )}
      </div>
    </>
  );
}
