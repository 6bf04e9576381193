import { cdp } from 'vitest/browser';

export interface Media {
  readonly 'forced-colors'?: 'active' | 'none';
  readonly 'prefers-contrast'?: 'more' | 'no-preference';
  readonly 'prefers-reduced-motion'?: 'reduce' | 'no-preference';
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
}

/** Tells the page what its reader has chosen in the system, and that it is on paper. What is not named is as it was. */
export async function emulateMedia(media: Media = {}, on: 'paper' | 'screen' = 'screen'): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await cdp().send('Emulation.setEmulatedMedia', { media: on === 'paper' ? 'print' : '', features });
}
