/** What a backend promises: the property test holds for each. */
export interface Contract {
  readonly revisions: 'field' | 'record';
  readonly idempotent: boolean;
}

export const contracts: readonly Contract[] = [
  { revisions: 'field', idempotent: true },
  { revisions: 'field', idempotent: false },
  { revisions: 'record', idempotent: true },
  { revisions: 'record', idempotent: false },
];

export function nameOf({ revisions, idempotent }: Contract): string {
  return `revisions per ${revisions}, ${idempotent ? 'idempotent' : 'not idempotent'}`;
}
