import { expect, test } from 'vitest';
import { expectShown, openedBy } from './operate.ts';
import type { Stage } from './stage.ts';

/** What the card tells of a subscriber, and its ways out of the page. */
export function describeProfile(stage: () => Stage): void {
  test.each([
    ['share', 'https://t.me/ateliemar_vip'],
    ['invite', 'https://t.me/+Zk3VqXh1mLw5YTQy'],
  ])('the %s link of a Telegram group is copied', async (which, link) => {
    const { ana } = stage();
    await ana.open('Ateliê Mar · clientes VIP 💎');
    await ana.page.bringToFront();
    await ana.card.getByRole('button', { name: `Copy ${which} link` }).click();
    await ana.card.getByRole('button', { name: 'Copied' }).first().waitFor();
    await expect.poll(() => ana.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  test('the ad campaign links to the ad, and the chat quotes it above its message', async () => {
    const { ana, inbox } = stage();
    await ana.open('Marina Oliveira');
    const name = 'Spring collection · Retargeting · São Paulo 25–44 · Carousel B';
    const url = await openedBy(ana, ana.card.getByRole('link', { name }));
    expect(url).toBe(`${inbox.url}/ads/120211337`);
    const quote = ana.messages
      .getByRole('article')
      .filter({ hasText: 'Oi! Vi o anúncio' })
      .getByRole('blockquote');
    await expectShown(quote, /Linho que respira/);
  });

  test('an ad whose address is broken is no link', async () => {
    const { ana } = stage();
    await ana.open('Giulia Conti');
    await expectShown(ana.card, /Messenger test · link typed by hand/);
    expect(await ana.card.getByRole('link', { name: /Messenger test/ }).count()).toBe(0);
  });

  test('the username opens the profile on the network', async () => {
    const { ana } = stage();
    await ana.open('Marina Oliveira');
    await openedBy(ana, ana.card.getByRole('link', { name: /marina\.oliveira/ }));
    expect(ana.outside).toContainEqual(
      expect.stringMatching(/^https:\/\/(www\.)?instagram\.com\/marina\.oliveira/),
    );
  });
}
