import type { CardStorage } from '../../src/store/createPersistence.ts';

/** A storage that a test can look into, fill and break. */
export function createTestStorage(entries: Record<string, string> = {}) {
  const texts = new Map(Object.entries(entries));
  let failure: Error | null = null;
  const attempt = <T>(run: () => T): T => {
    if (failure) throw failure;
    return run();
  };
  const storage: CardStorage = {
    keys: () => attempt(() => [...texts.keys()]),
    get: (key) => attempt(() => texts.get(key) ?? null),
    set: (key, value) => attempt(() => void texts.set(key, value)),
    remove: (key) => attempt(() => void texts.delete(key)),
  };
  return {
    storage,
    texts,
    /** From now on each call throws; `null` mends it. */
    fail(error: Error | null) {
      failure = error;
    },
  };
}
