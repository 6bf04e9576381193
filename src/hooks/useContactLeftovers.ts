'use client';
import type { ContactPoint } from '../model/contact.ts';
import { type FieldId, NEW, parseFieldId } from '../model/field.ts';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';
import { useSlice } from './useSlice.ts';

export interface ContactLeftovers {
  /** It was typed for a new contact, and another one was linked meanwhile; else its contact was unlinked. */
  readonly isOfNew: boolean;
  /** What was typed, a line for each field. */
  readonly text: string;
  readonly discard: () => void;
}

/** What was typed into a contact that is not this subscriber's any more. */
export function useContactLeftovers(): ContactLeftovers | null {
  const { store } = useSubscriberContext().card;
  const ids = useSlice(leftoverIds);
  if (ids.length === 0) return null;
  const { drafts } = store.getState();
  return {
    isOfNew: ids.every((id) => idOf(id) === NEW),
    text: ids.flatMap((id) => toLines(drafts.get(id)?.input)).join('\n'),
    discard: () => store.cancel(ids),
  };
}

function leftoverIds({ confirmed: { contact }, drafts }: CardState): FieldId[] {
  if (contact === undefined) return [];
  const current = contact?.id ?? NEW;
  return [...drafts.keys()].filter((id) => {
    const owner = idOf(id);
    return owner !== undefined && owner !== current;
  });
}

function idOf(id: FieldId): string | undefined {
  const field = parseFieldId(id);
  return field?.kind === 'contact' || field?.kind === 'contactField' ? field.id : undefined;
}

function toLines(input: unknown): string[] {
  if (Array.isArray(input)) return input.flatMap((row: ContactPoint | string) => toLines(row));
  if (typeof input === 'object' && input !== null) {
    return toLines('value' in input ? input.value : Object.values(input).join(' '));
  }
  return typeof input === 'string' && input.trim() !== '' ? [input.trim()] : [];
}
