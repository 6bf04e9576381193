const FOCUSABLE =
  'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), [tabindex]:not([tabindex="-1"])';

/**
 * Puts the focus on the first control inside and selects its text. Where the control is still being loaded, as
 * soon as it is there. Returns how to give up.
 */
export function focusFirst(container: HTMLElement): () => void {
  if (tryFocus(container)) return () => {};
  const observer = new MutationObserver(() => {
    if (tryFocus(container)) observer.disconnect();
  });
  observer.observe(container, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function tryFocus(container: HTMLElement): boolean {
  const control = container.querySelector<HTMLElement>(FOCUSABLE);
  if (!control) return false;
  control.focus();
  if (control.matches('input, textarea')) (control as HTMLInputElement).select();
  // A browser shows the end of what is selected; a value is known by its beginning.
  control.scrollLeft = 0;
  return true;
}
