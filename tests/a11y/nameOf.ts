/** The accessible name of a control, in the ways that our controls are named. */
export function nameOf(control: Element): string {
  const { labels } = control as Partial<HTMLInputElement>;
  return withoutIsolates(
    control.getAttribute('aria-label') ?? heardOf(labels?.[0]) ?? heardOf(control) ?? '',
  );
}

/** Around the names in a text that runs the other way stand marks that nobody hears. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

function heardOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const copy = element.cloneNode(true) as Element;
  for (const unheard of copy.querySelectorAll('[aria-hidden=true]')) unheard.remove();
  return copy.textContent?.trim();
}
