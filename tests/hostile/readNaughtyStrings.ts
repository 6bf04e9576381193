import { inject } from 'vitest';

/** The strings of `../shared/data`, or none where it is not there. */
export function readNaughtyStrings(): readonly string[] {
  const bytes = Uint8Array.from(atob(inject('naughtyStrings')), (byte) => byte.charCodeAt(0));
  return bytes.length === 0 ? [] : JSON.parse(new TextDecoder().decode(bytes));
}
