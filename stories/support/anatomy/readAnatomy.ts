import { type ClassStyle, readStyles, toHostVariables } from './readStyles.ts';
import { type PublicComponent, publicComponents, sources } from './sources.ts';

/** One class of the markup. */
export interface Part {
  readonly className: string;
  /** What the stylesheets tell apart, such as `[data-pending]`. */
  readonly states: readonly string[];
}

/** One component of those that draw the whole, and what it says of itself. */
export interface Organ {
  readonly name: string;
  readonly about: string;
  /** The data attributes that it sets. */
  readonly data: readonly string[];
  readonly parts: readonly Part[];
}

/** What a component is made of, as its sources and stylesheets say it. */
export interface Anatomy {
  readonly about: string;
  /** The states of its root, from `@selector`. */
  readonly states: readonly string[];
  readonly organs: readonly Organ[];
  /** What a host may set to change its looks. */
  readonly variables: readonly string[];
  /** Public components inside of it, which have pages of their own. */
  readonly inside: readonly PublicComponent[];
}

export function readAnatomy(name: PublicComponent): Anatomy {
  const { classes, madeOf } = readStyles();
  const seen = new Set<string>();
  // A class is said of what it is made for, and not of the grey shape in its place.
  const components = [...reachedFrom(name)].sort(
    (one, other) => Number(one.endsWith('Skeleton')) - Number(other.endsWith('Skeleton')),
  );
  const organs = components.map((component) => {
    const own = classNamesIn(component).filter((className) => !seen.has(className) && seen.add(className));
    return {
      name: component,
      about: component === name ? 'The component itself.' : docOf(component).about,
      data: dataIn(component),
      parts: own.map((className) => ({ className, states: toSelectors(classes.get(className)?.states) })),
    };
  });
  const read = [...seen].flatMap((className) => [...(classes.get(className)?.variables ?? [])]);
  return {
    ...docOf(name),
    organs: organs.filter(({ parts, data }) => parts.length + data.length > 0),
    variables: toHostVariables(read, madeOf),
    inside: publicComponents.filter(
      (other) => other !== name && importsOf(name).some((imported) => imported === other),
    ),
  };
}

/** The components that draw it, itself first, down to other public ones. */
function reachedFrom(name: string): ReadonlySet<string> {
  const reached = new Set([name]);
  for (const component of reached) {
    for (const imported of importsOf(component)) {
      if (!publicComponents.some((other) => other === imported)) reached.add(imported);
    }
  }
  return reached;
}

function importsOf(component: string): readonly string[] {
  const text = sources.get(component) ?? '';
  return [...text.matchAll(/(?:from|import\() ?'\.\.?\/(?:ui\/|components\/)?(\w+)\.tsx'/g)]
    .map(([, name = '']) => name)
    .filter((name) => sources.has(name));
}

function classNamesIn(component: string): readonly string[] {
  const code = (sources.get(component) ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const strings = [...code.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].map(([, , text = '']) => text);
  return strings.flatMap((text) => text.split(/\s+/)).filter((word) => /^sbc-[a-z-]+$/.test(word));
}

function toSelectors(states: ClassStyle['states'] = new Map()): readonly string[] {
  return [...states].map(([name, values]) =>
    values.size > 0 ? `[${name}="${[...values].join('|')}"]` : `[${name}]`,
  );
}

function dataIn(component: string): readonly string[] {
  const text = sources.get(component) ?? '';
  return [...new Set([...text.matchAll(/\s['"]?(data-[a-z-]+)['"]?[=:]/g)].map(([, name = '']) => name))];
}

/** The comment over what the file is named for. */
function docOf(component: string): { readonly about: string; readonly states: readonly string[] } {
  const text = sources.get(component) ?? '';
  const declaration = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export (?:function|const) ${component}\\b`,
  );
  const comment = (declaration.exec(text)?.[1] ?? '').replace(/^\s*\* ?/gm, '');
  const [about = '', ...selectors] = comment.split('@selector');
  return {
    about: about
      .replace(/\{@link (\w+)\}/g, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
    states: selectors.flatMap((selector) => [...selector.matchAll(/\[[^\]]+\]/g)].map(([state]) => state)),
  };
}
