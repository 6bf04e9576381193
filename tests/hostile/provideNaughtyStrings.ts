import { existsSync, readFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** JSON in base64, for as they are they would break the page of the tests. Empty where `../shared` is not there. */
    naughtyStrings: string;
  }
}

const file = new URL('../../../shared/data/naughty-strings.json', import.meta.url);

/** A browser cannot read them. */
export function setup({ provide }: TestProject): void {
  provide('naughtyStrings', existsSync(file) ? readFileSync(file).toString('base64') : '');
}
