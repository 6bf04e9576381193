'use client';
import { useContactLeftovers } from '../hooks/useContactLeftovers.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface ContactLeftoversProps {
  /** What the contact that is linked now is called. */
  readonly name: string;
}

/** What was typed for a contact that is not this subscriber's any more: nothing typed is lost. */
export function ContactLeftovers({ name }: ContactLeftoversProps) {
  const leftovers = useContactLeftovers();
  const { messages } = useLocale();
  if (!leftovers) return null;
  const { isOfNew, text, discard } = leftovers;
  return (
    <Notice
      tone="warning"
      role="status"
      actions={
        <>
          <CopyButton
            variant="button"
            size="small"
            text={text}
            label={messages.form.copyText}
            copiedLabel={messages.copy.copied}
            failedLabel={messages.copy.failed}
          />
          <Button variant="link" onClick={discard}>
            {messages.form.discard}
          </Button>
        </>
      }
    >
      <bdi>{isOfNew ? messages.contact.linked(name) : messages.contact.unlinkedElsewhere}</bdi>
    </Notice>
  );
}
