import { posix } from 'node:path';
import { readSource, type Source } from './readSource.ts';

export interface Reached {
  modules: Source[];
  packages: string[];
}

/** What is loaded at run time when a host imports this file: our modules, and the packages they need. */
export function reachedFrom(entry: string): Reached {
  const modules = new Map<string, Source>();
  const packages = new Set<string>();
  const waiting = [entry];
  for (const path of waiting) {
    if (modules.has(path)) continue;
    const source = readSource(path);
    modules.set(path, source);
    for (const { specifier, typeOnly } of source.imports) {
      if (typeOnly || specifier.endsWith('.css')) continue;
      if (specifier.startsWith('.')) waiting.push(posix.join(posix.dirname(path), specifier));
      else packages.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return { modules: [...modules.values()], packages: [...packages].sort() };
}
