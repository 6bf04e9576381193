import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module as its rules see it. */
export interface Source {
  /** From the root of the repository: `src/ui/Button.tsx`. */
  path: string;
  imports: Import[];
  exports: string[];
  exportedTypes: string[];
  hasDefaultExport: boolean;
  /** Lower-case JSX elements: `a`, `div`. */
  elements: string[];
  /** Every name that is called, read or set: `eval`, `innerHTML`. */
  names: string[];
}

export interface Import {
  specifier: string;
  /** What is taken of it, as its maker calls it; nothing for a star or a whole module. */
  names: string[];
  /** Gone at run time. */
  typeOnly: boolean;
}

/** Every TypeScript file below a folder, by its path from the root, in order. */
export function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();
}

export function readSource(path: string, code = readFileSync(join(root, path), 'utf8')): Source {
  const { program, module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);

  const exported = module.staticExports.flatMap(({ entries }) => entries);
  const reExports = exported.flatMap(({ moduleRequest, importName, isType }) =>
    moduleRequest ? [{ specifier: moduleRequest.value, names: named([importName]), typeOnly: isType }] : [],
  );
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: named(entries.map(({ importName }) => importName)),
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const source: Source = {
    path,
    imports: [...imports, ...reExports],
    exports: named(exported.map(({ exportName }) => exportName)),
    exportedTypes: named(exported.filter(({ isType }) => isType).map(({ exportName }) => exportName)),
    hasDefaultExport: exported.some(
      ({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default',
    ),
    elements: [],
    names: [],
  };
  visit(program, (node) => {
    if (node.type === 'JSXOpeningElement' && isNode(node.name) && node.name.type === 'JSXIdentifier') {
      source.elements.push(String(node.name.name));
    }
    if (node.type === 'ImportExpression' && isNode(node.source)) {
      source.imports.push({ specifier: String(node.source.value), names: [], typeOnly: false });
    }
    if (node.type === 'TSImportType' && isNode(node.source)) {
      source.imports.push({ specifier: String(node.source.value), names: [], typeOnly: true });
    }
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') source.names.push(String(node.name));
  });
  return source;
}

function named(names: { name: string | null }[]): string[] {
  return names.flatMap(({ name }) => name ?? []);
}

interface Node {
  type: string;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}
