/** Makes equal what differs only in case or in the composition of its letters. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
