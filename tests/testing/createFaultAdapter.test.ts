import { beforeEach, describe, expect, it } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { checkSubscriber } from '../../src/adapters/checkAnswer.ts';
import { checkEvent } from '../../src/adapters/checkEvent.ts';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import type { CardEvent, WriteContext } from '../../src/adapters/DataAdapter.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { createFaultAdapter, type FaultScript } from '../../src/testing.ts';
import {
  aCampaign,
  aContact,
  aDealDraft,
  aPipeline,
  aSubscriber,
  aTag,
  aVariable,
} from '../support/fixtures.ts';
import { createManualClock, type ManualClock } from '../support/manualClock.ts';

const marina = { id: 'marina', channel: 'instagram' };
const draft = aDealDraft({ name: 'Boots' });
const data = {
  subscribers: [
    aSubscriber({
      campaigns: [aCampaign()],
      variables: [aVariable({ key: 'city' }), aVariable({ key: 'born', type: 'date', value: '1990-01-31' })],
      tagging: { tags: [aTag()] },
    }),
  ],
  contacts: { marina: aContact() },
  pipelines: [aPipeline()],
};

let memory: MemoryAdapter;
let clock: ManualClock;
let count: number;

beforeEach(() => {
  memory = createMemoryAdapter(data);
  clock = createManualClock();
  count = 0;
});

function wrap(script: FaultScript, seed = 1) {
  return createFaultAdapter(memory, script, seed, { schedule: clock.schedule });
}

function write(signal = new AbortController().signal): WriteContext {
  count += 1;
  return { signal, idempotencyKey: `key ${count}` };
}

/** How a call stands; `pending` where nothing was heard. */
function watch(call: Promise<unknown>): { ended: string; value?: unknown } {
  const seen: { ended: string; value?: unknown } = { ended: 'pending' };
  call.then(
    (value) => Object.assign(seen, { ended: 'resolved', value }),
    (value) => Object.assign(seen, { ended: 'rejected', value }),
  );
  return seen;
}

async function settle() {
  for (let turn = 0; turn < 30; turn += 1) await undefined;
}

/** In a list, because a promise cannot hold everything that can be thrown: it would look for its `then`. */
async function thrownBy(call: Promise<unknown>): Promise<[unknown]> {
  const thrown: unknown[] = [];
  await call.then(
    () => expect.fail('It did not reject.'),
    (reason: unknown) => void thrown.push(reason),
  );
  return [thrown[0]];
}

function saved(key: string) {
  return memory.control.server.subscriber(marina)?.variables.find((each) => each.key === key)?.value;
}

function listen(adapter: ReturnType<typeof wrap>) {
  const heard: CardEvent[] = [];
  const stop = adapter.subscribe(marina, (event) => heard.push(event), write());
  // That the connection is open.
  heard.length = 0;
  return { heard, stop };
}

/** A colleague gives the city these values, one after the other. */
function changeTo(...cities: string[]) {
  for (const city of cities) memory.control.actAs('Maria').setVariable(marina, 'city', city);
}

function citiesIn(events: readonly CardEvent[]) {
  return events.flatMap((event) =>
    event.type === 'changed' ? [event.fields['variable:city']?.value] : [event.type],
  );
}

describe('a fault adapter without a script', () => {
  it('answers as what it wraps, at once', async () => {
    const adapter = wrap({});
    expect(await adapter.getSubscriber(marina, write())).toEqual(memory.control.server.subscriber(marina));
    await adapter.setVariable(marina, 'city', 'Recife', write());
    expect(saved('city')).toBe('Recife');
    expect(clock.untilNext()).toBeUndefined();
  });

  it('has the methods of what it wraps and no other', () => {
    const less = createMemoryAdapter({ ...data, omit: ['deleteDeal', 'subscribe'] });
    const adapter = createFaultAdapter(less, {}, 1);
    expect(Object.keys(adapter).sort()).toEqual(Object.keys(less).sort());
    // @ts-expect-error What is left out has no type either.
    expect(adapter.deleteDeal).toBeUndefined();
    expect(adapter.idempotent).toBe(true);
  });

  it('wraps an adapter that is an instance of a class', async () => {
    class Backend {
      name = 'Marina';
      async getSubscriber({ id }: SubscriberRef) {
        return aSubscriber({ id, name: this.name });
      }
    }
    const adapter = createFaultAdapter(new Backend(), {}, 1);
    expect(await adapter.getSubscriber(marina, write())).toMatchObject({ name: 'Marina' });
  });

  it('passes on the context, so that an abort and an idempotency key arrive', async () => {
    const adapter = wrap({});
    await adapter.setVariable(marina, 'city', 'Natal', { ...write(), idempotencyKey: 'k' });
    expect(memory.control.calls).toMatchObject([{ method: 'setVariable', idempotencyKey: 'k' }]);
  });
});

describe('delay', () => {
  it('takes a time within its bounds, on the way there and on the way back', async () => {
    const adapter = wrap({ calls: { delay: 1 }, delayMs: [100, 200] });
    const saving = watch(adapter.setVariable(marina, 'city', 'Olinda', write()));
    await settle();
    expect(saved('city')).not.toBe('Olinda');
    const there = clock.untilNext() ?? 0;
    clock.advance(there);
    await settle();
    expect([saved('city'), saving.ended]).toEqual(['Olinda', 'pending']);
    const back = clock.untilNext() ?? 0;
    clock.advance(back);
    await settle();
    expect(saving.ended).toBe('resolved');
    const total = there + back;
    expect(total).toBeGreaterThanOrEqual(100);
    expect(total).toBeLessThanOrEqual(200);
    expect(adapter.control.calls).toMatchObject([{ hindrances: ['delay'], sent: 1, outcome: 'resolved' }]);
  });

  it('lets requests overtake each other', async () => {
    const adapter = wrap({ calls: { delay: 1 } });
    for (let number = 0; number < 20; number += 1) {
      void adapter.setVariable(marina, 'city', `City ${number}`, write());
    }
    await settle();
    while (clock.untilNext() !== undefined) {
      clock.advance(clock.untilNext() ?? 0);
      await settle();
    }
    const arrived = memory.control.calls.map(({ args }) => Number(String(args[2]).slice(5)));
    expect(arrived).toHaveLength(20);
    expect(arrived).not.toEqual([...arrived].sort((a, b) => a - b));
  });
});

describe('an abort', () => {
  const reason = new Error('nobody waits');

  it.each<[string, FaultScript]>([
    ['a call without a fault', {}],
    ['a delayed one', { calls: { delay: 1 } }],
    ['one whose request is lost', { calls: { loseRequest: 1 }, lostAs: 'silence' }],
    ['one whose answer is lost', { calls: { loseAnswer: 1 }, lostAs: 'silence' }],
    ['one that is held back', { calls: { reorder: 1 } }],
  ])('rejects %s with its reason at once', async (_, script) => {
    const adapter = wrap(script);
    const controller = new AbortController();
    const call = watch(adapter.setVariable(marina, 'city', 'Belém', write(controller.signal)));
    if (script.calls) await settle();
    controller.abort(reason);
    await settle();
    expect(call).toEqual({ ended: 'rejected', value: reason });
  });

  it('keeps a delayed request from being sent, and leaves no timer', async () => {
    const adapter = wrap({ calls: { delay: 1 } });
    const controller = new AbortController();
    watch(adapter.setVariable(marina, 'city', 'Belém', write(controller.signal)));
    await settle();
    controller.abort(reason);
    await settle();
    expect(clock.untilNext()).toBeUndefined();
    expect(adapter.control.calls).toMatchObject([{ sent: 0, outcome: 'rejected' }]);
  });

  it('that came before the call sends nothing, and leaves no timer', async () => {
    const adapter = wrap({ calls: { delay: 1 } });
    expect((await thrownBy(adapter.getSubscriber(marina, { signal: AbortSignal.abort(reason) })))[0]).toBe(
      reason,
    );
    await settle();
    expect(memory.control.calls).toEqual([]);
    expect(clock.untilNext()).toBeUndefined();
  });

  it('changes nothing for a call that never ends', async () => {
    const adapter = wrap({ calls: { never: 1 } });
    const controller = new AbortController();
    const call = watch(adapter.getSubscriber(marina, { signal: controller.signal }));
    controller.abort(reason);
    clock.advance(1e9);
    await settle();
    expect(call.ended).toBe('pending');
  });
});

describe('a call that fails', () => {
  it('throws before there is a promise', () => {
    const adapter = wrap({ plan: [{ fault: 'throw', thrown: 'oops' }] });
    expect(() => adapter.getSubscriber(marina, write())).toThrow('oops');
    expect(adapter.control.calls).toMatchObject([{ fault: 'throw', outcome: 'threw', sent: 0 }]);
  });

  it('throws from subscribe, which meets nothing else', () => {
    const adapter = wrap({
      calls: { loseRequest: 1 },
      plan: [{ method: 'subscribe', fault: 'throw', thrown: 'oops' }],
    });
    expect(() => listen(adapter)).toThrow('oops');
    const { heard } = listen(adapter);
    changeTo('Belém');
    expect(citiesIn(heard)).toEqual(['Belém']);
    expect(adapter.control.calls.map(({ fault }) => fault)).toEqual(['throw', null]);
  });

  it('rejects with every odd thing there is', async () => {
    const adapter = wrap({ calls: { reject: 1 } });
    const kinds = new Set<string>();
    for (let time = 0; time < 200; time += 1) {
      kinds.add(kindOf(...(await thrownBy(adapter.getSubscriber(marina, write())))));
    }
    expect([...kinds].sort()).toMatchInlineSnapshot(`
      [
        "AbortError",
        "AdapterError",
        "Cannot perform 'get' on a proxy that has been revoked",
        "NetworkError",
        "This property cannot be read.",
        "TypeError",
        "cyclic cause",
        "no prototype",
        "null",
        "number",
        "status body",
        "string",
        "symbol",
        "undefined",
      ]
    `);
    expect(memory.control.calls).toEqual([]);
  });

  it.each([
    'not-found',
    'conflict',
    'duplicate',
    'invalid',
    'unauthorized',
    'forbidden',
    'rate-limited',
    'offline',
    'timeout',
    'unavailable',
    'partial',
    'unsupported',
    'malformed',
    'unknown',
  ] as const)('rejects with the code %s', async (code) => {
    const adapter = wrap({ calls: { errors: { [code]: 1 } }, retryAfterMs: 250 });
    const [thrown] = await thrownBy(adapter.setVariable(marina, 'city', 'Belém', write()));
    expect(thrown).toBeInstanceOf(AdapterError);
    expect(thrown).toMatchObject({ code, detail: code === 'rate-limited' ? { retryAfterMs: 250 } : {} });
    expect(adapter.control.calls).toMatchObject([{ fault: 'error', code, sent: 0 }]);
  });

  it('rejects with an error of the test’s own', async () => {
    const mine = new AdapterError('forbidden', 'No.', { reason: 'Not on Sundays' });
    const adapter = wrap({});
    adapter.control.faultNext('setVariable', 'error', { error: mine });
    expect((await thrownBy(adapter.setVariable(marina, 'city', 'Belém', write())))[0]).toBe(mine);
  });
});

describe('a message that is lost', () => {
  it('on the way there has done nothing', async () => {
    const adapter = wrap({ calls: { loseRequest: 1 } });
    expect(await thrownBy(adapter.setVariable(marina, 'city', 'Belém', write()))).toMatchObject([
      { code: 'timeout' },
    ]);
    expect(memory.control.calls).toEqual([]);
  });

  it('on the way back has done what was asked', async () => {
    const adapter = wrap({ calls: { loseAnswer: 1 }, lostAs: 'offline' });
    expect(await thrownBy(adapter.setVariable(marina, 'city', 'Belém', write()))).toMatchObject([
      { code: 'offline' },
    ]);
    expect(saved('city')).toBe('Belém');
    expect(adapter.control.calls).toMatchObject([{ fault: 'loseAnswer', sent: 1, outcome: 'rejected' }]);
  });

  it('on the way back is done even if the caller has gone', async () => {
    memory.control.setDelay(20);
    const adapter = wrap({ calls: { loseAnswer: 1 }, lostAs: 'silence' });
    const controller = new AbortController();
    const call = watch(adapter.setVariable(marina, 'city', 'Belém', write(controller.signal)));
    await settle();
    controller.abort();
    await expect.poll(() => saved('city')).toBe('Belém');
    expect(call.ended).toBe('rejected');
  });

  it('is silence, if the script says so', async () => {
    const adapter = wrap({ calls: { loseRequest: 1 }, lostAs: 'silence' });
    const call = watch(adapter.getSubscriber(marina, write()));
    clock.advance(1e9);
    await settle();
    expect(call.ended).toBe('pending');
  });

  it('comes late: the caller has given up, and it is done after all', async () => {
    const adapter = wrap({ calls: { late: 1 }, delayMs: [300, 300] });
    expect(await thrownBy(adapter.setVariable(marina, 'city', 'Belém', write()))).toMatchObject([
      { code: 'timeout' },
    ]);
    expect(saved('city')).not.toBe('Belém');
    clock.advance(300);
    await settle();
    expect(saved('city')).toBe('Belém');
  });
});

describe('a request that arrives twice', () => {
  it('reaches the backend twice, with one idempotency key', async () => {
    const adapter = wrap({ calls: { duplicate: 1 } });
    await adapter.createDeal(marina, draft, write());
    expect(memory.control.calls.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key 1', 'key 1']);
    expect(memory.control.server.deals(marina).filter(({ name }) => name === 'Boots')).toHaveLength(1);
    expect(adapter.control.calls).toMatchObject([{ fault: 'duplicate', sent: 2 }]);
  });

  it('does not if it creates something in a backend that would create two', async () => {
    memory = createMemoryAdapter({ ...data, idempotent: false });
    const adapter = wrap({ calls: { duplicate: 1 } });
    await adapter.createDeal(marina, draft, write());
    await adapter.setVariable(marina, 'city', 'Belém', write());
    expect(memory.control.calls.map(({ method }) => method)).toEqual([
      'createDeal',
      'setVariable',
      'setVariable',
    ]);
  });
});

describe('a malformed answer', () => {
  it('is wrong in a way that the boundary sees, wherever it is wrong', async () => {
    const adapter = wrap({ calls: { malformed: 1 } });
    const paths = new Set<string>();
    for (let time = 0; time < 500; time += 1) {
      const answer = await adapter.getSubscriber(marina, write());
      const problems: AdapterError[] = [];
      try {
        checkSubscriber(answer, (problem) => problems.push(problem));
      } catch (thrown) {
        problems.push(thrown as AdapterError);
      }
      expect(problems).not.toEqual([]);
      for (const { detail } of problems) paths.add(detail.path ?? '');
    }
    expect(paths.size).toBeGreaterThan(20);
  });

  it('is a copy: what the wrapped adapter holds stays as it is', async () => {
    const held = aSubscriber();
    const adapter = createFaultAdapter({ getSubscriber: async () => held }, { calls: { malformed: 1 } }, 1);
    for (let time = 0; time < 20; time += 1) await adapter.getSubscriber(marina, write());
    expect(held).toEqual(aSubscriber());
  });
});

describe('an answer that is overtaken', () => {
  it('comes behind the next one', async () => {
    const adapter = wrap({ plan: [{ fault: 'reorder' }] });
    const order: string[] = [];
    const first = adapter.getSubscriber(marina, write()).then(() => order.push('first'));
    await settle();
    expect(order).toEqual([]);
    await Promise.all([first, adapter.getContact(marina, write()).then(() => order.push('second'))]);
    expect(order).toEqual(['second', 'first']);
    expect(clock.untilNext()).toBeUndefined();
  });

  it('comes behind the event of its own write', async () => {
    const adapter = wrap({ plan: [{ fault: 'reorder' }] });
    const order: string[] = [];
    adapter.subscribe(marina, ({ type }) => order.push(type), write());
    order.length = 0;
    const saved = adapter.setVariable(marina, 'city', 'Belém', write()).then(() => order.push('answer'));
    await settle();
    expect(order).toEqual(['changed']);
    clock.advance(500);
    await saved;
    expect(order).toEqual(['changed', 'answer']);
  });
});

describe('events', () => {
  it('arrive as they are told, where there is no script', () => {
    const { heard, stop } = listen(wrap({}));
    changeTo('Belém');
    expect(citiesIn(heard)).toEqual(['Belém']);
    stop();
    changeTo('Natal');
    expect(heard).toHaveLength(1);
  });

  it('are delayed, and none comes after the end of the subscription', () => {
    const adapter = wrap({ events: { delay: 1 }, delayMs: [50, 50] });
    const { heard, stop } = listen(adapter);
    changeTo('Belém');
    expect(heard).toEqual([]);
    clock.advance(50);
    expect(citiesIn(heard)).toEqual(['Belém']);
    changeTo('Natal');
    stop();
    expect(clock.untilNext()).toBeUndefined();
  });

  it('arrive twice', () => {
    const { heard } = listen(wrap({ events: { duplicate: 1 } }));
    changeTo('Belém');
    expect(citiesIn(heard)).toEqual(['Belém', 'Belém']);
  });

  it('overtake each other', () => {
    const adapter = wrap({ events: { reorder: 1 } });
    const { heard } = listen(adapter);
    changeTo('Belém');
    adapter.control.setScript({});
    changeTo('Natal');
    expect(citiesIn(heard)).toEqual(['Natal', 'Belém']);
    changeTo('Olinda');
    expect(citiesIn(heard)).toEqual(['Natal', 'Belém', 'Olinda']);
  });

  it('that are lost close the connection, which loses all others until it opens', () => {
    const adapter = wrap({ events: { lose: 1 }, delayMs: [80, 80] });
    const { heard } = listen(adapter);
    changeTo('Belém');
    adapter.control.setScript({});
    changeTo('Natal');
    expect(heard).toEqual([{ type: 'connection', state: 'closed' }]);
    clock.advance(80);
    changeTo('Olinda');
    expect(citiesIn(heard)).toEqual(['connection', 'connection', 'Olinda']);
    expect(heard[1]).toEqual({ type: 'connection', state: 'open' });
  });

  it('that are lost are lost without a word, if the script says so', () => {
    const adapter = wrap({ events: { lose: 1 }, afterLostEvent: 'silence' });
    const { heard } = listen(adapter);
    changeTo('Belém');
    clock.advance(1e6);
    expect(heard).toEqual([]);
    expect(adapter.control.events).toMatchObject([{ ref: marina, fault: 'lose' }]);
  });

  it('are malformed in a way that the boundary sees', () => {
    const { heard } = listen(wrap({ events: { malformed: 1 } }));
    changeTo(...Array.from({ length: 100 }, (_, number) => `City ${number}`));
    expect(heard).toHaveLength(100);
    for (const event of heard) {
      const problems: AdapterError[] = [];
      checkEvent(event, (problem) => problems.push(problem));
      expect(problems).not.toEqual([]);
    }
  });

  it('of the connection are never touched', () => {
    const { heard } = listen(wrap({ events: { lose: 1 } }));
    memory.control.disconnect();
    memory.control.reconnect();
    expect(heard.map((event) => 'state' in event && event.state)).toEqual(['closed', 'open']);
  });
});

describe('the script', () => {
  const bad: FaultScript = {
    calls: { delay: 0.3, loseRequest: 0.05, loseAnswer: 0.05, errors: { timeout: 0.05, unauthorized: 0.01 } },
  };

  /** What met each call of a run. */
  async function run(seed: number, calls = 200) {
    memory = createMemoryAdapter(data);
    clock = createManualClock();
    const adapter = wrap(bad, seed);
    const seen: ReturnType<typeof watch>[] = [];
    for (let number = 0; number < calls; number += 1) {
      seen.push(watch(adapter.setVariable(marina, 'city', `City ${number}`, write())));
      await settle();
    }
    while (clock.untilNext() !== undefined) {
      clock.advance(clock.untilNext() ?? 0);
      await settle();
    }
    return { log: adapter.control.calls, ends: seen.map(({ ended }) => ended), order: orderOf() };
  }

  function orderOf() {
    return memory.control.calls.map(({ args }) => args[2]);
  }

  it('is the same run for the same seed, and another for another', async () => {
    const [first, same, other] = [await run(7), await run(7), await run(8)];
    expect(same).toEqual({ ...first, log: same.log });
    expect(same.log.map(({ fault, hindrances }) => [fault, hindrances])).toEqual(
      first.log.map(({ fault, hindrances }) => [fault, hindrances]),
    );
    expect(other.order).not.toEqual(first.order);
  });

  it('keeps its chances', async () => {
    const { log } = await run(1, 4_000);
    const share = (times: number) => times / log.length;
    const of = (fault: string) => share(log.filter((call) => (call.code ?? call.fault) === fault).length);
    expect(share(log.filter(({ hindrances }) => hindrances.includes('delay')).length)).toBeCloseTo(0.3, 1);
    expect(of('loseRequest')).toBeCloseTo(0.05, 1.5);
    expect(of('loseAnswer')).toBeCloseTo(0.05, 1.5);
    expect(of('timeout')).toBeCloseTo(0.05, 1.5);
    expect(of('unauthorized')).toBeCloseTo(0.01, 1.5);
    expect(of('unauthorized')).toBeGreaterThan(0);
  });

  it('meets the n-th call of a method with the same, whatever else is called', async () => {
    const alone = wrap(bad, 3);
    const among = wrap(bad, 3);
    for (let number = 0; number < 50; number += 1) {
      watch(alone.getContact(marina, write()));
      watch(among.getSubscriber(marina, write()));
      watch(among.getContact(marina, write()));
    }
    const faults = (adapter: typeof alone) =>
      adapter.control.calls.flatMap(({ method, fault, hindrances }) =>
        method === 'getContact' ? [[fault, hindrances]] : [],
      );
    expect(faults(among)).toEqual(faults(alone));
    expect(faults(alone).some(([fault]) => fault !== null)).toBe(true);
  });

  it('has chances by method over those of all', async () => {
    const adapter = wrap({
      calls: { errors: { offline: 1 } },
      methods: { getSubscriber: { errors: {} } },
    });
    await adapter.getSubscriber(marina, write());
    expect(await thrownBy(adapter.getContact(marina, write()))).toMatchObject([{ code: 'offline' }]);
  });

  it('plans what meets single calls, before any chance', async () => {
    const adapter = wrap({
      calls: { errors: { offline: 1 } },
      plan: [
        { method: 'getContact', fault: 'error', error: 'timeout' },
        { fault: 'none' },
        { fault: 'error', error: 'forbidden' },
      ],
    });
    await adapter.getSubscriber(marina, write());
    const codes = [];
    for (let time = 0; time < 3; time += 1) {
      const [thrown] = await thrownBy(adapter.getContact(marina, write()));
      codes.push((thrown as AdapterError).code);
    }
    expect(codes).toEqual(['timeout', 'forbidden', 'offline']);
  });

  it.each<[string, FaultScript, string]>([
    ['above 1', { calls: { never: 1.5 } }, '"calls.never" of the fault script is 1.5'],
    ['of no number', { events: { lose: Number.NaN } }, '"events.lose" of the fault script is NaN'],
    [
      'that add up to more than 1',
      { calls: { never: 0.6 }, methods: { addTag: { errors: { offline: 0.6 } } } },
      'The chances in "methods.addTag" of the fault script add up to 1.2',
    ],
    ['of an error below 0', { calls: { errors: { offline: -1 } } }, '"calls.errors.offline"'],
  ])('refuses chances %s', (_, script, sentence) => {
    expect(() => wrap(script)).toThrow(sentence);
  });

  it('refuses delays that end before they start', () => {
    expect(() => wrap({ delayMs: [5, 1] })).toThrow('the shortest and the longest delay, in this order');
  });
});

describe('a schedule', () => {
  it('that runs at once makes every delay none', async () => {
    const schedule = (run: () => void) => {
      run();
      return () => {};
    };
    const script = { calls: { delay: 1, reorder: 1 }, events: { delay: 1, reorder: 1 } };
    const adapter = createFaultAdapter(memory, script, 1, { schedule });
    const { heard } = listen(adapter);
    await adapter.setVariable(marina, 'city', 'Belém', write());
    expect(citiesIn(heard)).toEqual(['Belém']);
  });

  it('is the time of the system, unless another is given', async () => {
    const adapter = createFaultAdapter(memory, { calls: { delay: 1 }, delayMs: [1, 5] }, 1);
    await adapter.setVariable(marina, 'city', 'Belém', write());
    expect(saved('city')).toBe('Belém');
  });
});

describe('healing', () => {
  it('ends all faults, plans included, and lets arrive what is held back', async () => {
    const adapter = wrap({ calls: { errors: { offline: 1 } }, plan: [{ fault: 'reorder' }] });
    const held = watch(adapter.getSubscriber(marina, write()));
    await settle();
    adapter.control.faultNext('getContact', 'never');
    adapter.control.heal();
    await settle();
    expect(held.ended).toBe('resolved');
    expect(await adapter.getContact(marina, write())).not.toBeUndefined();
  });
});

function kindOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null)
    return typeof thrown === 'object' ? 'null' : typeof thrown;
  try {
    const { name, cause } = thrown as Error;
    const isCyclic = cause instanceof Error && cause.cause === thrown;
    return isCyclic ? 'cyclic cause' : (name ?? Object.keys(thrown).join(' ')) || 'no prototype';
  } catch (problem) {
    return String((problem as Error).message);
  }
}
