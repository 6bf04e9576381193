import type { ColorName } from './tokens.ts';

/** Two colours that meet in the card. */
export interface TokenPair {
  readonly ink: ColorName;
  readonly ground: ColorName;
  /** What WCAG asks for: 4.5 of text, 3 of what is no text and has to be seen. */
  readonly least: 4.5 | 3;
  readonly where: string;
}

/** All of them. What is below 3:1 (lines, what is hovered) says nothing that is not said otherwise. */
export const tokenPairs: readonly TokenPair[] = [
  ...text('text', ['background', 'hover', 'soft', 'raised'], 'values, names, buttons'),
  ...text('text', ['muted-tint', 'good-tint', 'warn-tint', 'bad-tint'], 'notices'),
  ...text('muted', ['background', 'hover', 'soft', 'raised'], 'labels, notes, what is pending'),
  ...text('muted', ['muted-tint', 'good-tint', 'warn-tint', 'bad-tint'], 'buttons and states in notices'),
  ...text('faint', ['background', 'hover', 'raised'], 'what is not set, counts, placeholders'),
  ...text('good', ['background', 'hover', 'raised', 'good-tint'], 'subscribed, won'),
  ...text('warn', ['background', 'hover', 'raised', 'warn-tint'], 'paused, in conflict'),
  ...text('bad', ['background', 'hover', 'raised', 'bad-tint'], 'blocked, lost, failed'),
  ...text('on-accent', ['accent', 'accent-hover'], 'the main button'),
  ...text('background', ['text'], 'tooltips'),
  ...shape(
    'mark',
    ['background', 'hover', 'soft', 'raised'],
    'focus, open tab, done steps, a switch that is on',
  ),
  ...shape('control', ['background', 'hover', 'raised'], 'edges of fields, a switch that is off'),
  ...shape('bad', ['background', 'hover'], 'edge of what is not valid or failed'),
  ...shape('good', ['soft'], 'steps of a deal that is won'),
  ...shape('muted', ['background', 'hover', 'soft', 'raised'], 'icons of buttons'),
];

function text(ink: ColorName, grounds: readonly ColorName[], where: string): TokenPair[] {
  return grounds.map((ground) => ({ ink, ground, least: 4.5, where }));
}

function shape(ink: ColorName, grounds: readonly ColorName[], where: string): TokenPair[] {
  return grounds.map((ground) => ({ ink, ground, least: 3, where }));
}
