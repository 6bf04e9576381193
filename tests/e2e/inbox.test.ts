import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Inbox, startInbox } from '../inbox/startInbox.ts';
import { buildInbox } from './buildInbox.ts';
import { createRecords } from './createRecords.ts';
import { describeCrm } from './describeCrm.ts';
import { describeHost } from './describeHost.ts';
import { describeProfile } from './describeProfile.ts';
import { describeTeam } from './describeTeam.ts';
import { describeVariables } from './describeVariables.ts';
import { launchBrowser, openDesk } from './openDesk.ts';
import type { Stage } from './stage.ts';

let inbox: Inbox;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [inbox, browser] = await Promise.all([startInbox(), launchBrowser(), buildInbox()]);
  const { url } = inbox;
  stage = {
    inbox,
    records: createRecords(inbox),
    ana: await openDesk(browser, { url, operator: 'Ana Souza' }),
    bruno: await openDesk(browser, { url, operator: 'Bruno Lima' }),
    async openAnother(options) {
      const desk = await openDesk(browser, { url, ...options });
      onTestFinished(() => desk.close());
      return desk;
    },
  };
});

afterAll(async () => {
  await browser?.close();
  await inbox?.close();
});

describe('variables and tags', () => describeVariables(() => stage));
describe('deals and the contact', () => describeCrm(() => stage));
describe('who writes', () => describeProfile(() => stage));
describe('two operators', () => describeTeam(() => stage));
describe('the page around the card', () => describeHost(() => stage));

test('nothing was reported as an error on the way', () => {
  const { ana, bruno } = stage;
  expect([...ana.takeErrors(), ...bruno.takeErrors()]).toEqual([]);
});
