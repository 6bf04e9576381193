/** What is cut, sticks out or lies over other text in the cards of the page, in words. */
export function findOverflow(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  const cards = [...document.querySelectorAll<HTMLElement>('.sbc-root')];
  return [
    ...page,
    ...cards.flatMap((card) => [...findWide(card), ...findClipped(card), ...findOverlaps(card)]),
  ];
}

function findWide(card: HTMLElement): string[] {
  if (card.scrollWidth <= card.clientWidth) return [];
  const { left, right } = card.getBoundingClientRect();
  const isOut = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
  };
  const outside = [...card.querySelectorAll<HTMLElement>('*')].filter(isOut);
  const innermost = outside.filter(
    (element) => !outside.some((it) => it !== element && element.contains(it)),
  );
  return innermost.map((element) => `sticks out of the card: ${describe(element)}`);
}

/**
 * What is meant to be cut: it says its whole text on hover and beside the focus, or scrolls, or opens; of an ad that
 * is quoted the link beside it shows the whole.
 */
const cut =
  '.sbc-truncate, .sbc-select-value, .sbc-campaign-text, .sbc-visually-hidden, .sbc-windowed, .sbc-tab-list, input, textarea, select, svg';

function findClipped(card: HTMLElement): string[] {
  return [...card.querySelectorAll<HTMLElement>('*')]
    .filter(isClipped)
    .map((element) => `cut: ${describe(element)}`);
}

function isClipped(element: HTMLElement): boolean {
  if (element.matches(cut) || element.closest('.sbc-visually-hidden, svg') || !element.textContent?.trim())
    return false;
  const { overflowX, overflowY, opacity } = getComputedStyle(element);
  if (opacity === '0') return false;
  const isCut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  // A line is a little higher than its box where the letters are.
  const isHigh = element.scrollHeight > element.clientHeight + 2;
  const isWide = element.scrollWidth > element.clientWidth + 1;
  return (isCut(overflowY) && isHigh) || (isCut(overflowX) && isWide);
}

interface Line {
  readonly element: HTMLElement;
  readonly box: DOMRect;
}

/** What floats over the text on purpose. */
const floating =
  '.sbc-row-tools, .sbc-deal-tools, .sbc-chip-remove, .sbc-crm-fold, .sbc-notices, .sbc-layer, .sbc-channel-badge';

function findOverlaps(card: HTMLElement): string[] {
  const lines = linesOf(card);
  const found: string[] = [];
  for (const [place, one] of lines.entries()) {
    for (const other of lines.slice(place + 1)) {
      if (one.element === other.element || !overlaps(one.box, other.box)) continue;
      found.push(`${describe(one.element)} lies over ${describe(other.element)}`);
    }
  }
  return found;
}

function linesOf(card: HTMLElement): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || element.closest(`${floating}, .sbc-visually-hidden`))
      continue;
    if (!element.checkVisibility({ opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const visible = withinClips(element, box);
      if (visible) lines.push({ element, box: visible });
    }
  }
  return lines;
}

/** What of a line is not cut off by what it stands in. */
function withinClips(element: HTMLElement, line: DOMRect): DOMRect | null {
  let { left, right, top, bottom } = line;
  for (let around: HTMLElement | null = element; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowX === 'visible') continue;
    const box = around.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
}

function overlaps(one: DOMRect, other: DOMRect): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  // The boxes of two lines touch, and their letters do not.
  return width > 2 && height > 4;
}

function describe(element: HTMLElement): string {
  const named = element.closest('[class^=sbc-]');
  return `${named?.className ?? element.localName} “${element.textContent?.trim().slice(0, 40)}”`;
}
