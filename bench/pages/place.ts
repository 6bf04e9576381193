/** Where a contestant draws: as wide as the pane beside a chat. */
export function findPlace(): HTMLElement {
  const place = document.querySelector<HTMLElement>('#place');
  if (!place) throw new Error('The page has no place to draw in.');
  return place;
}

/** Gives the runner what it calls. */
export function offer<Page extends object>(page: Page): void {
  window.bench = page;
}

declare global {
  interface Window {
    bench?: object;
  }
}
