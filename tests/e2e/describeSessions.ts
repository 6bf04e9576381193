import { expect, test } from 'vitest';
import { members } from '../../examples/inbox/server/schema.ts';
import { edit, expectShown, expectStored, readToken, type } from './operate.ts';
import type { Stage } from './stage.ts';

/** Who sits at the desk, and what is theirs. */
export function describeSessions(stage: () => Stage): void {
  test('a session that has ended is renewed in a dialog, and what waited is saved', async () => {
    const { inbox, openAnother, records } = stage();
    const desk = await openAnother({ operator: 'Ana Souza' });
    await desk.open('Ірина Бондар');
    const headers = { authorization: `Bearer ${await readToken(desk)}` };
    await fetch(`${inbox.url}/api/session`, { method: 'DELETE', headers });
    await type(desk, 'Email', 'iryna@bondar.example');
    const dialog = desk.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByRole('button', { name: 'Ana Souza' }).click();
    await expectStored(() => records.variable('iryna-bondar', 'email')).toMatchObject({
      value: 'iryna@bondar.example',
    });
    await dialog.waitFor({ state: 'detached' });
    expect(desk.takeErrors().filter((error) => !error.includes('status of 401'))).toEqual([]);
  });

  test('what one operator leaves unsaved goes out under no other name', async () => {
    const { inbox, openAnother, records } = stage();
    const desk = await openAnother({ operator: 'Ana Souza' });
    const { page } = desk;
    await desk.open('Emre Yılmaz');
    await page.getByRole('textbox', { name: 'Message' }).fill('Görüşürüz!');
    await edit(desk, 'Email');
    await desk.card.getByLabel('Email', { exact: true }).fill('emre@yeni.example');
    const headers = { authorization: `Bearer ${await readToken(desk)}` };
    await fetch(`${inbox.url}/api/session`, { method: 'DELETE', headers });
    // It takes the focus, and what stands in the editor is submitted by that.
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByRole('button', { name: 'Bruno Lima' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expectShown(desk.card, /Email.*emre@tasarim\.example/);
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
    expect(await records.variable('emre-yilmaz', 'email')).toMatchObject({ value: 'emre@tasarim.example' });

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Ana Souza' }).click();
    await expectStored(() => records.variable('emre-yilmaz', 'email')).toMatchObject({
      value: 'emre@yeni.example',
      updatedBy: 'Ana Souza',
    });
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Görüşürüz!');
  });

  test('an operator of another workspace sees none of this one', async () => {
    const { inbox, openAnother } = stage();
    await inbox.db.update(members).set({ isOperator: true });
    const desk = await openAnother({ operator: 'Helen Marsh' });
    const links = desk.page.getByRole('navigation', { name: 'Conversations' }).getByRole('link');
    expect(await links.count()).toBe(1);
    await expectShown(desk.card, /Rowan Ellis/);
    await desk.page.goto(`${inbox.url}/c/chat-marina-oliveira`);
    await desk.page.getByRole('heading', { name: 'There is no such conversation' }).waitFor();
    expect(await desk.page.getByText('Marina').count()).toBe(0);
    const headers = { authorization: `Bearer ${await readToken(desk)}` };
    const stolen = await fetch(`${inbox.url}/api/v1/subscribers/marina-oliveira`, { headers });
    expect(stolen.status).toBe(404);
  });
}
