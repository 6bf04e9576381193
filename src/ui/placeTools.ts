/** Icons are smaller than their buttons: so much of a button may stand over the line above. */
const AIR = 4;

/**
 * Puts the tools of a row where they cover nothing of its value: at the end of its last line, or before the value
 * where its last line reaches there. Asked when somebody comes near: measured in each of 200 rows it would be paid
 * for at mount.
 */
export function placeTools(tools: HTMLElement, value: HTMLElement): void {
  tools.dataset.place = 'end';
  const place = tools.getBoundingClientRect();
  const end = Math.min(place.bottom - AIR, value.getBoundingClientRect().bottom);
  const isCovered = linesIn(value).some(
    ({ left, right, top, bottom }) =>
      left < place.right && right > place.left && bottom > place.top + AIR && top < end,
  );
  if (isCovered) tools.dataset.place = 'start';
}

/** Where its letters and its own buttons stand, and not the boxes around them. */
function linesIn(value: HTMLElement): DOMRect[] {
  const { ownerDocument: view } = value;
  const texts = view.createTreeWalker(value, NodeFilter.SHOW_TEXT);
  const range = view.createRange();
  const lines = [...value.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement?.closest('.sbc-visually-hidden')) continue;
    range.selectNodeContents(texts.currentNode);
    lines.push(...range.getClientRects());
  }
  return lines;
}
