import { fireEvent } from '@testing-library/dom';
import fc, { type Scheduler } from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aContact, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { createManualClock } from '../support/manualClock.ts';
import { createScheduledAdapter, type ScheduledCall } from './createScheduledAdapter.ts';
import { nextTask, openHost } from './openHost.tsx';
import { cellsOf, textsOf } from './shownText.ts';
import { watchCard } from './watchCard.ts';

const RUNS = 200;
const SEED = 20261122;
/** Milliseconds. */
const FRAME = 16;

/** Each is an id, and in every text that is theirs. */
const names = ['Anna', 'Boris', 'Clara'] as const;
const labels = ['Plan', 'City'] as const;

type Name = (typeof names)[number];
type What = (typeof labels)[number] | 'deal' | 'contact' | 'tag';

type Action =
  | { readonly type: 'show'; readonly name: Name | null }
  | { readonly type: 'edit'; readonly label: (typeof labels)[number]; readonly leaveBy: 'Enter' | Name }
  | { readonly type: 'rename'; readonly what: 'deal' | 'contact' }
  | { readonly type: 'untag' }
  | { readonly type: 'elsewhere'; readonly name: Name; readonly what: What }
  | { readonly type: 'refetch'; readonly name: Name };

const aName = fc.constantFrom(...names);
const anAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('show'), name: fc.option(aName, { freq: 12 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('edit'),
      label: fc.constantFrom(...labels),
      leaveBy: fc.constantFrom('Enter', ...names),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('rename'), what: fc.constantFrom('deal', 'contact') }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('untag') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('elsewhere'),
      name: aName,
      what: fc.constantFrom<What[]>(...labels, 'deal', 'contact', 'tag'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('refetch'), name: aName }) },
);

/** What has happened over all runs: a property about nothing holds, too. */
const happened = { looks: 0, readsGivenUp: 0, savesLeftBehind: 0, readsDuringSaves: 0 };

test(`R1, R2, R23: a switch shows nobody under another's name and misdirects no save, in ${RUNS} orders of everything`, {
  timeout: 300_000,
}, async () => {
  const property = fc.asyncProperty(
    fc.array(anAction, { minLength: 8, maxLength: 20 }),
    fc.scheduler({ act: (release) => release().then(nextTask) }),
    play,
  );
  await fc.assert(property, { numRuns: RUNS, seed: SEED });

  expect(happened.looks).toBeGreaterThan(20 * RUNS);
  expect(happened.readsGivenUp).toBeGreaterThan(RUNS / 2);
  expect(happened.savesLeftBehind).toBeGreaterThan(RUNS / 2);
  expect(happened.readsDuringSaves).toBeGreaterThan(RUNS / 2);
});

async function play(actions: readonly Action[], scheduler: Scheduler): Promise<void> {
  const backend = createBackend();
  const { adapter, calls } = createScheduledAdapter(backend, scheduler);
  const clock = createManualClock();
  const client = createCardClient({ adapter, clock, random: () => 0.5 });
  const page = openHost(client, names);
  const watch = watchCard(page.host, names);
  const saves = () => calls.filter(({ isWrite }) => isWrite);
  /** The last that was asked for, by field. */
  const asked = new Map<string, string>();
  /** Reads that nobody waits for any more, and that were not aborted. */
  const forgotten: ScheduledCall[] = [];
  let count = 0;

  function type(field: What, input: HTMLInputElement): void {
    const text = `${page.shown()} ${++count}`;
    asked.set(`${page.shown()} ${field}`, text);
    fireEvent.input(input, { target: { value: text } });
  }

  async function act(action: Action): Promise<void> {
    switch (action.type) {
      case 'show':
        return page.conversation(action.name ?? '').click();
      case 'edit': {
        page.find(`[aria-label="Edit ${action.label}"]`)?.click();
        const input = page.find<HTMLInputElement>(`input[aria-label="${action.label}"]`);
        if (!input) return;
        type(action.label, input);
        if (action.leaveBy === 'Enter') return void fireEvent.keyDown(input, { key: 'Enter' });
        // One click that leaves the editor and the conversation.
        const other = page.conversation(action.leaveBy);
        fireEvent.pointerDown(other);
        return other.click();
      }
      case 'rename': {
        const isDeal = action.what === 'deal';
        openTab(isDeal ? 'first' : 'last');
        page.find('[aria-label^="Edit deal"]')?.click();
        await nextTask();
        const input = page.find<HTMLInputElement>(
          isDeal ? '.sbc-deal-editor input' : '.sbc-contact-form input',
        );
        if (!input) return;
        type(action.what, input);
        await nextTask();
        return isDeal ? void fireEvent.keyDown(input, { key: 'Enter' }) : input.form?.requestSubmit();
      }
      case 'untag':
        return page.find('.sbc-chip-remove')?.click();
      case 'elsewhere':
        return changeElsewhere(backend, action.name, action.what, `${action.name} ${++count}`);
      case 'refetch':
        return backend.control.emit({ id: action.name }, { type: 'invalidated' });
    }
  }

  /** What came in a flood is drawn with the next frame. */
  async function passFrame(): Promise<void> {
    clock.advance(FRAME);
    await nextTask();
  }

  function openTab(place: 'first' | 'last'): void {
    page.find(`[role=tab]:${place}-child`)?.click();
  }

  function checkReads(): void {
    const isElsewhere = ({ subscriber, state }: ScheduledCall) =>
      state === 'travelling' && subscriber !== undefined && subscriber !== page.shown();
    const left = calls.filter(isElsewhere);
    const reads = left.filter(({ isWrite }) => !isWrite);
    forgotten.push(...reads.filter(({ signal }) => !signal.aborted));
    happened.readsGivenUp += reads.length;
    happened.savesLeftBehind += left.length - reads.length;
  }

  /** Everything went to whom it was meant for, and is on the server or beside what somebody else made of it. */
  async function checkSaves(): Promise<void> {
    expect(saves().filter(({ signal }) => signal.aborted)).toEqual([]);
    expect(
      saves().filter((save) => names.some((name) => name !== save.subscriber && says(save, name))),
    ).toEqual([]);
    const isSaved = (text: string) => saves().some((save) => save.state === 'done' && says(save, text));
    for (const [field, text] of asked) {
      const [name = '', what] = field.split(' ');
      page.conversation(name).click();
      openTab(what === 'contact' ? 'last' : 'first');
      await scheduler.waitIdle();
      await passFrame();
      await scheduler.waitIdle();
      expect([text, isSaved(text) || [...textsOf(page.host)].some((shown) => shown.includes(text))]).toEqual([
        text,
        true,
      ]);
      for (const [cell, shown] of cellsOf(page.host)) {
        // The form of a contact shows what is typed there and not saved.
        const kept = cell === 'contact' ? asked.get(`${name} ${cell}`) : undefined;
        expect([cell, shown]).toEqual([cell, expect.toBeOneOf([held(backend, name, cell), kept])]);
      }
    }
  }

  try {
    await nextTask();
    const played = scheduler.scheduleSequence(
      actions.map((action) => ({
        label: JSON.stringify(action),
        builder: async () => {
          await act(action);
          await passFrame();
          checkReads();
        },
      })),
    );
    await scheduler.waitIdle();
    expect(played).toMatchObject({ done: true, faulty: false });
    expect(forgotten).toEqual([]);
    await checkSaves();
    expect(watch.strangers).toEqual([]);
    expect(watch.flickers).toEqual([]);
  } finally {
    watch.stop();
    page.close();
    happened.looks += watch.looks;
    happened.readsDuringSaves += calls.filter(({ isDuringSave }) => isDuringSave).length;
  }
}

function createBackend(): MemoryAdapter {
  return createMemoryAdapter({
    subscribers: names.map((name) =>
      aSubscriber({
        id: name,
        name,
        username: `${name}.name`,
        variables: labels.map((label) => aVariable({ key: label, label, value: `${name} 0` })),
        tagging: { tags: [aTag({ id: `tag-${name}`, name: `${name} tag` })] },
      }),
    ),
    pipelines: [aPipeline()],
    deals: new Map(names.map((name) => [name, [aDeal({ id: `deal-${name}`, name: `${name} 0` })]])),
    contacts: new Map(
      names.map((name) => [
        name,
        aContact({ id: `contact-${name}`, firstName: `${name} 0`, lastName: name }),
      ]),
    ),
  });
}

function changeElsewhere(backend: MemoryAdapter, name: Name, what: What, text: string): void {
  const maria = backend.control.actAs('Maria');
  const ref = { id: name };
  if (what === 'deal') maria.updateDeal(ref, `deal-${name}`, { name: text });
  else if (what === 'contact') maria.updateContact(ref, `contact-${name}`, { firstName: text });
  else if (what === 'tag') maria.createTag(ref, `${text} tag`);
  else maria.setVariable(ref, what, text);
}

/** What the server has in the field that a cell shows. */
function held({ control: { server } }: MemoryAdapter, id: string, cell: string): unknown {
  if (cell === 'deal') return server.deals({ id })[0]?.name;
  if (cell === 'contact') return server.contact({ id })?.firstName;
  return server.subscriber({ id })?.variables.find(({ label }) => label === cell)?.value;
}

function says({ arguments: given }: ScheduledCall, text: string): boolean {
  return JSON.stringify(given.slice(1)).includes(text);
}
