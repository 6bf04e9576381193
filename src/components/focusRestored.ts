/** Puts the focus on what was taken back: the pencil or the switch of its row, its deal, the tags, the contact. */
export function focusRestored(card: HTMLElement, type: string, label: string): void {
  const control = type.startsWith('variable')
    ? find(card, '.sbc-row', '.sbc-row-label', label, '[role=switch], .sbc-row-tools > button:last-child')
    : type.startsWith('deal')
      ? find(card, '.sbc-deal', '.sbc-deal-name', label, '.sbc-deal-tools > button')
      : card.querySelector<HTMLElement>(
          type.startsWith('tag') ? '.sbc-tag-input input' : '.sbc-contact-form input',
        );
  control?.focus();
}

/** The control in the place that bears the label. */
function find(card: HTMLElement, place: string, name: string, label: string, control: string) {
  const found = [...card.querySelectorAll(place)].find((it) => it.querySelector(name)?.textContent === label);
  return found?.querySelector<HTMLElement>(control);
}
