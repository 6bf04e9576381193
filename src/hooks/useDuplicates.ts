'use client';
import { useEffect, useState } from 'react';
import type { Contact } from '../model/contact.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import type { CardClient } from '../store/createCardClient.ts';
import type { ContactShape } from './contactFields.ts';
import { useCapability } from './useCapability.ts';
import type { FormState } from './useForm.ts';

/** Milliseconds without a key stroke before the backend is asked. */
const DEBOUNCE = 400;

/** Contacts other than `contactId` that have the first address or number typed in the form. */
export function useDuplicates(
  form: FormState<ContactShape>,
  contactId: string | undefined,
): readonly Contact[] {
  const { client } = useCardContext();
  const canFind = useCapability('findContacts');
  const [found, setFound] = useState<Found | null>(null);
  const email = form.inputs.emails[0]?.value.trim() ?? '';
  const phone = form.inputs.phones[0]?.value.trim() ?? '';
  const key = JSON.stringify([email, phone]);
  const isAsked =
    canFind && (form.isDirty || contactId === undefined) && (email.includes('@') || phone.length > 5);

  useEffect(() => {
    if (!isAsked) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = { ...(email && { email }), ...(phone && { phone }) };
        const contacts = await client.findContacts(query, { signal: controller.signal });
        if (!controller.signal.aborted) setFound({ client, key, contacts });
      } catch {
        // Only advice: the save itself will say what is wrong.
      }
    }, DEBOUNCE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, isAsked, email, phone, key]);

  const isAnswered = isAsked && found?.key === key && found.client === client;
  return isAnswered ? found.contacts.filter(({ id }) => id !== contactId) : [];
}

interface Found {
  readonly client: CardClient;
  readonly key: string;
  readonly contacts: readonly Contact[];
}
