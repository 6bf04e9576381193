/** Calls what the host has given us: if it throws, what called it goes on. */
export function callSafely<Arguments extends unknown[]>(
  handler: ((...given: Arguments) => void) | undefined,
  ...given: Arguments
): void {
  try {
    handler?.(...given);
  } catch (thrown) {
    console.error(thrown);
  }
}
