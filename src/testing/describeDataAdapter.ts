import { adapterCases } from './adapterCases.ts';
import { type Cases, createStage, Skipped, type Stage } from './createStage.ts';
import type { DataAdapterFixture } from './DataAdapterFixture.ts';
import { readAdapterError } from './refusalOf.ts';
import { findTestFramework, type TestFramework } from './TestFramework.ts';

/**
 * The rules of a {@link DataAdapter} as tests of your framework. What the adapter cannot do is skipped; Jest, which
 * cannot skip a test that runs, counts it as passed.
 *
 * @param name what the tests are listed under
 * @param create makes the adapter and what the tests need beside it, once for every case
 * @param framework default: the global `describe` and `it`
 *
 * @example
 * ```ts
 * import type { DataAdapter } from 'subscriber-card/headless';
 * import { describeDataAdapter } from 'subscriber-card/testing';
 *
 * declare function createOurAdapter(operator: string): DataAdapter;
 *
 * describeDataAdapter('our adapter', () => ({
 *   adapter: createOurAdapter('ana'),
 *   colleague: createOurAdapter('bruno'),
 *   subscriber: { id: '42', channel: 'whatsapp' },
 *   another: { id: '43', channel: 'whatsapp' },
 * }));
 * ```
 */
export function describeDataAdapter(
  name: string,
  create: () => DataAdapterFixture | Promise<DataAdapterFixture>,
  framework: TestFramework = findTestFramework(),
): void {
  const { describe, it } = framework;
  describe(name, () => {
    for (const [group, cases] of Object.entries(adapterCases)) {
      describe(group, () => {
        for (const [sentence, run] of Object.entries(cases)) {
          // No parameter by name: Jest would take it for its `done`.
          it(sentence, (...given) => play(run, create, given[0]));
        }
      });
    }
  });
}

async function play(
  run: Cases[string],
  create: () => DataAdapterFixture | Promise<DataAdapterFixture>,
  context: unknown,
): Promise<void> {
  const fixture = await create();
  const stage = createStage(fixture);
  try {
    await run(stage);
  } catch (thrown) {
    if (!(thrown instanceof Skipped)) throw explained(thrown, stage);
    if (canSkip(context)) context.skip(thrown.message);
  } finally {
    await fixture.close?.();
  }
}

function canSkip(context: unknown): context is { skip(why: string): void } {
  // Vitest passes a function, node:test an object.
  const isObject = typeof context === 'function' || typeof context === 'object';
  return isObject && context !== null && 'skip' in context;
}

/** A call that should have succeeded did not: says which, and what to look at. */
function explained(thrown: unknown, { lastCalled }: Stage): unknown {
  const error = readAdapterError(thrown);
  if (!error) return thrown;
  const issues = (error.detail.issues ?? []).map(({ path, message }) => ` ${path}: ${message}`).join('');
  return new Error(
    `${lastCalled ?? 'A call'} has to succeed here, and was rejected with "${error.code}": ${error.message}${issues} ` +
      'Where the suite asks for what the backend cannot take, give its fixture `values`, `dealDraft` or `contactDraft`.',
    { cause: thrown },
  );
}
