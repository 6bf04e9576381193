/** The functions of a test framework that the suite calls: those of Vitest, Jest, Mocha, node:test. */
export interface TestFramework {
  readonly describe: (name: string, define: () => void) => void;
  /** What it passes to `run` is used if it is a context that can skip. */
  readonly it: (name: string, run: (...given: unknown[]) => Promise<void>) => void;
}

/** The functions that the framework has made global. */
export function findTestFramework(): TestFramework {
  const { describe, it } = globalThis as { describe?: unknown; it?: unknown };
  if (typeof describe === 'function' && typeof it === 'function') {
    return { describe, it } as unknown as TestFramework;
  }
  throw new Error(
    'describeDataAdapter found no global `describe` and `it`. Pass those of your test framework as its third ' +
      "argument: import { describe, it } from 'vitest'; describeDataAdapter(name, create, { describe, it }).",
  );
}
