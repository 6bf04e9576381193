import userEvent from '@testing-library/user-event';
import { compareCard } from './compareCard.ts';
import type { Desk } from './Desk.ts';
import { addDeal, editContact, editDeal } from './editCrm.ts';
import { editTags } from './editTags.ts';
import { editVariable } from './editVariable.ts';

/** One operator with their card, as the round sees them. */
export interface Operator {
  readonly name: string;
  /** Does something at random. Says what. */
  act(): Promise<string>;
  /** Nothing goes wrong with the network any more. */
  heal(): void;
  /** Decides on everything that waits for the operator, until nothing of theirs is unsaved. */
  settle(): Promise<string[]>;
  /** How the card differs from what the server holds: of who is shown, or of everyone in turn. */
  compare(whom: 'shown' | 'everyone'): Promise<string[]>;
  /** Sentences on what has vanished. */
  findLost(): string[];
  /** Errors of the page, and what was logged as one. */
  readonly errors: readonly string[];
  readonly counts: { readonly faults: number; readonly calls: number };
}

type Parts = Omit<
  Desk,
  'user' | 'shown' | 'state' | 'next' | 'find' | 'all' | 'buttons' | 'chance' | 'pick' | 'wait'
>;

let count = 0;

export function createOperator(parts: Parts): Operator {
  const desk = sitDown(parts);
  const { control, client, ledger, subscribers, random } = desk;
  const errors: string[] = [];
  let outage = 0;

  window.addEventListener('error', ({ message }) => {
    if (!message.startsWith('ResizeObserver loop')) errors.push(message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  console.error = (...given: unknown[]) => errors.push(given.map(String).join(' ').slice(0, 500));

  const actions: readonly (readonly [weight: number, run: (desk: Desk) => Promise<string>])[] = [
    [40, editVariable],
    [12, editTags],
    [14, editDeal],
    [4, addDeal],
    [10, editContact],
    [14, switchSubscriber],
    [10, answer],
    [5, undo],
    [4, fold],
    [2, remount],
    [2, loseNetwork],
  ];
  const total = actions.reduce((sum, [weight]) => sum + weight, 0);

  async function loseNetwork(): Promise<string> {
    outage = 5 + Math.floor(random() * 15);
    const code = desk.pick(['offline', 'unavailable'] as const) ?? 'offline';
    control.setScript({ ...desk.faults, calls: { errors: { [code]: 0.9 } } });
    return `lose the network: ${code}`;
  }

  async function act(): Promise<string> {
    if (outage > 0) {
      outage -= 1;
      if (outage === 0) control.setScript(desk.faults);
    }
    if (!client.connection.state.getState().signedIn && desk.chance(0.3)) return answer(desk);
    let draw = random() * total;
    for (const [weight, run] of actions) {
      draw -= weight;
      if (draw < 0) return run(desk);
    }
    return 'nothing';
  }

  /** Everything in sight that asks for a decision, once. */
  async function decide(): Promise<boolean> {
    const texts = [
      'Keep mine',
      'Take theirs',
      'Retry',
      'Try again',
      'Discard',
      'Sign in',
      'Now',
      'Create as new',
    ];
    const undecided = desk.pick(desk.buttons(texts));
    if (undecided) {
      await ledger.giveUp(() => desk.user.click(undecided));
      return true;
    }
    const editor = desk.find('[data-editing] input, [data-editing] textarea, [data-editing] [role=combobox]');
    if (editor) {
      editor.focus();
      await desk.user.tab();
      if (editor.isConnected) editor.blur();
      return true;
    }
    const [save] = desk
      .buttons(['Save deal', 'Save contact'])
      .filter((button) => isDirty(button.closest('form')));
    if (!save) return false;
    const since = ledger.now();
    await desk.user.click(save);
    ledger.adopt(since);
    return true;
  }

  async function settle(): Promise<string[]> {
    const unsaved = () => [...client.unsaved.getState().values()].flat();
    for (let round = 0; round < 300; round += 1) {
      client.resume();
      const [next] = unsaved();
      if (!next) return [];
      if (next.subscriber.id !== desk.shown()) await show(desk, next.subscriber.id);
      for (const tab of desk.all('[role=tab]')) {
        await desk.user.click(tab);
        await pause(5);
        for (let turn = 0; turn < 20 && (await decide()); turn += 1) await pause(5);
      }
      await openAll(desk);
      await pause(20);
    }
    return unsaved().map((change) => `${parts.name}: does not settle: ${JSON.stringify(change)}`);
  }

  return {
    name: parts.name,
    act,
    heal: control.heal,
    settle,
    async compare(whom) {
      const found: string[] = [];
      for (const id of whom === 'shown' ? [desk.shown()] : subscribers) {
        if (id !== desk.shown()) await show(desk, id);
        await openAll(desk);
        found.push(...(await compareCard(desk)).map((difference) => `${parts.name}: ${difference}`));
      }
      return found;
    },
    findLost: () => ledger.findLost().map((sentence) => `${parts.name}: ${sentence}`),
    errors,
    get counts() {
      return {
        calls: control.calls.length,
        faults: control.calls.filter(({ fault, hindrances }) => fault || hindrances.length > 0).length,
      };
    },
  };
}

function sitDown(parts: Parts): Desk {
  const { random, client } = parts;
  const all = (selector: string, within: ParentNode = document) => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ];
  const shown = () => all('[data-id][aria-pressed=true]')[0]?.dataset.id ?? '';
  return {
    ...parts,
    user: userEvent.setup({ document, delay: null, pointerEventsCheck: 0 }),
    shown,
    state: () => client.getCard({ id: shown() }).store.getState(),
    next: () => {
      count += 1;
      // Two operators never write the same.
      return count * 2 + (parts.name === 'Ana' ? 0 : 1);
    },
    find: <Found extends HTMLElement>(selector: string, within: ParentNode = document) =>
      within.querySelector<Found>(selector) ?? undefined,
    all,
    buttons: (texts, within) =>
      all('button', within).filter(({ textContent }) => texts.includes(textContent ?? '')),
    chance: (of) => random() < of,
    pick: (items) => items[Math.floor(random() * items.length)],
    async wait(look) {
      for (let turn = 0; turn < 40; turn += 1) {
        const found = look();
        if (found) return found;
        await pause(5);
      }
      return undefined;
    },
  };
}

async function switchSubscriber(desk: Desk): Promise<string> {
  const button = desk.pick(desk.all('[data-id][aria-pressed=false]'));
  if (!button) return 'nothing';
  await desk.user.click(button);
  return `switch to ${button.dataset.id}`;
}

/** Presses one of the buttons of a notice. */
async function answer(desk: Desk): Promise<string> {
  const texts = [
    'Retry',
    'Discard',
    'Keep mine',
    'Take theirs',
    'Sign in',
    'Try again',
    'Check',
    'Now',
    'Open',
    'Create as new',
  ];
  const button = desk.pick(desk.buttons(texts));
  if (!button) return 'nothing';
  await desk.ledger.giveUp(() => desk.user.click(button));
  return `press ${button.textContent}`;
}

async function undo({ find, user, ledger, chance }: Desk): Promise<string> {
  const button = find('.sbc-undo button');
  if (!button) return 'nothing';
  await ledger.giveUp(async () => {
    if (chance(0.5)) return user.click(button);
    find('aside')?.focus();
    await user.keyboard('{Control>}z{/Control}');
  });
  return 'undo';
}

async function fold({ pick, all, user }: Desk): Promise<string> {
  const button = pick(all('.sbc-disclosure, .sbc-crm-fold'));
  if (!button) return 'nothing';
  await user.click(button);
  return `fold or unfold ${button.textContent}`;
}

async function remount(desk: Desk): Promise<string> {
  desk.remount();
  return 'remount';
}

async function show(desk: Desk, id: string): Promise<void> {
  const button = desk.find(`[data-id="${id}"]`);
  if (button) await desk.user.click(button);
  await desk.wait(() => !desk.find('[data-status=loading]'));
}

async function openAll(desk: Desk): Promise<void> {
  for (const button of desk.all('.sbc-disclosure[aria-expanded=false], .sbc-crm-fold[aria-expanded=false]')) {
    await desk.user.click(button);
  }
}

function isDirty(form: HTMLFormElement | null): boolean {
  const buttons = [...(form?.querySelectorAll('button') ?? [])];
  return buttons.some(({ textContent }) => textContent === 'Cancel');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
