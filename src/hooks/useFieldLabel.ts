'use client';
import { useMemo } from 'react';
import { isBlankName } from '../i18n/format.ts';
import { parseFieldId, toFieldId } from '../model/field.ts';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import { useLocale } from './useLocale.ts';

/**
 * What a field is called in a sentence: the label of a variable, "Tags", the name of a deal, or "Contact". The
 * function reads the names of the moment it is called; it never changes for one card and language.
 */
export function useFieldLabel(): (fieldId: string) => string {
  const { messages } = useLocale();
  const { store } = useSubscriberContext().card;
  return useMemo(
    () => (fieldId) => {
      const { confirmed } = store.getState();
      const field = parseFieldId(fieldId);
      switch (field?.kind) {
        case 'variable':
          return confirmed.variables.find(({ key }) => key === field.key)?.label ?? field.key;
        case 'deal': {
          const name = confirmed.fields.get(toFieldId({ ...field, name: 'name' }))?.value;
          return typeof name === 'string' && !isBlankName(name) ? name : messages.deals.tab;
        }
        case 'contact':
        case 'contactField':
          return messages.section.contact;
        default:
          return messages.section.tags;
      }
    },
    [messages, store],
  );
}
