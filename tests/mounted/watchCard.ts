import { cellsOf, textsOf } from './shownText.ts';

/** What a card was seen to do that it never may. */
export interface CardWatch {
  /** Texts of another subscriber than the one that is shown. */
  readonly strangers: readonly string[];
  /** Values that came back after another one had taken their place. */
  readonly flickers: readonly string[];
  /** How often the card was looked at. */
  readonly looks: number;
  look(): void;
  stop(): void;
}

/**
 * Looks at a card after every change of the page and in every frame. `host` says in `data-shown` who is shown, by a
 * name that all texts of this subscriber have in them. Every value is written once, so none may come back.
 */
export function watchCard(host: HTMLElement, names: readonly string[]): CardWatch {
  const strangers: string[] = [];
  const flickers: string[] = [];
  const seen = new Map<string, string[]>();
  let looks = 0;

  function look() {
    looks += 1;
    const shown = host.dataset.shown ?? '';
    for (const text of textsOf(host)) {
      const other = names.find((name) => name !== shown && text.includes(name));
      if (other) strangers.push(`"${text}" under ${shown}`);
    }
    for (const [cell, text] of cellsOf(host)) {
      const key = `${shown} ${cell}`;
      const before = seen.get(key) ?? [];
      if (before.at(-1) === text) continue;
      if (before.includes(text)) flickers.push(`${key}: ${[...before, text].join(' → ')}`);
      seen.set(key, [...before, text]);
    }
  }

  const observer = new MutationObserver(look);
  observer.observe(host, { subtree: true, childList: true, characterData: true, attributes: true });
  let frame = requestAnimationFrame(function onFrame() {
    look();
    frame = requestAnimationFrame(onFrame);
  });
  return {
    strangers,
    flickers,
    get looks() {
      return looks;
    },
    look,
    stop() {
      observer.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
