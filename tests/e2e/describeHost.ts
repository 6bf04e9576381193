import { expect, test } from 'vitest';
import { findViolations } from './findViolations.ts';
import { expectShown, expectStored, selectText, type } from './operate.ts';
import type { Stage } from './stage.ts';

/** The page itself: addresses, the chat, languages, phones. */
export function describeHost(stage: () => Stage): void {
  test('the root opens the newest conversation, and back and forward go through those that were open', async () => {
    const { inbox, openAnother } = stage();
    const desk = await openAnother({ operator: 'Ana Souza' });
    const newest = desk.page.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first();
    await expect.poll(() => newest.getAttribute('aria-current')).toBe('page');
    const root = desk.page.url();
    expect(root).toBe(new URL((await newest.getAttribute('href')) ?? '', inbox.url).href);

    await desk.open('Ірина Бондар');
    await desk.page.waitForURL('**/c/chat-iryna-bondar');
    await expectShown(desk.card, /Ірина Бондар/);
    await desk.page.goBack();
    await desk.page.waitForURL(root);
    await desk.page.goForward();
    await expectShown(desk.card, /Ірина Бондар/);
    await desk.page.reload();
    await expectShown(desk.card, /Ірина Бондар/);
  });

  test('what is typed and not sent stays with its conversation', async () => {
    const { ana } = stage();
    const composer = ana.page.getByRole('textbox', { name: 'Message' });
    await ana.open('Emre Yılmaz');
    await composer.fill('Merhaba Emre,');
    await ana.open('Giulia Conti');
    expect(await composer.inputValue()).toBe('');
    await ana.open('Emre Yılmaz');
    expect(await composer.inputValue()).toBe('Merhaba Emre,');
  });

  test('the card of a conversation under the pointer is read ahead', async () => {
    const { openAnother } = stage();
    const { page } = await openAnother({ operator: 'Bruno Lima' });
    const ahead = page.waitForRequest('**/api/v1/subscribers/iryna-bondar**');
    await page.getByRole('link', { name: /^Ірина Бондар / }).hover();
    await ahead;
    expect(page.url()).not.toContain('iryna-bondar');
  });

  test('the card is made wider by its edge, and stays so', async () => {
    const { openAnother } = stage();
    const { page, card } = await openAnother({ operator: 'Bruno Lima' });
    const width = () => card.boundingBox().then((box) => Math.round(box?.width ?? 0));
    const edge = page.getByRole('separator', { name: 'Width of the details' });
    await edge.focus();
    await edge.press('ArrowLeft');
    await expect.poll(width).toBe(355);
    const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {};
    await page.mouse.move(x + 4, y + 200);
    await page.mouse.down();
    await page.mouse.move(x - 400, y + 200);
    await page.mouse.up();
    await expect.poll(width).toBe(519);
    await page.reload();
    await expect.poll(width).toBe(519);
    await edge.press('Home');
    await expect.poll(width).toBe(279);
  });

  test('text selected in the chat is saved to a variable', async () => {
    const { ana, records } = stage();
    await ana.open('Marina Oliveira');
    await selectText(ana, 'Tamanho G / 42, pode anotar', 'G / 42');
    await ana.page.getByRole('toolbar').getByRole('button', { name: 'Save to Dress size' }).click();
    await expectStored(() => records.variable('marina-oliveira', 'dress_size')).toMatchObject({
      value: 'G / 42',
    });
    await expectShown(ana.card, /G \/ 42/);
  });

  test('a message is saved by keyboard, and the focus comes back to it', async () => {
    const { ana } = stage();
    await ana.open('أحمد الفارسي');
    const message = ana.messages.getByRole('article').filter({ hasText: 'ممتاز' });
    await message.getByRole('button', { name: 'Save from this message' }).focus();
    await ana.page.keyboard.press('Enter');
    const first = ana.page.getByRole('toolbar').getByRole('button').first();
    await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true);
    await ana.page.keyboard.press('Escape');
    const save = message.getByRole('button', { name: 'Save from this message' });
    await expect.poll(() => save.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('what happens between the reading and the stream is not missed', async () => {
    const { bruno, openAnother } = stage();
    const desk = await openAnother({ operator: 'Ana Souza' });
    await Promise.all([desk.open('Emre Yılmaz'), bruno.open('Emre Yılmaz')]);
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    await desk.page.route('**/events**', async (route) => {
      await opened;
      await route.continue();
    });
    await desk.page.reload();
    await expectShown(desk.card, /emre/);
    await desk.messages.getByText('teşekkürler').waitFor();
    await type(bruno, 'Dress size', '36');
    await bruno.page.getByRole('textbox', { name: 'Message' }).fill('Bedeniniz 36, değil mi?');
    await bruno.page.keyboard.press('Enter');
    await bruno.messages.getByText('Bedeniniz 36').waitFor();
    open();
    await expectShown(desk.card, /Dress size36/);
    await expectShown(desk.messages, 'Bedeniniz 36');
  });

  test('the card is edited in Brazilian Portuguese as it is written there', async () => {
    const { openAnother, records } = stage();
    const desk = await openAnother({ operator: 'Ana Souza', locale: 'pt-BR' });
    await desk.page.getByRole('link', { name: /^Sophie Dubois-Lefèvre / }).click();
    const card = desk.page.getByRole('complementary', { name: 'Cartão do assinante' });
    await card.getByRole('button', { name: 'Editar Budget' }).click();
    const editor = card.getByLabel('Budget', { exact: true });
    await editor.fill('12.345,67');
    await editor.press('Enter');
    await expectStored(() => records.variable('sophie-dubois', 'budget')).toMatchObject({
      value: { amount: '12345.67', currency: 'EUR' },
    });
  });

  test('on a phone the card opens over the chat, and the way back is the same', async () => {
    const { openAnother, records } = stage();
    const desk = await openAnother({
      operator: 'Bruno Lima',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const { page, card } = desk;
    expect(new URL(page.url()).pathname).toBe('/');
    await page.getByRole('link', { name: /^Sophie Dubois-Lefèvre / }).tap();
    await page.getByRole('button', { name: 'Details' }).tap();
    await expectShown(card, /Sophie Dubois-Lefèvre/);
    const { width } = (await card.boundingBox()) ?? { width: 0 };
    expect(width).toBe(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await type(desk, 'Email', 'sophie@mediterranee.example');
    await expectStored(() => records.variable('sophie-dubois', 'email')).toMatchObject({
      value: 'sophie@mediterranee.example',
      updatedBy: 'Bruno Lima',
    });
    await page.getByRole('button', { name: 'Back to the chat' }).tap();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Back to the conversations' }).tap();
    await page.getByRole('link', { name: /^Marina Oliveira / }).waitFor();
    expect(desk.takeErrors()).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('the page passes axe in the %s theme', async (colorScheme) => {
    const { openAnother } = stage();
    const desk = await openAnother({ operator: 'Ana Souza', colorScheme });
    await desk.open('Marina Oliveira');
    await expectShown(desk.card, /Wedding guest dress/);
    expect(await findViolations(desk)).toEqual([]);
  });
}
