import type { ContactPoint } from '../model/contact.ts';

/** A list of phones or addresses in one line; `null` where there are none. */
export function toPointsText(points: readonly ContactPoint[]): string | null {
  return points.length > 0 ? points.map(({ value }) => value).join(', ') : null;
}
