/** Two names that differ only in case or in how they are composed are one. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What is searched: `sao` finds São Paulo. */
export function foldForSearch(text: string): string {
  return foldName(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '');
}
