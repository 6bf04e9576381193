/** Why a call to the backend did not do what was asked. A closed set: the card knows what to do with each. */
export type ErrorCode =
  | 'not-found'
  | 'conflict'
  | 'duplicate'
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limited'
  | 'offline'
  | 'timeout'
  | 'unavailable'
  | 'partial'
  | 'unsupported'
  | 'malformed'
  | 'unknown';
