/** The text of the option that `aria-activedescendant` refers to. */
export function activeOption(combobox: HTMLElement): string | null {
  const id = combobox.getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
}

/** The name of what has the focus; `page` where nothing has. */
export function focusName(): string {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return 'page';
  return activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '';
}
