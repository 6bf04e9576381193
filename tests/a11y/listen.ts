const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';

export interface Said {
  readonly text: string;
  /** In milliseconds of the page. */
  readonly at: number;
}

/** What a screen reader says by itself from now on: each new text of a live region, in its order. */
export function listen(): readonly Said[] {
  const said: Said[] = [];
  const texts = new Map<Element, string>();
  const note = (region: Element) => {
    const text = (region.textContent ?? '').trim();
    if (texts.get(region) === text) return;
    texts.set(region, text);
    if (text !== '') said.push({ text, at: performance.now() });
  };
  for (const region of document.querySelectorAll(live)) texts.set(region, (region.textContent ?? '').trim());
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const around = element?.closest(live);
      if (around) note(around);
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue;
        if (added.matches(live)) note(added);
        for (const region of added.querySelectorAll(live)) note(region);
      }
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  return said;
}
