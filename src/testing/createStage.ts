import type { DataAdapter, ReadContext, WriteContext } from '../adapters/DataAdapter.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { AdapterMethod } from './adapterMethods.ts';
import type { Colleague, DataAdapterFixture } from './DataAdapterFixture.ts';

/** One case of the suite: its sentence, and what it does. */
export type Cases = { readonly [sentence: string]: (stage: Stage) => Promise<void> };

/** What a case plays on. */
export interface Stage extends Omit<DataAdapterFixture, 'another' | 'missing' | 'colleague' | 'close'> {
  readonly missing: SubscriberRef;
  readonly patienceMs: number;
  /** The context of a read. */
  readonly reading: ReadContext;
  /** The context of a write, with a key of its own. */
  writing(given?: Partial<WriteContext>): WriteContext;
  /** Methods of the adapter. Skips the case where one is absent. */
  need<const Name extends AdapterMethod>(...names: Name[]): Required<Pick<DataAdapter, Name>>;
  /** Another subscriber. Skips the case without one. */
  needAnother(): SubscriberRef;
  /** Methods of the colleague. Skips the case without one. */
  needColleague<const Name extends keyof Colleague>(...names: Name[]): Required<Pick<Colleague, Name>>;
  /** As {@link Stage.needColleague}, with the adapter itself where there is no colleague. */
  needOther<const Name extends keyof Colleague>(...names: Name[]): Required<Pick<Colleague, Name>>;
  /** What was called last, for the sentence of a call that should not have failed. */
  readonly lastCalled: AdapterMethod | undefined;
}

/** Thrown where a case has nothing to test. */
export class Skipped extends Error {}

export function skip(why: string): never {
  throw new Skipped(why);
}

export function createStage({ another, colleague, ...fixture }: DataAdapterFixture): Stage {
  const { adapter, subscriber, missing = { ...subscriber, id: `nobody-${randomKey()}` } } = fixture;
  const { patienceMs = 2_000 } = fixture;
  let lastCalled: AdapterMethod | undefined;

  function methodsOf<Owner extends Partial<DataAdapter>, Name extends keyof Owner & AdapterMethod>(
    owner: Owner,
    names: readonly Name[],
    whose: string,
  ): Required<Pick<Owner, Name>> {
    const methods = names.map((name) => {
      const method: unknown = owner[name];
      if (typeof method !== 'function') return skip(`${whose} has no ${name}.`);
      return [
        name,
        (...given: unknown[]): unknown => {
          lastCalled = name;
          return method.apply(owner, given);
        },
      ];
    });
    return Object.fromEntries(methods) as Required<Pick<Owner, Name>>;
  }

  return {
    ...fixture,
    missing,
    patienceMs,
    get reading() {
      return { signal: neverAborted() };
    },
    writing: (given) => ({ signal: neverAborted(), idempotencyKey: randomKey(), ...given }),
    need: (...names) => methodsOf(adapter, names, 'The adapter'),
    needAnother: () => another ?? skip('The fixture has no `another` subscriber.'),
    needColleague: (...names) =>
      methodsOf(colleague ?? skip('The fixture has no `colleague`.'), names, 'The colleague'),
    needOther: (...names) => methodsOf(colleague ?? adapter, names, 'The colleague'),
    get lastCalled() {
      return lastCalled;
    },
  };
}

export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
