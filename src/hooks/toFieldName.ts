import { isBlankName } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { parseFieldId } from '../model/field.ts';
import type { Confirmed } from '../store/confirmed.ts';
import { toFieldLabel } from './toFieldLabel.ts';

/** What a field is called beside the others of its record: "Step" of a deal, "Phone" of a contact. */
export function toFieldName(fieldId: string, confirmed: Confirmed, messages: Messages): string {
  const field = parseFieldId(fieldId);
  switch (field?.kind) {
    case 'deal':
      return messages.dealForm[field.name];
    case 'contact':
      return messages.contact[contactNames[field.name]];
    case 'contactField': {
      const label = confirmed.contact?.fields.find(({ key }) => key === field.key)?.label ?? '';
      return isBlankName(label) ? field.key : label;
    }
    default:
      return toFieldLabel(fieldId, confirmed, messages);
  }
}

const contactNames = {
  firstName: 'firstName',
  lastName: 'lastName',
  phones: 'phone',
  emails: 'email',
  assignee: 'assignee',
} as const;
