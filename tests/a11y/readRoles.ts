import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readRoles: () => Promise<string>;
  }
}

/** What a screen reader finds on the story of the page, without what it was told, how many seconds ago, and the 150 currencies. */
export async function readRoles(): Promise<string> {
  const regions = [...document.querySelectorAll('[aria-live]')];
  for (const region of regions) region.setAttribute('aria-hidden', 'true');
  const roles = await commands.readRoles();
  for (const region of regions) region.removeAttribute('aria-hidden');
  return roles
    .replace(/\n *- option "[A-Z]{3}"(?! \[)/g, '')
    .replace(/\bnow\b|\b\d+ seconds? ago/g, 'a moment ago');
}
