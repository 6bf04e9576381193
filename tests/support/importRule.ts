import { posix } from 'node:path';
import type { Import } from './readSource.ts';

/** What a folder may import, beside itself; `type` where only types may come. */
interface Row {
  ours: string[];
  packages: string[];
}

/** The table of the house, row by row. */
const rows: Record<string, Row> = {
  model: { ours: [], packages: [] },
  i18n: { ours: ['model'], packages: ['@internationalized/number'] },
  ui: {
    ours: ['model/safeUrl.ts'],
    packages: ['react', 'react-dom', 'clsx', '@radix-ui', 'downshift', '@tanstack/react-virtual'],
  },
  adapters: { ours: ['model'], packages: ['valibot'] },
  store: { ours: ['adapters', 'model'], packages: ['zustand/vanilla', '@tanstack/query-core', 'valibot'] },
  testing: { ours: ['adapters', 'model'], packages: [] },
  styles: { ours: [], packages: [] },
  provider: {
    ours: ['store', 'type adapters', 'type model', 'i18n', 'ui/UiContext.tsx', 'type components/parts.ts'],
    packages: ['react', 'zustand', 'type @tanstack/query-core'],
  },
  hooks: { ours: ['provider', 'store', 'model', 'i18n', 'type adapters'], packages: ['react', 'zustand'] },
  components: {
    ours: ['hooks', 'ui', 'i18n', 'type model', 'model/safeUrl.ts', 'model/toProfileUrl.ts'],
    packages: ['react', 'clsx'],
  },
  element: {
    ours: ['components/SubscriberCard.tsx', 'provider', 'type hooks', 'type model', 'type store'],
    packages: ['react-dom'],
  },
};

const called: Record<string, string> = {
  model: 'the model',
  adapters: 'the adapters',
  store: 'the store',
  testing: 'the testing kit',
  styles: 'what the CSS is written from',
  provider: 'the provider',
  hooks: 'the hooks',
  components: 'the components',
  element: 'the element',
};

/** Packages that stand behind these files alone. */
const onlyBehind: Record<string, string[]> = {
  '@radix-ui': ['ui/Popover.tsx', 'ui/Select.tsx'],
  downshift: ['ui/ComboboxList.tsx'],
  '@tanstack/react-virtual': ['ui/WindowedList.tsx'],
  valibot: [
    'adapters/checkAnswer.ts',
    'adapters/answerSchemas.ts',
    'adapters/readAnswer.ts',
    'store/savedCardSchema.ts',
  ],
};

const card = 'components/SubscriberCard.tsx';

/** Names the parts that a host may replace, and their props. */
const parts = 'components/parts.ts';
/** Draws the whole card where there is no React. */
const mount = 'element/mountSubscriberCard.tsx';
/** Alone holds the text of the CSS, for a shadow root: it styles nothing by being imported. */
const cardStyles = { path: 'element/cardStyles.ts', specifier: '../styles/styles.unlayered.css?inline' };

/** What only the whole card composes. */
const sections = [
  card,
  'components/ContactHeader.tsx',
  'components/SubscriptionStatus.tsx',
  'components/AdCampaignBadge.tsx',
  'components/AdCampaignReply.tsx',
  'components/VariableEditor.tsx',
  'components/TagPicker.tsx',
  'components/DealList.tsx',
  'components/ContactForm.tsx',
];

/** The sentence to fail with where a file of `src` may not have this import; nothing where it may. */
export function brokenImport(file: string, line: Import): string | undefined {
  const isText = inSrc(file) === cardStyles.path && line.specifier === cardStyles.specifier;
  if (isText) return undefined;
  const reason = /\.css(\?|$)/.test(line.specifier)
    ? 'the host imports the CSS, TypeScript never does'
    : line.specifier.startsWith('.')
      ? brokenModule(inSrc(file), line)
      : brokenPackage(inSrc(file), line);
  return reason && `${file} imports ${line.specifier}: ${reason}`;
}

function brokenPackage(path: string, line: Import): string | undefined {
  const folder = folderOf(path);
  const row = rows[folder];
  if (!row) return undefined;
  if (!row.packages.some((pattern) => covers(pattern, line))) return refusal(row.packages, folder, line);
  const places = Object.entries(onlyBehind).find(([name]) => covers(name, line))?.[1] ?? [path];
  return places.includes(path) ? undefined : `only ${places.join(' and ')} may know ${line.specifier}`;
}

function brokenModule(path: string, line: Import): string | undefined {
  if (!/\.tsx?$/.test(line.specifier)) return 'a relative import carries its extension';
  const target = posix.join(posix.dirname(path), line.specifier);
  const imported = { ...line, specifier: target };
  const [folder, targetFolder] = [folderOf(path), folderOf(target)];
  const row = rows[folder];
  if (targetFolder === 'testing' && ![folder, path].some((each) => /^testing(\.ts)?$/.test(each))) {
    return 'only testing.ts may know what a host tests with';
  }
  if (!row) return undefined;
  if (!rows[targetFolder]) return `${folder} must not know a public face or what is outside of src`;
  if (path === card && targetFolder === 'provider') return undefined;
  if (folder !== targetFolder && !row.ours.some((pattern) => covers(pattern, imported))) {
    return refusal(row.ours, folder, imported, called[targetFolder] ?? targetFolder);
  }
  if (isForeignImplementation(path, target)) return 'nobody imports an implementation of the port';
  if (folder === 'hooks' && /^store\/(create|commit)/.test(target) && !line.typeOnly) {
    return 'hooks must not know more of the store than its pure parts';
  }
  if (target === card && path === mount) return undefined;
  if (path === parts && line.typeOnly) return undefined;
  if (sections.includes(target) && path !== card) return 'only SubscriberCard composes sections';
  return undefined;
}

function refusal(patterns: string[], folder: string, line: Import, name = line.specifier): string {
  const asType = patterns.some((pattern) => covers(pattern, { ...line, typeOnly: true }));
  return asType ? `${folder} may know only the types of ${name}` : `${folder} must not know ${name}`;
}

/** `model` covers all of a folder, `react` its subpaths, a file itself. */
function covers(pattern: string, { specifier, typeOnly }: Import): boolean {
  const name = pattern.replace(/^type /, '');
  if (name !== pattern && !typeOnly) return false;
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** An adapter is `createXAdapter.ts` and the folder `x/`; only its own files may import these. */
function isForeignImplementation(path: string, target: string): boolean {
  const vendor = vendorOf(target);
  return vendor !== undefined && vendor !== vendorOf(path);
}

function vendorOf(path: string): string | undefined {
  const [, folder, factory] = /^adapters\/(?:(\w+)\/|create(\w+)Adapter\.ts$)/.exec(path) ?? [];
  return folder ?? factory?.toLowerCase();
}

function inSrc(file: string): string {
  return file.replace(/^src\//, '');
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}
