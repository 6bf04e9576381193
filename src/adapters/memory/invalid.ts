import type { Reason } from '../../model/variable.ts';
import { AdapterError, type Issue } from '../AdapterError.ts';

export function invalid(issues: readonly Issue[]): AdapterError {
  return new AdapterError('invalid', 'The values were refused.', { issues });
}

/** What a server says of a refused value, in the one language of this backend. */
export function messageOf(reason: Reason): string {
  switch (reason.code) {
    case 'required':
      return 'A value is required.';
    case 'not-a-number':
      return 'Not a number.';
    case 'not-a-currency':
      return 'Not a currency.';
    case 'not-a-date':
      return 'Not a date.';
    case 'not-a-time':
      return 'Not a time.';
    case 'not-an-email':
      return 'Not an email address.';
    case 'not-a-phone':
      return 'Not a phone number.';
    case 'not-a-url':
      return 'Not a web address.';
    case 'not-an-option':
      return 'Not one of the options.';
    case 'too-long':
      return `Longer than ${reason.max} characters.`;
    case 'pattern':
      return reason.hint ?? 'Not in the expected form.';
    case 'custom':
      return reason.message;
    case 'unsupported':
      return 'Not a value of this variable.';
  }
}
