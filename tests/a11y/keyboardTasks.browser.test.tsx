import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createKeyboard, type Keyboard } from './Keyboard.ts';
import { listen, type Said } from './listen.ts';
import { nameOf, withoutIsolates } from './nameOf.ts';
import { adUrl, ann, bea, createBackend, dealUrl, inviteUrl, openChat } from './openChat.tsx';
import { refuseMouse } from './refuseMouse.ts';

// K2, K6: each task from the message that the operator is writing, at the top of the page, by keys alone; and what a
// screen reader says of it.

interface Stage {
  readonly keyboard: Keyboard;
  readonly backend: ReturnType<typeof createBackend>;
  readonly followed: readonly string[];
  readonly said: readonly Said[];
  /** The arrow that the text runs along, and the one against it. */
  readonly on: string;
  readonly back: string;
}

interface Task {
  readonly task: string;
  /** So many presses it takes, letters that are typed included. */
  readonly presses: number;
  /** What a screen reader says by itself, each once. */
  readonly says: readonly string[];
  readonly play: (stage: Stage) => Promise<void>;
}

const plan = ({ control }: Stage['backend']) =>
  control.server.subscriber(ann)?.variables.find(({ key }) => key === 'plan')?.value;
const tags = ({ control }: Stage['backend']) =>
  control.server.subscriber(ann)?.tagging.tags.map(({ name }) => name);
const deals = ({ control }: Stage['backend']) => control.server.deals(ann);
const contact = ({ control }: Stage['backend'], ref: { readonly id: string } = ann) =>
  control.server.contact(ref);

/** What has the focus, by its name. */
const focused = (name: string) =>
  waitFor(() => expect(nameOf(document.activeElement ?? document.body)).toBe(name));

async function openPlan({ keyboard }: Stage) {
  await keyboard.tabTo('button', 'Edit Plan');
  await keyboard.press('Enter');
  await focused('Plan');
}

/** Bruno saves another plan while ours is typed. */
async function meetBruno(stage: Stage) {
  await openPlan(stage);
  await stage.keyboard.type('pro');
  stage.backend.control.actAs('Bruno').setVariable(ann, 'plan', 'team');
  await screen.findByRole('button', { name: 'Keep mine' });
  await stage.keyboard.press('Enter');
  await focused('Keep mine');
}

const tasks: readonly Task[] = [
  {
    task: 'edit a variable',
    presses: 15,
    says: ['Plan saved'],
    async play(stage) {
      await openPlan(stage);
      await stage.keyboard.type('team');
      await stage.keyboard.press('Enter');
      await focused('Edit Plan');
      await waitFor(() => expect(plan(stage.backend)).toBe('team'));
    },
  },
  {
    task: 'cancel an edit',
    presses: 15,
    says: [],
    async play(stage) {
      await openPlan(stage);
      await stage.keyboard.type('team');
      await stage.keyboard.press('Escape');
      await focused('Edit Plan');
      expect(plan(stage.backend)).toBe('free');
      expect(stage.backend.control.calls.map(({ method }) => method)).not.toContain('setVariable');
    },
  },
  {
    task: 'clear a variable',
    presses: 11,
    says: ['Plan saved'],
    async play(stage) {
      await openPlan(stage);
      await stage.keyboard.press('Backspace');
      await stage.keyboard.press('Enter');
      await focused('Edit Plan');
      await waitFor(() => expect(plan(stage.backend)).toBeNull());
    },
  },
  {
    task: 'add a tag',
    presses: 24,
    says: ['Spring added, 3 tags'],
    async play({ keyboard, backend }) {
      await keyboard.tabTo('combobox', 'Add tag');
      await keyboard.type('sp');
      await screen.findByRole('option', { name: 'Spring' });
      await keyboard.press('Enter');
      await waitFor(() => expect(tags(backend)).toContain('Spring'));
      await keyboard.press('Escape');
      await focused('Add tag');
    },
  },
  {
    task: 'create a tag',
    presses: 25,
    says: ['gold added, 3 tags'],
    async play({ keyboard, backend }) {
      await keyboard.tabTo('combobox', 'Add tag');
      await keyboard.type('gold');
      await screen.findByRole('option', { name: (name) => withoutIsolates(name) === 'Create “gold”' });
      await keyboard.press('Enter');
      await waitFor(() => expect(tags(backend)).toContain('gold'));
      await focused('Add tag');
    },
  },
  {
    task: 'remove a tag',
    presses: 24,
    says: ['VIP removed, 1 tag'],
    async play({ keyboard, backend, on, back }) {
      await keyboard.tabTo('combobox', 'Add tag');
      await keyboard.press(back);
      await focused('Remove tag VIP');
      await keyboard.press(back);
      await focused('Remove tag Retail');
      await keyboard.press(on, 'Delete');
      await waitFor(() => expect(tags(backend)).toEqual(['Retail']));
      await focused('Remove tag Retail');
    },
  },
  {
    task: 'open the ad',
    presses: 6,
    says: [],
    async play({ keyboard, followed }) {
      await keyboard.tabTo('link', 'Spring collection (opens in a new tab)');
      await keyboard.press('Enter');
      expect(followed).toEqual([adUrl]);
    },
  },
  {
    task: 'copy a link',
    presses: 7,
    says: ['Copied'],
    async play({ keyboard }) {
      const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
      await keyboard.tabTo('button', 'Club');
      await keyboard.press('Enter');
      await screen.findByRole('heading', { name: 'Book club' });
      await keyboard.tabTo('button', 'Copy invite link');
      await keyboard.press('Enter');
      expect(copy).toHaveBeenCalledWith(inviteUrl);
      await focused('Copied');
    },
  },
  {
    task: 'create a deal',
    presses: 42,
    says: ['Hat saved'],
    async play({ keyboard, backend }) {
      await keyboard.tabTo('button', 'Add deal');
      await keyboard.press('Enter');
      await screen.findByRole('form', { name: 'New deal' });
      await focused('Pipeline');
      await keyboard.press('Tab', 'Enter');
      await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'option'));
      await keyboard.press('ArrowDown');
      await focused('Quote sent');
      await keyboard.press('Enter');
      await focused('Step');
      await keyboard.press('Tab');
      await keyboard.type('Hat');
      await keyboard.press('Tab');
      await keyboard.type('89,5');
      await keyboard.press('Backspace', 'Backspace', 'Enter');
      await waitFor(() => expect(deals(backend)).toHaveLength(2));
      expect(deals(backend)).toContainEqual(
        expect.objectContaining({ name: 'Hat', stepId: 'quote', value: { amount: '89', currency: 'BRL' } }),
      );
      await focused('Add deal');
    },
  },
  {
    task: 'edit a deal',
    presses: 34,
    says: ['Shawl saved'],
    async play({ keyboard, backend }) {
      await keyboard.tabTo('button', 'Edit deal Wedding guest dress');
      await keyboard.press('Enter');
      await focused('Step');
      await keyboard.press('ArrowDown', 'ArrowDown', 'Enter', 'Tab');
      await keyboard.type('Shawl');
      await keyboard.press('Enter');
      await waitFor(() => expect(deals(backend)).toMatchObject([{ name: 'Shawl', stepId: 'quote' }]));
      await focused('Edit deal Shawl');
    },
  },
  {
    task: 'open a deal',
    presses: 25,
    says: [],
    async play({ keyboard, followed }) {
      await keyboard.tabTo('link', 'Open deal Wedding guest dress');
      await keyboard.press('Enter');
      expect(followed).toEqual([dealUrl]);
    },
  },
  {
    task: 'add a contact',
    presses: 31,
    says: ['Contact saved'],
    async play({ keyboard, backend, on }) {
      await keyboard.tabTo('button', 'Bea');
      await keyboard.press('Enter');
      await screen.findByRole('heading', { name: 'Bea Stone' });
      await screen.findByRole('tab', { name: 'Add contact' });
      await keyboard.tabTo('tab', 'Deals');
      await keyboard.press(on);
      await screen.findByRole('form', { name: 'Add contact' });
      await keyboard.tabTo('textbox', 'Phone');
      await keyboard.type('+5511900001111');
      await keyboard.press('Enter');
      await waitFor(() =>
        expect(contact(backend, bea)).toMatchObject({ phones: [{ value: '+5511900001111' }] }),
      );
      await focused('Phone');
    },
  },
  {
    task: 'edit a contact',
    presses: 33,
    says: ['Contact saved'],
    async play({ keyboard, backend, on }) {
      await keyboard.tabTo('tab', 'Deals');
      await keyboard.press(on);
      await keyboard.tabTo('textbox', 'Last name');
      await keyboard.press('End');
      await keyboard.type(' Prado');
      await keyboard.press('Enter');
      await waitFor(() => expect(contact(backend)).toMatchObject({ lastName: 'Oliveira Prado' }));
      await focused('Last name');
    },
  },
  {
    task: 'fix an invalid form',
    presses: 39,
    says: ['Contact saved'],
    async play({ keyboard, backend, on }) {
      await keyboard.tabTo('tab', 'Deals');
      await keyboard.press(on);
      await keyboard.tabTo('textbox', 'Email');
      await keyboard.press('Control+a');
      await keyboard.type('ann');
      await keyboard.press('Enter');
      await screen.findByText('Enter an email address, such as ana@example.com.');
      await focused('Email');
      expect(document.activeElement).toHaveAttribute('aria-invalid', 'true');
      expect(document.activeElement).toHaveAccessibleDescription(/^Enter an email address/);
      await keyboard.press('End');
      await keyboard.type('@b.co');
      await keyboard.press('Enter');
      await waitFor(() => expect(contact(backend)).toMatchObject({ emails: [{ value: 'ann@b.co' }] }));
      await focused('Email');
    },
  },
  {
    task: 'resolve a conflict by keeping mine',
    presses: 15,
    says: ['Plan: two changes', 'Plan saved'],
    async play(stage) {
      await meetBruno(stage);
      await stage.keyboard.press('Enter');
      await waitFor(() => expect(plan(stage.backend)).toBe('pro'));
      await focused('Edit Plan');
    },
  },
  {
    task: 'resolve a conflict by taking theirs',
    presses: 16,
    says: ['Plan: two changes'],
    async play(stage) {
      await meetBruno(stage);
      await stage.keyboard.press('Tab', 'Enter');
      await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull());
      expect(plan(stage.backend)).toBe('team');
      await focused('Edit Plan');
    },
  },
  {
    task: 'retry a failed save',
    presses: 17,
    says: ['Plan not saved. Something went wrong.', 'Plan saved'],
    async play(stage) {
      const { keyboard, backend } = stage;
      backend.control.failNext('setVariable', new AdapterError('unknown', 'Refused by the test.'));
      await openPlan(stage);
      await keyboard.type('team');
      await keyboard.press('Enter');
      await screen.findByRole('button', { name: 'Retry' });
      await focused('Edit Plan');
      await keyboard.press('Tab');
      await focused('Retry');
      await keyboard.press('Enter');
      await waitFor(() => expect(plan(backend)).toBe('team'));
      await focused('Edit Plan');
    },
  },
  {
    task: 'undo',
    presses: 16,
    says: ['Plan saved', 'Plan: change undone', 'Plan saved'],
    async play(stage) {
      const { keyboard, backend, said } = stage;
      await openPlan(stage);
      await keyboard.type('team');
      await keyboard.press('Enter');
      await waitFor(() => expect(heard(said)).toBe('Plan saved'));
      await keyboard.press('Control+z');
      await waitFor(() => expect(plan(backend)).toBe('free'));
      await focused('Edit Plan');
    },
  },
  {
    task: 'undo by its button',
    presses: 33,
    says: ['Plan saved', 'Plan: change undone', 'Plan saved'],
    async play(stage) {
      const { keyboard, backend, said } = stage;
      await openPlan(stage);
      await keyboard.type('team');
      await keyboard.press('Enter');
      await waitFor(() => expect(heard(said)).toBe('Plan saved'));
      await keyboard.tabTo('button', 'Undo');
      await keyboard.press('Enter');
      await waitFor(() => expect(plan(backend)).toBe('free'));
      await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    },
  },
  {
    task: 'find a draft again',
    presses: 44,
    says: ['Enter an email address, such as ana@example.com.', 'Email saved'],
    async play({ keyboard, backend }) {
      await keyboard.tabTo('button', 'Edit Email');
      await keyboard.press('Enter');
      await focused('Email');
      await keyboard.type('ann@');
      await keyboard.tabBackTo('button', 'Bea');
      await keyboard.press('Enter');
      await screen.findByRole('heading', { name: 'Bea Stone' });
      await keyboard.press('Shift+Tab', 'Enter');
      await screen.findByRole('heading', { name: 'Ann Lee' });
      await keyboard.tabTo('textbox', 'Email');
      expect(document.activeElement).toHaveValue('ann@');
      await keyboard.press('End');
      await keyboard.type('b.co');
      await keyboard.press('Enter');
      await waitFor(() =>
        expect(backend.control.server.subscriber(ann)?.variables).toContainEqual(
          expect.objectContaining({ key: 'email', value: 'ann@b.co' }),
        ),
      );
      await focused('Edit Email');
    },
  },
];

/** All that was said, without how many tags there are to choose from: that is said while the list is open. */
function heard(said: readonly Said[]): string {
  const text = withoutIsolates(said.map((it) => it.text).join(' '));
  return text
    .replace(/\d+ tags? available/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What was said and should not have been, or the other way round. */
function unexpected(said: readonly Said[], says: readonly string[]): string {
  let rest = heard(said);
  for (const message of says) {
    if (!rest.includes(message)) return `not said: ${message}; but: ${rest}`;
    rest = rest.replace(message, '');
  }
  return rest.trim();
}

/** Milliseconds between one message and the next. */
function pauses(said: readonly Said[]): readonly number[] {
  return said.slice(1).map(({ at }, place) => at - (said[place]?.at ?? 0));
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  { direction: 'left to right', dir: 'ltr', on: 'ArrowRight', back: 'ArrowLeft' },
  { direction: 'right to left', dir: 'rtl', on: 'ArrowLeft', back: 'ArrowRight' },
] as const)('by keys alone, $direction', ({ dir, on, back }) => {
  test.for(tasks)('$task, in $presses presses', async ({ presses, says, play }, { annotate }) => {
    const backend = createBackend();
    const { followed } = openChat(backend, { dir });
    await screen.findByRole('heading', { name: 'Ann Lee' });
    await screen.findByRole('article', { name: 'Wedding guest dress' });
    const mouse = refuseMouse();
    const said = listen();
    const keyboard = createKeyboard();
    await play({ keyboard, backend, followed, said, on, back });
    mouse.stop();
    await annotate(`${keyboard.presses} presses`);
    expect(mouse.events).toEqual([]);
    expect(keyboard.presses).toBeLessThanOrEqual(presses);
    await waitFor(() => expect(unexpected(said, says)).toBe(''));
    expect(pauses(said).every((pause) => pause > 990)).toBe(true);
  });
});
