import { posix } from 'node:path';

export interface CodeBlock {
  /** From the root of the repository: `docs/theming.md`. */
  document: string;
  /** Of its first line of code, counted from 1. */
  line: number;
  language: string;
  code: string;
  /** The module it is, where its first line says so: `// acmeReads.ts`. */
  file: string | undefined;
}

/** The fenced code of a document in Markdown. */
export function readCodeBlocks(document: string, text: string): CodeBlock[] {
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = '', 2: code = '' }) => ({
      document,
      line: text.slice(0, index).split('\n').length + 1,
      language: language.trim(),
      code,
      file: /^(?:\/\/|\/\*|<!--) ([\w./-]+\.\w+)(?: \*\/| -->)?\n/.exec(code)?.[1],
    }),
  );
}

/** The fenced code in the comments of a module. */
export function readExamples(document: string, text: string): CodeBlock[] {
  return readCodeBlocks(document, text.replace(/^ *\* ?/gm, ''));
}

/** Where a block stands in a folder of its document's own. */
export function toModulePath({ document, line, language, file }: CodeBlock): string {
  return posix.join(document, file ?? `line-${line}.${language}`);
}
