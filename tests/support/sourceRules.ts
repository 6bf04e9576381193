import { posix } from 'node:path';
import { brokenImport } from './importRule.ts';
import type { Source } from './readSource.ts';

/** Every sentence that a module of `src` breaks. */
export function brokenRules(source: Source): string[] {
  return [
    ...source.imports.map((line) => brokenImport(source.path, line)),
    ...nameRules(source),
    ...safetyRules(source),
  ].filter((sentence) => sentence !== undefined);
}

function* nameRules({ path, exports, hasDefaultExport }: Source) {
  const name = posix.basename(path).replace(/\.tsx?$/, '');
  if (name === 'index' && path !== 'src/index.ts') yield `${path}: a folder has no index`;
  if (hasDefaultExport) yield `${path}: nothing is exported by default`;
  const empty = path.match(/utils?\b|helpers?\b|common|\bmisc\b|manager|shared/i);
  if (empty) yield `${path}: "${empty[0]}" says nothing about what is inside`;
  if (!isPublicFace(path) && !isNamedAfterItsExport(name, exports)) {
    yield `${path}: a file bears the name of its main export, letter for letter; it exports ${exports.join(', ')}`;
  }
}

function* safetyRules({ path, elements, names }: Source) {
  if (elements.includes('a') && path !== 'src/ui/SafeLink.tsx') yield `${path}: only SafeLink draws <a>`;
  if (elements.includes('img') && path !== 'src/ui/SafeImage.tsx')
    yield `${path}: only SafeImage draws <img>`;
  const dangerous = [
    'dangerouslySetInnerHTML',
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'eval',
    'Function',
  ];
  for (const name of dangerous.filter((each) => names.includes(each))) {
    yield `${path}: ${name} turns text into code or markup`;
  }
}

function isPublicFace(path: string): boolean {
  return posix.dirname(path) === 'src';
}

/** A file that gathers several things bears their noun in lower case: `variable.ts`, `answerSchemas.ts`. */
function isNamedAfterItsExport(name: string, exports: string[]): boolean {
  const isVerb = /^(use|create|to|parse|format|is|commit)[A-Z]/.test(name);
  const gathers = /^[a-z]+$/.test(name) || (/^[a-z]/.test(name) && !isVerb && exports.length > 1);
  const capitalised = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return gathers || [name, capitalised, name.replace('-', '')].some((each) => exports.includes(each));
}
