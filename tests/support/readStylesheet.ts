/** One block of a stylesheet: what stands before its brace, inside which other blocks, and its own declarations. */
export interface StyleBlock {
  prelude: string;
  inside: string[];
  properties: string[];
}

/** Every block of a stylesheet in order, nested ones after their parents. Enough of CSS for its rules to be checked. */
export function readStylesheet(css: string): StyleBlock[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
  const blocks: StyleBlock[] = [];
  const open: StyleBlock[] = [];
  for (const [, statement = '', end] of text.matchAll(/([^{};]*)([{};])/g)) {
    const words = statement.trim().replace(/\s+/g, ' ');
    if (end === '{') {
      const block = { prelude: words, inside: open.map(({ prelude }) => prelude), properties: [] };
      blocks.push(block);
      open.push(block);
      continue;
    }
    const current = open.at(-1);
    if (words && current) current.properties.push(words.split(':')[0]?.trim() ?? '');
    if (words && !current) blocks.push({ prelude: words, inside: [], properties: [] });
    if (end === '}') open.pop();
  }
  return blocks;
}

/** The selectors of a prelude, split where a comma separates two of them. */
export function selectorsOf(prelude: string): string[] {
  let depth = 0;
  const selectors = [''];
  for (const letter of prelude) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += letter;
  }
  return selectors.map((selector) => selector.trim());
}
