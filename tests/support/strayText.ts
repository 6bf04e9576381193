/**
 * What is shown or read aloud in a place, and is neither of the pseudo-locale nor of the data: a text that is wired
 * into a component, or put together from pieces outside of the messages.
 */
export function strayText(place: HTMLElement, data: unknown): string[] {
  const known = textsOf(data);
  const isKnown = (piece: string) => known.some((text) => text.includes(piece));
  const stray = new Set<string>();
  for (const text of textsIn(place)) {
    for (const piece of plainPieces(text)) if (!isKnown(piece)) stray.add(`${piece} in "${text}"`);
  }
  for (const text of wholeTextsIn(place)) {
    const outside = withoutBrackets(text);
    if (/[⟦⟧]/.test(outside)) stray.add(`a bracket without its other in "${text}"`);
    if (ACCENTED.test(withoutKnown(outside, known))) stray.add(`outside of brackets: "${outside}"`);
  }
  return [...stray];
}

/** Of the pseudo-locale alone; the data has letters of many languages. */
const ACCENTED = /[ƁḾṔɊṼẊƀǵḱĺḿṕɋṽẋ]/u;
const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
];

function textsIn(place: HTMLElement): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const isSpoken = !walker.currentNode.parentElement?.closest('style, script, .sbc-avatar');
    if (isSpoken) texts.push(walker.currentNode.textContent ?? '');
  }
  return [...texts, ...attributesIn(place)];
}

/** A sentence may have elements in it; its brackets stand in one place all the same. */
function wholeTextsIn(place: HTMLElement): string[] {
  return [place.textContent ?? '', ...attributesIn(place)];
}

function attributesIn(place: HTMLElement): string[] {
  return [...place.querySelectorAll('*')].flatMap((element) =>
    ATTRIBUTES.flatMap((name) => element.getAttribute(name) ?? []),
  );
}

/** Words of the English alphabet: the pseudo-locale has none of its letters. Codes of currencies are no language. */
function plainPieces(text: string): string[] {
  return (text.match(/[\x20-\x7E]+/g) ?? [])
    .map((piece) => piece.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, ''))
    .filter((piece) => /[A-Za-z]{2}/.test(piece) && !/^[A-Z]{3}$/.test(piece));
}

function withoutBrackets(text: string): string {
  const inner = /⟦[^⟦⟧]*⟧/g;
  let rest = text;
  while (inner.test(rest)) rest = rest.replace(inner, ' ');
  return rest;
}

function withoutKnown(text: string, known: readonly string[]): string {
  return known.reduce((rest, data) => rest.replaceAll(data, ' '), text);
}

/** Every text in a value, however deep; long ones first. */
function textsOf(value: unknown): string[] {
  const texts = new Set<string>();
  const visit = (each: unknown) => {
    if (typeof each === 'string' && each.trim() !== '') texts.add(each.trim());
    else if (typeof each === 'object' && each !== null) Object.values(each).forEach(visit);
  };
  visit(value);
  return [...texts].sort((a, b) => b.length - a.length);
}
