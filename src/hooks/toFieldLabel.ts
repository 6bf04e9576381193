import { isBlankName } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { parseFieldId, toFieldId } from '../model/field.ts';
import type { Confirmed } from '../store/confirmed.ts';

/** What a field is called in a sentence: the label of a variable, "Tags", the name of a deal, or "Contact". */
export function toFieldLabel(
  fieldId: string,
  { variables, formerLabels, fields }: Confirmed,
  messages: Messages,
): string {
  const field = parseFieldId(fieldId);
  switch (field?.kind) {
    case 'variable': {
      const label = variables.find(({ key }) => key === field.key)?.label ?? formerLabels.get(field.key);
      return label === undefined || isBlankName(label) ? field.key : label;
    }
    case 'deal': {
      const name = fields.get(toFieldId({ ...field, name: 'name' }))?.value;
      return typeof name === 'string' && !isBlankName(name) ? name : messages.deals.tab;
    }
    case 'contact':
    case 'contactField':
      return messages.section.contact;
    default:
      return messages.section.tags;
  }
}
