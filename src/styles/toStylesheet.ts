import { type Theme, variable } from './recipes.ts';
import {
  baseColors,
  type Density,
  type DerivedColor,
  dataLightness,
  derivedColors,
  durations,
  easings,
  fontFamily,
  fontSize,
  lengths,
  numbers,
  radii,
  radius,
  ring,
  type Size,
  shadow,
  sizes,
  weights,
} from './tokens.ts';

/** Variables by their names, with the value of each as CSS writes it. */
type Declarations = Readonly<Record<string, string>>;

/** The text of `tokens.css`. */
export function toStylesheet(): string {
  const [light, dark] = [themeOf('light'), themeOf('dark')];
  const [lightest, darkest] = [relativeColors('light'), relativeColors('dark')];
  const compact = sizesOf('compact');
  return [
    '/* Written by `npm run tokens` from tokens.ts: change it there. */',
    rule('.sbc-root', { ...light, ...plain(), ...sizesOf('comfortable'), ...letters('comfortable') }),
    ...darkRules(changed(light, dark)),
    onPaper(),
    rule(".sbc-root[data-density='compact']", {
      ...changed(sizesOf('comfortable'), compact),
      ...letters('compact'),
    }),
    `@supports (color: color(from red xyz-d65 x y z)) {\n${indent(
      [rule('.sbc-root', lightest), ...darkRules(darkest)].join('\n\n'),
    )}\n}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** The dark theme where it is asked for, and where the system asks for it. Paper is always light. */
function darkRules(dark: Declarations): string[] {
  return [
    `@media screen {\n${indent(rule(".sbc-root[data-theme='dark']", dark))}\n}`,
    `@media screen and (prefers-color-scheme: dark) {\n${indent(rule(".sbc-root[data-theme='auto']", dark))}\n}`,
  ];
}

/** Dark on white, whatever a host's brand is. */
function onPaper(): string {
  const colors = entries(baseColors).map(([name, { light }]) => [token(name), light]);
  return `@media print {\n${indent(rule('.sbc-root', Object.fromEntries(colors)))}\n}`;
}

function themeOf(theme: Theme): Declarations {
  const base = entries(baseColors).map(([name, color]) => [token(name), open(name, color[theme])]);
  const derived = entries<DerivedColor>(derivedColors).map(([name, { recipe }]) => {
    return [token(name), (recipe.fallback ?? recipe.css)(theme)];
  });
  return Object.fromEntries([
    ...base,
    ...derived,
    [token('ring'), `color-mix(in oklab, ${variable('mark')} ${ring * 100}%, transparent)`],
    [token('shadow'), shadow.map((layer) => toShadow(layer, theme)).join(', ')],
    [token('data-lightness'), `${dataLightness[theme]}`],
    ['color-scheme', theme],
  ]);
}

function relativeColors(theme: Theme): Declarations {
  return Object.fromEntries(
    entries<DerivedColor>(derivedColors).flatMap(([name, { recipe }]) => {
      return recipe.fallback ? [[token(name), recipe.css(theme)]] : [];
    }),
  );
}

function plain(): Declarations {
  const families = fontFamily.map((name) => (/\s/.test(name) ? `'${name}'` : name));
  return Object.fromEntries([
    [token('radius'), open('radius', `${radius}px`)],
    ...entries(radii).map(([name, { part }]) => [token(name), `calc(${variable('radius')} * ${part})`]),
    ...entries(lengths).map(([name, { px }]) => [token(name), `${px}px`]),
    ...entries({ ...numbers, ...weights }).map(([name, { value }]) => [token(name), `${value}`]),
    ...entries(durations).map(([name, { ms }]) => [token(name), `${ms}ms`]),
    ...entries(easings).map(([name, { points }]) => [token(name), `cubic-bezier(${points.join(', ')})`]),
    ['font-family', open('font-family', families.join(', '))],
  ]);
}

function sizesOf(density: Density): Declarations {
  return Object.fromEntries(
    entries<Size>(sizes).map(([name, size]) => {
      const isOwn = density === 'compact' && size.compact !== undefined;
      const em = isOwn ? size.compact / fontSize.compact : size.comfortable / fontSize.comfortable;
      return [token(name), `${Number(em.toFixed(3))}em`];
    }),
  );
}

function letters(density: Density): Declarations {
  return { 'font-size': open('font-size', `${fontSize[density]}px`) };
}

function toShadow({ y, blur, spread, color, alpha }: (typeof shadow)[number], theme: Theme): string {
  const ink = color === 'black' ? '#000' : variable(color);
  const lengths = [0, y, blur, spread].map((length) => (length ? `${length}px` : '0')).join(' ');
  return `${lengths} color-mix(in oklab, ${ink} ${alpha[theme] * 100}%, transparent)`;
}

/** What the second says otherwise than the first. */
function changed(from: Declarations, to: Declarations): Declarations {
  return Object.fromEntries(entries(to).filter(([name, value]) => from[name] !== value));
}

function rule(selector: string, declarations: Declarations): string {
  const lines = entries(declarations).map(([name, value]) => `${name}: ${value};`);
  return `${selector} {\n${indent(lines.join('\n'))}\n}`;
}

function open(name: string, value: string): string {
  return `var(--sbc-${name}, ${value})`;
}

function token(name: string): string {
  return `--sbc-_${name}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function entries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record);
}
