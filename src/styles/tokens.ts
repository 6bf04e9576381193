import { awayFrom, blackOrWhiteOn, ink, mixed, type Recipe, standingOut, type Theme } from './recipes.ts';

// The one source of the theme: `npm run tokens` writes tokens.css from it, and the build writes tokens.json.

export type Density = 'comfortable' | 'compact';

interface Token {
  readonly says: string;
}

/** A colour with a value of its own. */
export interface BaseColor extends Token, Readonly<Record<Theme, string>> {}

/** A colour that follows from others. */
export interface DerivedColor extends Token {
  readonly recipe: Recipe;
}

/** What a host may set. */
export const baseColors = {
  accent: { light: '#3b5bdb', dark: '#8da2fb', says: 'what is active: the open tab, the main button' },
  background: {
    light: '#ffffff',
    dark: '#16181d',
    says: 'behind the card: light in the light theme, dark in the dark one',
  },
  text: { light: '#16181d', dark: '#eceef2', says: 'the ink; at least 7:1 on the background' },
  good: { light: '#0c683c', dark: '#5fd39a', says: 'subscribed, won, saved' },
  warn: { light: '#854b00', dark: '#f0b35b', says: 'paused, in conflict' },
  bad: { light: '#b32020', dark: '#ff8787', says: 'blocked, lost, failed' },
} as const satisfies Record<string, BaseColor>;

/** In the order in which one is mixed from another. */
export const derivedColors = {
  muted: { says: 'labels and what explains', recipe: ink(5.5, 0.2, 0.68) },
  faint: { says: 'what is not set, and counts', recipe: ink(4.7, 0.1, 0.6) },
  control: { says: 'the edge of what can be typed in or switched', recipe: ink(3.5, 0, 0.47) },
  border: { says: 'the edge of what is pointed at', recipe: mixed('text', 0.22) },
  line: { says: 'between sections', recipe: mixed('text', { light: 0.09, dark: 0.13 }) },
  hover: { says: 'behind what is pointed at', recipe: mixed('text', 0.045) },
  soft: { says: 'behind a button that is pointed at, an option, a skeleton', recipe: mixed('text', 0.07) },
  raised: { says: 'behind what floats', recipe: mixed('text', { light: 0, dark: 0.05 }) },
  mark: {
    says: 'the accent as a line or a dot: the focus, the open tab, a step that is done',
    recipe: standingOut('accent', { light: 0.17, dark: 0.3 }),
  },
  'on-accent': {
    says: 'what is written on the accent',
    recipe: blackOrWhiteOn('accent', { light: '#fff', dark: '#000' }),
  },
  'accent-hover': {
    says: 'the main button that is pointed at',
    recipe: awayFrom('on-accent', 'accent', 0.9, { light: '#000', dark: '#fff' }),
  },
  'muted-tint': { says: 'behind a notice', recipe: mixed('muted', 0.1) },
  'good-tint': { says: 'behind good news', recipe: mixed('good', 0.1) },
  'warn-tint': { says: 'behind a warning', recipe: mixed('warn', 0.1) },
  'bad-tint': { says: 'behind what failed', recipe: mixed('bad', 0.1) },
} as const satisfies Record<string, DerivedColor>;

export type ColorName = keyof typeof baseColors | keyof typeof derivedColors;

/** A length in pixels at the default size of letters of each density; in CSS `em`, so that it grows with them. */
export interface Size extends Token {
  readonly comfortable: number;
  /** Where it is not the same part of the letters' size. */
  readonly compact?: number;
}

/** The size of letters that all other sizes are counted from. */
export const fontSize = { comfortable: 14, compact: 13 } as const satisfies Record<Density, number>;

export const fontFamily = ['Inter', 'system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'sans-serif'];

export const sizes = {
  'size-large': { comfortable: 16, says: 'letters of the name' },
  'size-small': { comfortable: 13, says: 'letters of labels, buttons and what explains' },
  'size-tiny': { comfortable: 12, says: 'letters of headings, notes and tags' },
  'space-1': { comfortable: 2, says: 'between what is one' },
  'space-2': { comfortable: 4, says: 'between a label and its field' },
  'space-3': { comfortable: 6, says: 'between tags, between an icon and its word' },
  'space-4': { comfortable: 8, says: 'inside of a control, between buttons' },
  'space-5': { comfortable: 10, says: 'between a column and the next' },
  'space-6': { comfortable: 12, says: 'inside of a box, between fields' },
  'space-8': { comfortable: 16, says: 'between the parts of the card' },
  gutter: { comfortable: 16, compact: 12, says: 'between the edge of the card and what it holds' },
  row: { comfortable: 32, compact: 26, says: 'the height of a variable' },
  tool: { comfortable: 26, says: 'a button that is an icon, where 24 px is less' },
  'label-width': { comfortable: 112, says: 'the column of labels' },
} as const satisfies Record<string, Size>;

/** Pixels whatever the size of letters: what a finger needs, and what is cut. */
export const lengths = {
  target: { px: 24, says: 'the least that can be pointed at' },
  'target-coarse': { px: 32, says: 'the least that a finger is given' },
  'radius-round': { px: 99, says: 'corners of tags, states and switches' },
} as const satisfies Record<string, Token & { px: number }>;

/** Corners of boxes. */
export const radius = 10;

/** Parts of the radius of boxes. */
export const radii = {
  'radius-control': { part: 0.7, says: 'corners of what can be pressed or typed in' },
  'radius-small': { part: 0.4, says: 'corners of a word that has the focus, and of a skeleton' },
} as const satisfies Record<string, Token & { part: number }>;

export const numbers = {
  leading: { value: 1.43, says: 'from line to line' },
  'leading-note': { value: 1.35, says: 'from line to line of notes and of the name' },
} as const satisfies Record<string, Token & { value: number }>;

export const weights = {
  'weight-medium': { value: 500, says: 'headings of fields, tags' },
  'weight-strong': { value: 550, says: 'names and buttons; 600 where a font has no such weight' },
  'weight-bold': { value: 600, says: 'headings and amounts' },
} as const satisfies Record<string, Token & { value: number }>;

export const durations = {
  fast: { ms: 150, says: 'a switch, a fold' },
  turn: { ms: 800, says: 'once around, while something is saved' },
  shimmer: { ms: 1400, says: 'once over a skeleton' },
  glow: { ms: 1600, says: 'a value that a colleague has just changed' },
  leave: { ms: 2000, says: 'the mark that something was saved' },
} as const satisfies Record<string, Token & { ms: number }>;

export const easings = {
  ease: { points: [0.25, 0.1, 0.25, 1], says: 'of all that moves once' },
} as const satisfies Record<string, Token & { points: readonly [number, number, number, number] }>;

/** How much of the accent is around a field that has the focus. */
export const ring = 0.2;

/** How light the name of a tag is, whatever its colour: L of OKLCH. */
export const dataLightness = { light: 0.4, dark: 0.82 } as const satisfies Record<Theme, number>;

/** Below what floats: an edge of text, then two shadows of black. */
export const shadow = [
  { y: 0, blur: 0, spread: 1, color: 'text', alpha: { light: 0.08, dark: 0.08 } },
  { y: 2, blur: 6, spread: 0, color: 'black', alpha: { light: 0.06, dark: 0.225 } },
  { y: 10, blur: 28, spread: 0, color: 'black', alpha: { light: 0.12, dark: 0.45 } },
] as const satisfies readonly {
  y: number;
  blur: number;
  spread: number;
  color: 'text' | 'black';
  alpha: Record<Theme, number>;
}[];
