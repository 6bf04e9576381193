/** Milliseconds to wait where the server asks for a pause: at least a second, at most a minute. */
export function clampRetryAfter(milliseconds = 1000): number {
  return Number.isFinite(milliseconds) ? Math.min(60_000, Math.max(1000, milliseconds)) : 1000;
}
