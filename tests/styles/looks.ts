/** Where an element stands in its card, and how it looks. */
export interface Look {
  readonly name: string;
  readonly box: readonly number[];
  readonly style: string;
}

const properties = [
  ...['display', 'position', 'visibility', 'opacity', 'zIndex', 'float', 'transform', 'filter', 'overflow'],
  ...['color', 'backgroundColor', 'boxShadow', 'textShadow', 'outlineStyle', 'pointerEvents'],
  ...['fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontVariantCaps', 'fontStretch', 'fontKerning'],
  ...['lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign', 'textIndent', 'whiteSpace'],
  ...['textDecorationLine', 'textDecorationStyle', 'wordBreak', 'hyphens', 'writingMode', 'listStyleType'],
  ...['borderTopWidth', 'borderBottomWidth', 'borderInlineStartWidth', 'borderTopStyle', 'borderTopColor'],
  ...['borderStartStartRadius', 'paddingTop', 'paddingInlineStart', 'marginTop', 'marginInlineStart'],
  ...[
    'webkitTextFillColor',
    'transitionDuration',
    'appearance',
    'boxSizing',
    'd',
    'fill',
    'stroke',
    'strokeWidth',
  ],
] as const;

/** Of what is drawn before and after an element. */
const inked = [
  'content',
  'display',
  'position',
  'inlineSize',
  'blockSize',
  'color',
  'backgroundColor',
  'rotate',
];

/** Of the card and everything in it. What nobody sees has no looks. */
export function looksOf(card: HTMLElement): Look[] {
  const { left, top } = card.getBoundingClientRect();
  return [card, ...card.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      name: `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`,
      box: width > 0 && height > 0 ? [x - left, y - top, width, height] : [],
      style: [undefined, '::before', '::after'].map((part) => describe(element, part)).join(' '),
    };
  });
}

/** What the second is otherwise than the first, by more than the pixels, in words that a failure is read by. */
export function differences(before: readonly Look[], after: readonly Look[], pixels: number): string[] {
  if (before.length !== after.length) return [`${before.length} elements, then ${after.length}`];
  return before.flatMap(({ name, box, style }, index) => {
    const other = after[index];
    const isMoved =
      box.length !== other?.box.length || box.some((side, at) => distance(side, other.box[at]) > pixels);
    const now = other?.style.split(' ¦ ') ?? [];
    const changed = style
      .split(' ¦ ')
      .flatMap((each, at) => (each === now[at] ? [] : `${each} → ${now[at]}`));
    const moved = isMoved ? [`${box.map(Math.round)} → ${other?.box.map(Math.round)}`] : [];
    const said = [...moved, ...changed];
    return said.length > 0 ? [`${name}: ${said.join('; ')}`] : [];
  });
}

function distance(one: number, other: number | undefined): number {
  return Math.abs(one - (other ?? Number.NaN));
}

function describe(element: Element, part: string | undefined): string {
  const style = getComputedStyle(element, part);
  if (style.display === 'none' || (part && style.content === 'none')) return `${part ?? ''} none ¦ `;
  return (part ? inked : properties)
    .map((name) => `${part ?? ''}${name} ${Reflect.get(style, name)}`)
    .join(' ¦ ');
}
