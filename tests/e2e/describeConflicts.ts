import { expect, test } from 'vitest';
import { type Dispute, disputes } from './disputes.ts';
import { holdWrites } from './holdWrites.ts';
import type { Desk } from './openDesk.ts';
import { expectShown, expectStored, type } from './operate.ts';
import type { Stage } from './stage.ts';

/** Two browsers, one field, one moment: who arrives second is asked, and nothing is overwritten unseen. */
export function describeConflicts(stage: () => Stage): void {
  test.each([
    [disputes.variable.what, disputes.variable, '41', '42'],
    [disputes.deal.what, disputes.deal, '141', '142'],
    [disputes.contact.what, disputes.contact, 'Byrne', 'Doyle'],
  ])('%s: the second one keeps theirs, and the database holds it', async (_what, dispute, ana, bruno) => {
    const { first, second } = await collide(stage(), dispute, { ana, bruno });
    await choose(second.desk, dispute, 'Keep mine');
    await expectStored(() => dispute.stored(stage())).toMatchObject({ text: second.text, by: second.name });
    await expect.poll(() => dispute.read(first.desk)).toContain(second.text);
    expect(await dispute.read(second.desk)).toContain(second.text);
  });

  test.each([
    [disputes.variable.what, disputes.variable, '51', '52'],
    [disputes.deal.what, disputes.deal, '151', '152'],
    [disputes.contact.what, disputes.contact, 'Nolan', 'Walsh'],
  ])('%s: the second one takes the other, and the database keeps it', async (_what, dispute, ana, bruno) => {
    const { first, second } = await collide(stage(), dispute, { ana, bruno });
    const before = await dispute.stored(stage());
    const writes = countWrites(second.desk);
    await choose(second.desk, dispute, 'Take theirs');
    await expect.poll(() => dispute.read(second.desk)).toContain(first.text);
    expect(await dispute.read(second.desk)).not.toContain(second.text);
    expect(writes()).toBe(0);
    expect(await dispute.stored(stage())).toEqual(before);
  });

  test('what a colleague saves under an open editor is taken, and what was typed is gone', async () => {
    const { ana, bruno, records } = stage();
    await Promise.all([ana.open('김서연'), bruno.open('김서연')]);
    await ana.card.getByRole('button', { name: 'Edit Dress size', exact: true }).click();
    await ana.card.getByLabel('Dress size', { exact: true }).fill('half a wor');
    await type(bruno, 'Dress size', '88');
    await expectShown(ana.card, /Bruno Lima.*88/);
    await ana.card.getByRole('button', { name: 'Take theirs' }).click();
    await expectShown(ana.card, /Dress size88/);
    expect(await records.variable('kim-seoyeon', 'dress_size')).toMatchObject({
      value: '88',
      updatedBy: 'Bruno Lima',
    });
  });

  test('a conflict of somebody who is not shown any more is told, and opens them', async () => {
    const { ana, bruno } = stage();
    const { variable } = disputes;
    await Promise.all([ana.open(variable.of), bruno.open(variable.of)]);
    const held = await holdWrites(ana);
    await variable.write(ana, '71');
    await held.arrived;
    await ana.open('Giulia Conti');
    await variable.write(bruno, '72');
    await expectStored(() => variable.stored(stage())).toMatchObject({ text: '72' });
    await held.release();
    await expectShown(ana.card, `Not saved for ${variable.of}: ${variable.label}`);
    await ana.card.getByRole('button', { name: `Open ${variable.of}` }).click();
    await ana.page.waitForURL('**/c/chat-lucas-ferreira');
    await expectShown(conflictOf(ana, variable), /Bruno Lima changed this to 72.*Yours: 71/);
    expect(ana.takeErrors()).toEqual([expect.stringContaining('status of 412')]);
    await choose(ana, variable, 'Take theirs');
    expect(await variable.stored(stage())).toMatchObject({ text: '72', by: 'Bruno Lima' });
  });

  test('two tabs of one operator are two desks: live where they agree, asked where they do not', async () => {
    const { openAnother } = stage();
    const tab = await openAnother({ operator: 'Ana Souza' });
    const other = await tab.openTab();
    await Promise.all([tab.open('Lucas Ferreira'), other.open('Lucas Ferreira')]);
    await tab.page.bringToFront();
    await type(tab, 'Email', 'lucas@correio.example');
    await expectShown(other.card, /lucas@correio\.example/);

    const { first, second } = await collideAt(stage(), disputes.variable, [
      { desk: tab, name: 'Ana Souza', text: '61' },
      { desk: other, name: 'Ana Souza', text: '62' },
    ]);
    await choose(second.desk, disputes.variable, 'Keep mine');
    await expectStored(() => disputes.variable.stored(stage())).toMatchObject({ text: second.text });
    await expect.poll(() => disputes.variable.read(first.desk)).toContain(second.text);
  });
}

interface Side {
  readonly desk: Desk;
  readonly name: string;
  readonly text: string;
}

function collide(stage: Stage, dispute: Dispute, texts: { readonly ana: string; readonly bruno: string }) {
  return collideAt(stage, dispute, [
    { desk: stage.ana, name: 'Ana Souza', text: texts.ana },
    { desk: stage.bruno, name: 'Bruno Lima', text: texts.bruno },
  ]);
}

/** Both write, both are let through together, and the server decides whose came first. */
async function collideAt(stage: Stage, dispute: Dispute, sides: readonly [Side, Side]) {
  await Promise.all(sides.map(({ desk }) => desk.open(dispute.of)));
  const held = await Promise.all(sides.map(({ desk }) => holdWrites(desk)));
  for (const { desk, text } of sides) {
    // A tab in the background is drawn once a second.
    await desk.page.bringToFront();
    await dispute.write(desk, text);
  }
  await Promise.all(held.map(({ arrived }) => arrived));
  await Promise.all(held.map(({ release }) => release()));
  const second = await Promise.any(
    sides.map(async (side) => {
      await conflictOf(side.desk, dispute).waitFor();
      return side;
    }),
  );
  const first = second === sides[0] ? sides[1] : sides[0];
  const conflict = conflictOf(second.desk, dispute);
  await expectShown(conflict, new RegExp(`${first.name} changed this to .*${first.text}`));
  await expectShown(conflict, new RegExp(`Yours: .*${second.text}`));
  // The browser itself notes the refusal, and nothing else went wrong.
  expect(second.desk.takeErrors()).toEqual([expect.stringContaining('status of 412')]);
  expect(await conflictOf(first.desk, dispute).count()).toBe(0);
  expect(await dispute.stored(stage)).toMatchObject({ text: first.text, by: first.name });
  return { first, second };
}

/** How many writes have left a desk since. */
function countWrites({ page }: Desk): () => number {
  let count = 0;
  page.on('request', (request) => {
    // A conversation that comes into view is marked as read, which writes no field.
    if (request.method() !== 'GET' && !request.url().endsWith('/read')) count += 1;
  });
  return () => count;
}

function conflictOf({ card }: Desk, { label }: Dispute) {
  return card.getByRole('group', { name: `${label}: two changes` });
}

async function choose(desk: Desk, dispute: Dispute, choice: 'Keep mine' | 'Take theirs') {
  const conflict = conflictOf(desk, dispute);
  await desk.page.bringToFront();
  await conflict.getByRole('button', { name: choice }).click();
  await conflict.waitFor({ state: 'detached' });
}
