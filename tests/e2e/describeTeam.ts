import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { edit, expectShown, expectStored, type } from './operate.ts';
import type { Stage } from './stage.ts';

/** What one operator does, and another one sees. */
export function describeTeam(stage: () => Stage): void {
  test('two operators who edit different variables of one subscriber both keep what they wrote', async () => {
    const { ana, bruno, records } = stage();
    await Promise.all([ana.open('Valentina Restrepo'), bruno.open('Valentina Restrepo')]);
    await edit(ana, 'Dress size');
    await edit(bruno, 'Web page');
    await ana.card.getByLabel('Dress size', { exact: true }).fill('XS');
    await bruno.card.getByLabel('Web page', { exact: true }).fill('https://valen.example/');
    await Promise.all([
      ana.card.getByLabel('Dress size', { exact: true }).press('Enter'),
      bruno.card.getByLabel('Web page', { exact: true }).press('Enter'),
    ]);
    await expectStored(async () => [
      await records.variable('valentina-restrepo', 'dress_size'),
      await records.variable('valentina-restrepo', 'portfolio'),
    ]).toMatchObject([
      { value: 'XS', updatedBy: 'Ana Souza' },
      { value: 'https://valen.example/', updatedBy: 'Bruno Lima' },
    ]);
    for (const { card } of [ana, bruno]) {
      await expectShown(card, /XS/);
      await expectShown(card, /valen\.example/);
    }
  });

  test('two operators who edit the same variable choose whose text stays', async () => {
    const { ana, bruno, records } = stage();
    await Promise.all([ana.open('김서연'), bruno.open('김서연')]);
    await edit(ana, 'Dress size');
    const editor = ana.card.getByLabel('Dress size', { exact: true });
    await editor.fill('66');
    await type(bruno, 'Dress size', '77');
    await expectShown(ana.card, /Bruno Lima.*77/);
    expect(await editor.inputValue()).toBe('66');
    await ana.card.getByRole('button', { name: 'Keep mine' }).click();
    await expectStored(() => records.variable('kim-seoyeon', 'dress_size')).toMatchObject({
      value: '66',
      updatedBy: 'Ana Souza',
    });
    await expectShown(bruno.card, /66/);
  });

  test('a tag that one operator adds appears at the other desk without a reload', async () => {
    const { ana, bruno, records } = stage();
    await Promise.all([ana.open('James O’Connor'), bruno.open('James O’Connor')]);
    const field = bruno.card.getByRole('combobox', { name: 'Add tag' });
    await field.fill('call back');
    await bruno.page.getByRole('option', { name: 'Call back' }).click();
    await field.press('Escape');
    await ana.card.getByRole('button', { name: 'Remove tag Call back' }).waitFor();
    expect(await records.tags('james-oconnor')).toEqual(['Returning', 'Call back']);
  });

  test('a message of the operator is posted, and arrives at the other desk', async () => {
    const { ana, bruno, records } = stage();
    await Promise.all([ana.open('Giulia Conti'), bruno.open('Giulia Conti')]);
    const text = `Buongiorno Giulia, spediamo domani. ${randomUUID().slice(0, 8)}`;
    await ana.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await ana.page.keyboard.press('Enter');
    await expectShown(bruno.messages, text);
    expect(await ana.messages.getByText(text).count()).toBe(1);
    expect((await records.messages('giulia-conti')).at(-1)).toMatchObject({
      text,
      author: 'operator',
      authorName: 'Ana Souza',
    });
  });
}
