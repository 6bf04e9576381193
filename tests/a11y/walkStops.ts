import { userEvent } from 'vitest/browser';

// A card has fewer stops than this, and a walk that is longer goes in a circle.
const MANY = 120;

/** Goes by Tab from where the focus is to the end of the page, and shows each stop to `visit` while it has the focus. */
export async function walkStops(visit: (stop: HTMLElement) => Promise<void>): Promise<number> {
  let count = 0;
  let stop = focused() ?? (await goOn());
  while (stop && count < MANY) {
    count += 1;
    await visit(stop);
    const next = await goOn();
    stop = next && isBefore(next, stop) ? null : next;
  }
  return count;
}

/** After the last stop of a page the first one follows. */
function isBefore(next: Element, last: Element): boolean {
  return last.isConnected && (last.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

async function goOn(): Promise<HTMLElement | null> {
  await userEvent.keyboard('{Tab}');
  return focused();
}

function focused(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}

/** What is drawn around a control as its ring: of a field within a box, the box. */
export function ringedBox(stop: HTMLElement): HTMLElement {
  return stop.closest<HTMLElement>('.sbc-combobox') ?? stop;
}
