import { stylesheets } from '../stylesheets.ts';

/** What the stylesheets say of one class. */
export interface ClassStyle {
  /** What its states are told by, such as `data-pending`, each with the values that look otherwise. */
  readonly states: ReadonlyMap<string, ReadonlySet<string>>;
  /** The custom properties that its rules read, ours and the host's. */
  readonly variables: ReadonlySet<string>;
}

interface Styles {
  readonly classes: ReadonlyMap<string, ClassStyle>;
  /** By the name of a derived variable: those that it is made of. */
  readonly madeOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads `src/styles` as the browser does, so that no page about it can be out of date. */
export function readStyles(): Styles {
  const classes = new Map<string, { states: Map<string, Set<string>>; variables: Set<string> }>();
  const madeOf = new Map<string, Set<string>>();
  for (const rule of stylesheets.flatMap(({ text }) => parse(text))) {
    const variables = namesIn(rule.style.cssText, /var\((--sbc-[\w-]+)/g);
    for (const [, className = '', states = ''] of rule.selectorText.matchAll(
      /\.(sbc-[\w-]+)((?:\[[^\]]+\])*)/g,
    )) {
      const style = classes.get(className) ?? { states: new Map(), variables: new Set() };
      classes.set(className, style);
      for (const [, name = '', value] of states.matchAll(/\[([\w-]+)(?:[~^*]?="(.*?)")?\]/g)) {
        const values = style.states.get(name) ?? new Set();
        style.states.set(name, value === undefined ? values : values.add(value));
      }
      if (className !== 'sbc-root') for (const name of variables) style.variables.add(name);
    }
    for (const name of namesIn(rule.style.cssText, /(?:^|;)\s*(--sbc-_[\w-]+)\s*:/g)) {
      const parts = madeOf.get(name) ?? new Set();
      madeOf.set(name, parts);
      for (const part of namesIn(rule.style.getPropertyValue(name), /var\((--sbc-[\w-]+)/g)) parts.add(part);
    }
  }
  return { classes, madeOf };
}

/** Of the names that rules read, those that a host sets: what is derived is followed to what it is made of. */
export function toHostVariables(names: Iterable<string>, madeOf: Styles['madeOf']): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('--sbc-_')) waiting.push(...(madeOf.get(name) ?? []));
    else found.add(name);
  }
  return [...found].sort();
}

function parse(text: string): CSSStyleRule[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return styleRules(sheet.cssRules);
}

function styleRules(rules: CSSRuleList): CSSStyleRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule];
    return rule instanceof CSSGroupingRule ? styleRules(rule.cssRules) : [];
  });
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
