import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emulateMedia } from './emulateMedia.ts';
import { findProblems } from './findProblems.ts';
import { pageSize } from './modes.ts';
import { playStory } from './playStory.ts';
import { settled } from './settled.ts';

// K1: each thing that opens, while it is open on the whole card.

beforeAll(async () => {
  document.documentElement.lang = 'en';
  document.title = 'A story';
  await page.viewport(pageSize.width, pageSize.height);
});
afterAll(async () => {
  await page.viewport(480, 900);
  await emulateMedia();
});

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const open = async (name: string) => userEvent.click(await screen.findByRole('combobox', { name }));
const options = () => screen.findAllByRole('option');

const layers: Readonly<Record<string, () => Promise<unknown>>> = {
  async 'the list of tags'() {
    await open('Add tag');
    await options();
  },
  async 'the list of tags where none matches'() {
    await open('Add tag');
    await userEvent.keyboard('qqq');
    await screen.findByRole('option', { name: /qqq/ });
  },
  async 'the choices of a variable'() {
    await press('Edit Loyalty tier');
    await options();
  },
  async 'the choices of a variable that takes several'() {
    await press('Edit Interested in');
    await options();
  },
  async 'the steps of a deal in the list'() {
    await press('Edit deal Wedding guest dress');
    await screen.findByRole('combobox', { name: 'Step' });
    await options();
  },
  async 'the steps of a new deal'() {
    await press('Add deal');
    await open('Step');
    await options();
  },
  async 'the members of the team'() {
    await press('Add deal');
    await open('Assignee');
    await options();
  },
  async 'the question before text is dropped'() {
    await press('Add deal');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Hat{Escape}');
    await screen.findByRole('alertdialog');
  },
  async 'a tooltip'() {
    await userEvent.keyboard('{Tab}');
    (await screen.findByRole('button', { name: 'Copy Phone' })).focus();
    await userEvent.keyboard('{Shift}');
    await screen.findByRole('tooltip');
  },
};

/** Radix hides the rest of the page while this is open, its heading too, and locks the focus in: axe sees the first alone. */
const locked = 'the steps of a new deal';
const ofLock = /: (aria-hidden-focus|page-has-heading-one): /;

test.each(Object.entries(layers))(
  'axe finds nothing while %s is open',
  { timeout: 60_000 },
  async (name, show) => {
    await playStory('SubscriberCard/Default');
    await show();
    await settled();
    const problems = await findProblems();
    expect(problems.filter((problem) => name !== locked || !ofLock.test(problem))).toEqual([]);
  },
);

test('what is hidden behind the steps of a new deal cannot be reached either', async () => {
  await playStory('SubscriberCard/Default');
  await layers[locked]?.();
  const list = await screen.findByRole('listbox');
  for (const key of ['{Tab}', '{Shift>}{Tab}{/Shift}', '{Tab}']) {
    await userEvent.keyboard(key);
    expect(list.contains(document.activeElement)).toBe(true);
  }
  expect(getComputedStyle(document.body).pointerEvents).toBe('none');
});
