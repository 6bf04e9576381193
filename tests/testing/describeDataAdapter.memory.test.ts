import { describe, it } from 'vitest';
import type { DataAdapterFixture } from '../../src/testing.ts';
import { createFaultAdapter, describeDataAdapter } from '../../src/testing.ts';
import { createConformanceBackend, marina, pedro } from '../support/conformanceFixture.ts';

const fixture = { subscriber: marina, another: pedro, patienceMs: 100 };

function create(options?: Parameters<typeof createConformanceBackend>[0]): DataAdapterFixture {
  return { ...createConformanceBackend(options), ...fixture };
}

describeDataAdapter('the memory adapter with revisions of fields', () => create(), { describe, it });

describeDataAdapter(
  'the memory adapter with revisions of records',
  async () => create({ revisions: 'record' }),
  { describe, it },
);

describeDataAdapter(
  'the memory adapter without revisions, not idempotent, in pages',
  () => create({ revisions: 'none', idempotent: false, wholeVocabulary: false, pageSize: 1 }),
  { describe, it },
);

describeDataAdapter(
  'a fault adapter without faults',
  () => {
    const given = create();
    return { ...given, adapter: createFaultAdapter(given.adapter, {}, 1) };
  },
  { describe, it },
);

describeDataAdapter(
  'a fault adapter that only takes its time',
  () => {
    const given = create();
    const script = { calls: { delay: 1 }, events: { delay: 1 }, delayMs: [0, 3] as const };
    return { ...given, adapter: createFaultAdapter(given.adapter, script, 1), patienceMs: 1_000 };
  },
  { describe, it },
);
