/** Everything in the sections that a reader or a screen reader is given. A notice may well name somebody else. */
export function* textsOf(host: HTMLElement): Iterable<string> {
  for (const section of host.querySelectorAll<HTMLElement>('.sbc-card [data-status]')) {
    yield section.textContent ?? '';
    for (const element of section.querySelectorAll<HTMLElement>('[aria-label]'))
      yield element.getAttribute('aria-label') ?? '';
    for (const control of section.querySelectorAll<HTMLInputElement>('input, textarea')) yield control.value;
  }
}

/** The values that are read, by the name of their field. */
export function* cellsOf(host: HTMLElement): Iterable<readonly [cell: string, text: string]> {
  for (const row of host.querySelectorAll('.sbc-row:not([data-editing], .sbc-contact *)')) {
    yield [row.querySelector('dt')?.textContent ?? '', toText(row.querySelector('.sbc-editable-preview'))];
  }
  for (const name of host.querySelectorAll('.sbc-deal-name')) yield ['deal', toText(name)];
  const firstName = host.querySelector<HTMLInputElement>('.sbc-contact-form input');
  if (firstName) yield ['contact', firstName.value];
}

function toText(element: Element | null): string {
  return element?.textContent?.trim() ?? '';
}
