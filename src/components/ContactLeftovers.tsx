'use client';
import { useContactLeftovers } from '../hooks/useContactLeftovers.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { LostText } from './LostText.tsx';
import { toSentence } from './toSentence.tsx';

export interface ContactLeftoversProps {
  /** What the contact that is linked now is called. */
  readonly name: string;
}

/** What was typed for a contact that is not this subscriber's any more. */
export function ContactLeftovers({ name }: ContactLeftoversProps) {
  const leftovers = useContactLeftovers();
  const { contact } = useLocale().messages;
  if (!leftovers) return null;
  const { isOfNew, text, discard } = leftovers;
  return (
    <LostText role="status" text={text} onDiscard={discard}>
      {isOfNew ? toSentence((slot) => contact.linked(slot(<bdi>{name}</bdi>))) : contact.unlinkedElsewhere}
    </LostText>
  );
}
