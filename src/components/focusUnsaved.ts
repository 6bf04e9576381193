import type { OpenSection } from '../hooks/useOpenSections.ts';

/** Milliseconds in which a section unfolds and its editor is loaded. */
const PATIENCE = 3000;

/**
 * Puts the focus on the first control of what is not saved in a section: the editor, or what can be done about it.
 * Where it is still being drawn, as soon as it is there. Returns how to give up.
 */
export function focusUnsaved(card: HTMLElement, section: OpenSection): () => void {
  if (tryFocus(card, section)) return () => {};
  const observer = new MutationObserver(() => {
    if (tryFocus(card, section)) stop();
  });
  const timer = setTimeout(stop, PATIENCE);
  observer.observe(card, { childList: true, subtree: true, attributes: true });
  function stop() {
    clearTimeout(timer);
    observer.disconnect();
  }
  return stop;
}

const open = ':is([data-editing], [data-failed], [data-conflict])';

const places: Record<OpenSection, readonly string[]> = {
  variables: [`.sbc-row${open}`, '.sbc-lost', '.sbc-row[data-pending]'],
  tags: ['.sbc-tag-note', '.sbc-tags'],
  deals: ['.sbc-deals .sbc-lost', `.sbc-deal${open}`, '.sbc-deal-add form', '.sbc-deal'],
  contact: [`.sbc-contact .sbc-row${open}`, '.sbc-contact .sbc-lost', '.sbc-contact form'],
};

const controls = [
  'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled), [role=combobox]',
  ':is(.sbc-row-note, .sbc-conflict, .sbc-save-note) button',
  'button:not(:disabled)',
];

function tryFocus(card: HTMLElement, section: OpenSection): boolean {
  const place = places[section].map((it) => card.querySelector(it)).find((it) => it !== null);
  const control = controls.map((it) => place?.querySelector<HTMLElement>(it)).find((it) => it);
  control?.focus();
  return control !== undefined;
}
