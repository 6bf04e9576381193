import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Inbox, startInbox } from '../inbox/startInbox.ts';
import { buildInbox } from './buildInbox.ts';
import { createRecords } from './createRecords.ts';
import { describeConflicts } from './describeConflicts.ts';
import { describeCrm } from './describeCrm.ts';
import { describeHost } from './describeHost.ts';
import { describeProfile } from './describeProfile.ts';
import { describeSessions } from './describeSessions.ts';
import { describeTeam } from './describeTeam.ts';
import { describeVariables } from './describeVariables.ts';
import { launchBrowser, openDesk } from './openDesk.ts';
import type { Stage } from './stage.ts';

let inbox: Inbox;
let browsers: readonly [Browser, Browser];
let stage: Stage;

beforeAll(async () => {
  const opening = Promise.all([launchBrowser(), launchBrowser()]);
  // The server looks once, at its start, whether there is a page to serve.
  const starting = buildInbox().then(() => startInbox());
  [inbox, browsers] = await Promise.all([starting, opening]);
  const { url } = inbox;
  const [browserOfAna, browserOfBruno] = browsers;
  stage = {
    inbox,
    records: createRecords(inbox),
    ana: await openDesk(browserOfAna, { url, operator: 'Ana Souza' }),
    bruno: await openDesk(browserOfBruno, { url, operator: 'Bruno Lima' }),
    async openAnother(options) {
      const desk = await openDesk(browserOfAna, { url, ...options });
      onTestFinished(() => desk.close());
      return desk;
    },
  };
});

afterAll(async () => {
  await Promise.all((browsers ?? []).map((browser) => browser.close()));
  await inbox?.close();
});

describe('variables and tags', () => describeVariables(() => stage));
describe('deals and the contact', () => describeCrm(() => stage));
describe('who writes', () => describeProfile(() => stage));
describe('two operators', () => describeTeam(() => stage));
describe('two browsers, one field', () => describeConflicts(() => stage));
describe('who sits at the desk', () => describeSessions(() => stage));
describe('the page around the card', () => describeHost(() => stage));

test('nothing was reported as an error on the way', () => {
  const { ana, bruno } = stage;
  expect([...ana.takeErrors(), ...bruno.takeErrors()]).toEqual([]);
});
