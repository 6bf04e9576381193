import { userEvent } from 'vitest/browser';

// A card has fewer stops than this, and a walk that is longer goes in a circle.
const MANY = 120;

/** Goes through the page by Tab, from where the focus is, and shows each stop to `visit` while it has the focus. */
export async function walkStops(visit: (stop: HTMLElement) => Promise<void>): Promise<number> {
  const met = new Set<Element>();
  let stop = focused();
  if (!stop) stop = await goOn();
  while (stop && !met.has(stop) && met.size < MANY) {
    met.add(stop);
    await visit(stop);
    stop = await goOn();
  }
  return met.size;
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
