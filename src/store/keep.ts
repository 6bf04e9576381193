import { isSameData } from '../model/field.ts';

/** The known one where the new one says the same: what shows it is not drawn again. */
export function keep<T>(known: T, next: T): T {
  return isSameData(known, next) ? known : next;
}
