import type { SubmitResult } from '../hooks/useField.ts';

/** After a submit that was not taken: the focus goes to the first wrong field, or to "Keep mine". */
export function focusProblem(container: HTMLElement, result: SubmitResult): void {
  if (result === 'invalid') container.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  if (result === 'conflict') container.querySelector<HTMLElement>('.sbc-conflict button')?.focus();
}
