import type { Reason } from '../model/variable.ts';
import type { Messages } from './messages.ts';

/** The text of a reason. A host's pattern speaks with the host's hint, its validator for itself. */
export function toReasonText(reason: Reason, { validation }: Messages): string {
  if (reason.code === 'too-long') return validation['too-long'](reason);
  if (reason.code === 'pattern') return validation.pattern(reason);
  if (reason.code === 'custom') return reason.message.trim() || validation.unsupported;
  return validation[reason.code];
}
