'use client';
import { useEffect, useState } from 'react';
import type { Contact } from '../model/contact.ts';
import { useCardContext } from '../provider/useCardContext.ts';
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
  const [found, setFound] = useState<{ key: string; contacts: readonly Contact[] } | null>(null);
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
        if (!controller.signal.aborted) setFound({ key, contacts });
      } catch {
        // Only advice: the save itself will say what is wrong.
      }
    }, DEBOUNCE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, isAsked, email, phone, key]);

  return isAsked && found?.key === key ? found.contacts.filter(({ id }) => id !== contactId) : [];
}
