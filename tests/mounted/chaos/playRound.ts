import { createRandom } from '../../../src/testing/createRandom.ts';
import { createBackend, subscribers } from './createBackend.ts';
import type { Operator } from './createOperator.ts';

export interface RoundOptions {
  readonly seed: number;
  readonly actions: number;
  readonly revisions: 'field' | 'record';
}

export interface RoundReport {
  readonly times: number[];
  readonly actions: number;
  readonly calls: number;
  readonly faults: number;
  readonly landings: number;
  /** Empty where all went as promised. */
  readonly problems: readonly string[];
  /** What was done last, oldest first. */
  readonly log: readonly string[];
}

/** Two operators at work on the same subscribers over a bad network, until it is good again and all is decided. */
export async function playRound({ seed, actions, revisions }: RoundOptions): Promise<RoundReport> {
  const backend = createBackend(revisions);
  const random = createRandom(seed, 'turns');
  const windows = await Promise.all(['Ana', 'Bruno'].map(openWindow));
  const operators = windows.map((opened, place) => {
    const open = opened.openInbox;
    if (!open) throw new Error('The page of the operator has not loaded.');
    return open({ name: ['Ana', 'Bruno'][place] ?? '', seed, backend, subscribers });
  });
  const log: string[] = [];
  const problems: string[] = [];
  const ask = async (question: (operator: Operator) => Promise<string[]> | string[]) => {
    for (const operator of operators) problems.push(...(await question(operator)));
  };

  const began = Date.now();
  let done = 0;
  for (; done < actions && problems.length === 0; done += 1) {
    const operator = operators[random() < 0.5 ? 0 : 1];
    if (!operator) continue;
    log.push(`${operator.name}: ${await operator.act()}`);
    await ask((it) => it.findLost());
    await ask((it) => [...it.errors]);
  }
  const played = Date.now();
  for (const operator of operators) operator.heal();
  if (problems.length === 0) {
    await ask((it) => it.settle());
    // What one decides at the end is news to the other.
    await ask((it) => it.settle());
    await ask((it) => it.compare('shown'));
    await ask((it) => it.compare('everyone'));
    await ask((it) => it.findLost());
    await ask((it) => [...it.errors]);
    problems.push(...findTwins(backend.landings));
  }
  for (const opened of windows) opened.close();
  return {
    times: [played - began, Date.now() - played],
    actions: done,
    calls: operators.reduce((sum, { counts }) => sum + counts.calls, 0),
    faults: operators.reduce((sum, { counts }) => sum + counts.faults, 0),
    landings: backend.landings.length,
    problems,
    log: log.filter((line) => !line.endsWith(': nothing')).slice(-30),
  };
}

/** What was created twice. Each was given a name of its own. */
function findTwins(landings: ReturnType<typeof createBackend>['landings']): string[] {
  const ids = new Map<string, Set<unknown>>();
  for (const { field, value } of landings) {
    if (field.startsWith('create:')) ids.set(field, (ids.get(field) ?? new Set()).add(value));
  }
  return [...ids].flatMap(([field, found]) =>
    found.size > 1
      ? [
          `${field} happened ${found.size} times ${JSON.stringify(landings.filter((it) => it.field === field))}`,
        ]
      : [],
  );
}

/** A window of its own, with a focus of its own: what one operator does takes it from nobody. */
async function openWindow(): Promise<Window> {
  const opened = window.open('about:blank', '_blank', 'width=420,height=900');
  if (!opened) throw new Error('The browser opens no window.');
  const page = new URL('./operatorPage.tsx', import.meta.url).href;
  // What Vite and Vitest put into the modules that they serve, and define in a page of a test only.
  const prelude = [
    'window.$RefreshReg$ = () => {};',
    'window.$RefreshSig$ = () => (type) => type;',
    'window.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() };',
  ].join(' ');
  const { document } = opened;
  document.documentElement.lang = 'en';
  document.title = 'Operator';
  const first = document.createElement('script');
  first.textContent = prelude;
  const second = document.createElement('script');
  second.type = 'module';
  second.src = page;
  document.head.append(first, second);
  await new Promise((resolve, reject) => {
    second.onload = resolve;
    second.onerror = () => reject(new Error('The page of the operator could not be loaded.'));
  });
  return opened;
}
