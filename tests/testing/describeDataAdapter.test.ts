import { describe, expect, it } from 'vitest';
import { type DataAdapterFixture, describeDataAdapter } from '../../src/testing.ts';
import { createConformanceBackend, marina, pedro } from '../support/conformanceFixture.ts';
import { type BrokenAdapter, brokenAdapters } from './brokenAdapters.ts';

type Run = (...given: unknown[]) => Promise<void>;

/** The suite in a framework of our own: every case by its sentence, to be run by hand. */
function collectCases(create: () => DataAdapterFixture): Map<string, Run> {
  const cases = new Map<string, Run>();
  describeDataAdapter('an adapter', create, {
    describe: (_name, define) => define(),
    it(sentence, run) {
      if (cases.has(sentence)) throw new Error(`Two cases have the sentence "${sentence}".`);
      cases.set(sentence, run);
    },
  });
  return cases;
}

/** What each case that fails says, and the cases that were skipped. */
async function play(create: () => DataAdapterFixture) {
  const failures = new Map<string, unknown>();
  const skipped: string[] = [];
  for (const [sentence, run] of collectCases(create)) {
    const context = { skip: () => skipped.push(sentence) };
    await run(context).catch((thrown: unknown) => failures.set(sentence, thrown));
  }
  return { failures, skipped };
}

function breakAdapter({
  sabotage,
  options,
}: Pick<BrokenAdapter, 'sabotage' | 'options'>): DataAdapterFixture {
  const { adapter, colleague } = createConformanceBackend(options);
  return {
    adapter: { ...adapter, ...sabotage(adapter) },
    colleague,
    subscriber: marina,
    another: pedro,
    patienceMs: 20,
  };
}

describe('the conformance suite', () => {
  it.each(brokenAdapters)('sees an adapter that $fault', async (broken) => {
    const { failures } = await play(() => breakAdapter(broken));
    expect([...failures.keys()].sort()).toEqual([...broken.fails].sort());
    for (const thrown of failures.values()) {
      expect((thrown as Error).constructor).toBe(Error);
      expect((thrown as Error).message).toMatch(/: expected .*, got .*\. \S.*\.$|has to succeed here/s);
    }
  });

  it('has a broken adapter for each of its cases', () => {
    const sentences = [...collectCases(() => breakAdapter({ sabotage: () => ({}) })).keys()];
    const seen = new Set(brokenAdapters.flatMap(({ fails }) => fails));
    expect(sentences.filter((sentence) => !seen.has(sentence))).toEqual([]);
    expect([...seen].filter((sentence) => !sentences.includes(sentence))).toEqual([]);
  });
});

describe('describeDataAdapter', () => {
  it('skips what the adapter cannot do, and says why', async () => {
    const { adapter } = createConformanceBackend();
    const reasons = new Map<string, unknown>();
    const cases = collectCases(() => ({
      adapter: { getSubscriber: adapter.getSubscriber },
      subscriber: marina,
    }));
    for (const [sentence, run] of cases) {
      await run({ skip: (why: unknown) => reasons.set(sentence, why) });
    }
    expect([...cases.keys()].filter((sentence) => !reasons.has(sentence))).toEqual([
      'getSubscriber answers in the shape of the contract',
      'reads the subscriber that was asked for',
      'reads the same twice if nothing has changed',
      'gives absolute addresses',
      'rejects a read that is aborted before it begins',
      'rejects a read that is aborted under way, at once',
      'says not-found of a subscriber who does not exist',
      'rejects and never throws',
      'rejects with AdapterErrors of the known codes only',
      'takes no part of an id for somebody else',
      'takes text that has no encoding',
    ]);
    expect(reasons.get('deletes a deal')).toBe('The adapter has no deleteDeal.');
    expect(reasons.get('answers null where no contact is linked')).toBe('The adapter has no getContact.');
  });

  it('counts a case that it cannot skip as passed', async () => {
    const run = collectCases(() => ({ ...breakAdapter({ sabotage: () => ({}) }), colleague: undefined }));
    await expect(run.get('tells of a deal that a colleague deletes')?.()).resolves.toBeUndefined();
  });

  it('overtakes the adapter with itself where there is no colleague', async () => {
    const [ignoring] = brokenAdapters.filter(
      ({ fault }) => fault === 'takes a stale updateDeal for a fresh one',
    );
    const { failures, skipped } = await play(() => ({ ...breakAdapter(ignoring!), colleague: undefined }));
    expect([...failures.keys()]).toEqual(ignoring?.fails);
    expect(skipped.filter((sentence) => sentence.startsWith('tells '))).toHaveLength(13);
  });

  it('closes what was made for a case, however it ends', async () => {
    const closed: string[] = [];
    const broken = brokenAdapters.find(({ fault }) => fault === 'finds no member');
    const cases = collectCases(() => ({ ...breakAdapter(broken!), close: () => void closed.push('closed') }));
    await expect(cases.get('finds a member by their name')?.()).rejects.toThrow(
      'searchMembers finds a member',
    );
    await cases.get('finds a tag by its name')?.();
    expect(closed).toHaveLength(2);
  });

  it('says which call failed that should not have, and what can be done', async () => {
    const cases = collectCases(() => ({
      ...breakAdapter({ sabotage: () => ({}) }),
      dealDraft: { pipelineId: 'nowhere', stepId: 'lead', name: 'Boots', value: null, assigneeId: null },
    }));
    await expect(cases.get('deletes a deal')?.()).rejects.toThrow(
      'createDeal has to succeed here, and was rejected with "invalid": The values were refused. pipelineId: No such ' +
        'pipeline. Where the suite asks for what the backend cannot take, give its fixture `values`, `dealDraft` or ' +
        '`contactDraft`.',
    );
  });

  it('takes values of the fixture instead of its own', async () => {
    const written: unknown[] = [];
    const cases = collectCases(() => ({
      ...breakAdapter({
        sabotage: (adapter) => ({
          setVariable(ref, key, value, write) {
            written.push(value);
            return adapter.setVariable(ref, key, value, write);
          },
        }),
      }),
      values: { plan: ['silver', 'gold'] },
    }));
    await cases.get('stores the value')?.();
    await cases.get('raises the revision of a variable, or of its record, with each change')?.();
    expect(written).toEqual(['silver', 'silver', 'gold', 'silver']);
  });

  it('says what to pass where there are no global functions', () => {
    expect(() => describeDataAdapter('an adapter', () => breakAdapter({ sabotage: () => ({}) }))).toThrow(
      'describeDataAdapter found no global `describe` and `it`.',
    );
  });

  it('finds the global functions of a framework', () => {
    const names: string[] = [];
    const framework = {
      describe(name: string, define: () => void) {
        names.push(name);
        define();
      },
      it: () => {},
    };
    Object.assign(globalThis, framework);
    try {
      describeDataAdapter('an adapter', () => breakAdapter({ sabotage: () => ({}) }));
    } finally {
      for (const name of ['describe', 'it']) Reflect.deleteProperty(globalThis, name);
    }
    expect(names[0]).toBe('an adapter');
    expect(names).toContain('stale writes');
  });
});
