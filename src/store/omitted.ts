import type { SectionName } from '../adapters/DataAdapter.ts';

/** How many rows of each list could not be read, and are left out. */
export type Omitted = { readonly [list in OmittedList]?: number | undefined };
export type OmittedList = 'variables' | 'tags' | 'campaigns' | 'deals' | 'contact';

/** One row more. `path` says where it stood in the answer. */
export function omit(omitted: Omitted | undefined, section: SectionName, path = ''): Omitted | undefined {
  const list = section === 'subscriber' ? toList(path) : section;
  return list ? { ...omitted, [list]: (omitted?.[list] ?? 0) + 1 } : omitted;
}

function toList(path: string): OmittedList | undefined {
  const [list] = path.split('.');
  switch (list) {
    case 'variables':
    case 'campaigns':
      return list;
    case 'tagging':
      return 'tags';
    default:
      return undefined;
  }
}
