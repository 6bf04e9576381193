/** A broken promise. Its message begins with the number of the invariant. */
export class Violation extends Error {
  override readonly name = 'Violation';
}
