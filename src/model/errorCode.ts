/** Every {@link ErrorCode}. */
export const errorCodes = [
  'not-found',
  'conflict',
  'duplicate',
  'invalid',
  'unauthorized',
  'forbidden',
  'rate-limited',
  'offline',
  'timeout',
  'unavailable',
  'partial',
  'unsupported',
  'malformed',
  'unknown',
] as const;

/** Why a call to the backend did not do what was asked. A closed set: the card knows what to do with each. */
export type ErrorCode = (typeof errorCodes)[number];
