import type { AdapterError } from '../adapters/AdapterError.ts';
import type { Mutation, Refusal } from './mutations.ts';

/** Times that a write without an answer is sent again, waiting up to 1, 2, 4 and 8 s. */
export const RETRIES = 4;
export const LONGEST_WAIT = 1000 * 2 ** (RETRIES - 1);

/** Decides what becomes of a mutation that the server has not done. `random` is in [0, 1). */
export function toRefusal(
  error: AdapterError,
  mutation: Mutation,
  { now, random, idempotent }: { now: number; random: number; idempotent: boolean },
): Refusal {
  const isCreation = mutation.action.type.startsWith('create');
  if (isCreation && !idempotent && isWithoutAnswer(error)) return { to: 'unknown' };
  switch (error.code) {
    case 'unauthorized':
      return { to: 'queued' };
    case 'conflict':
      if (mutation.action.type === 'set') return { to: 'queued' };
      // The contact of a colleague is linked: one's own is text again, to be copied from.
      return { to: mutation.action.type === 'createContact' ? 'rejected' : 'failed' };
    // Both are the connection's to end.
    case 'offline':
    case 'rate-limited':
      return { to: 'waiting', isAttempt: false };
    case 'timeout':
    case 'unavailable': {
      if (mutation.attempts >= RETRIES) return { to: 'failed' };
      return { to: 'waiting', retryAt: now + random * 1000 * 2 ** mutation.attempts, isAttempt: true };
    }
    case 'unknown':
    case 'malformed':
      return { to: 'failed' };
    case 'invalid':
    case 'forbidden':
    case 'not-found':
    case 'duplicate':
    case 'unsupported':
    case 'partial':
      return { to: hasEditors(mutation) ? 'rejected' : 'failed' };
  }
}

/** Whether what was asked for can be given back to an editor. */
function hasEditors({ inputs }: Mutation): boolean {
  return inputs.size > 0;
}

function isWithoutAnswer({ code }: AdapterError): boolean {
  return ['timeout', 'offline', 'unavailable', 'unknown', 'malformed'].includes(code);
}
