import type { Theme } from '../../src/styles/recipes.ts';
import type { Brand } from '../../src/styles/toPalette.ts';

/** Hosts that set three variables and nothing else, as unlike each other as they come. */
export const brands: readonly [
  name: string,
  theme: Theme,
  brand: Required<Omit<Brand, 'good' | 'warn' | 'bad'>>,
][] = [
  ['pale yellow on white', 'light', { accent: '#ffe066', background: '#ffffff', text: '#111111' }],
  ['black on white', 'light', { accent: '#000000', background: '#ffffff', text: '#000000' }],
  ['neon green on mint', 'light', { accent: '#39ff14', background: '#f4fff1', text: '#06210a' }],
  ['grey in greys', 'light', { accent: '#808080', background: '#f5f5f4', text: '#404040' }],
  ['white on light grey', 'light', { accent: '#ffffff', background: '#e5e7eb', text: '#1f2937' }],
  ['brown on linen', 'light', { accent: '#7a4b1f', background: '#fbf7f0', text: '#2b2118' }],
  ['magenta on pink', 'light', { accent: '#c2187a', background: '#fff0f6', text: '#33112a' }],
  ['blue on yellow', 'light', { accent: '#0000ff', background: '#fff3bf', text: '#334155' }],
  ['green on a terminal', 'dark', { accent: '#39d98a', background: '#0b0f0c', text: '#d5f5e3' }],
  ['blurple on slate', 'dark', { accent: '#5865f2', background: '#313338', text: '#dbdee1' }],
  ['blue on black', 'dark', { accent: '#0000ff', background: '#000000', text: '#ffffff' }],
  ['magenta on navy', 'dark', { accent: '#ff00ff', background: '#0b1437', text: '#cbd5e1' }],
  ['black on oxblood', 'dark', { accent: '#000000', background: '#3a0d0d', text: '#ffe3e3' }],
  ['mid grey on plum', 'dark', { accent: '#777777', background: '#282a36', text: '#f8f8f2' }],
];
