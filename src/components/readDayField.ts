/** Stands for a day of which only a part is typed: no date, so it is refused, and not empty, so it clears nothing. */
export const UNFINISHED = '-';

/** What a date field of the browser holds. It calls a day of which only a part is typed empty. */
export function readDayField({ value, validity }: HTMLInputElement): string {
  return validity.badInput ? UNFINISHED : value;
}

/** Whether a part of a day stands in a field inside, which the browser has told nobody. */
export function hasUnfinishedDay(container: HTMLElement): boolean {
  return [...container.querySelectorAll('input')].some(({ validity }) => validity.badInput);
}
