import { expect, test } from 'vitest';
import { edit, expectShown, expectStored, type } from './operate.ts';
import type { Stage } from './stage.ts';

/** What the operator learns about somebody: the twelve types of variables, and tags. */
export function describeVariables(stage: () => Stage): void {
  test.each(typed)(
    'a variable of type %s is edited in place and stored',
    async (_type, label, key, text, stored) => {
      const { ana, records } = stage();
      await ana.open('Marina Oliveira');
      await type(ana, label, text);
      await expectStored(() => records.variable('marina-oliveira', key)).toMatchObject({
        value: stored,
        updatedBy: 'Ana Souza',
      });
    },
  );

  test('a variable of type text is edited over several lines and stored', async () => {
    const { ana, records } = stage();
    await ana.open('Marina Oliveira');
    await edit(ana, 'Delivery notes');
    const editor = ana.card.getByRole('textbox', { name: 'Delivery notes' });
    await editor.fill('Portaria 24 h.');
    await editor.press('Enter');
    await editor.pressSequentially('Interfone 12.');
    await editor.press('Control+Enter');
    await expectStored(() => records.variable('marina-oliveira', 'delivery_notes')).toMatchObject({
      value: 'Portaria 24 h.\nInterfone 12.',
    });
  });

  test('a variable of type boolean is switched and stored', async () => {
    const { ana, records } = stage();
    await ana.open('Marina Oliveira');
    await ana.card.getByRole('switch', { name: 'Wants invoices' }).click();
    await expectStored(() => records.variable('marina-oliveira', 'wants_invoices')).toMatchObject({
      value: true,
    });
  });

  test('a variable of type select is picked from its options and stored', async () => {
    const { ana, records } = stage();
    await ana.open('Marina Oliveira');
    await edit(ana, 'Loyalty plan');
    await ana.page.getByRole('option', { name: 'Gold' }).click();
    await expectStored(() => records.variable('marina-oliveira', 'plan')).toMatchObject({ value: 'gold' });
  });

  test('a variable of type multiselect is picked from its options and stored', async () => {
    const { ana, records } = stage();
    await ana.open('Marina Oliveira');
    await edit(ana, 'Interested in');
    await ana.page.getByRole('option', { name: 'Bags' }).click();
    await ana.page.getByRole('option', { name: 'Sandals' }).click();
    await ana.card.getByRole('heading', { name: 'Marina Oliveira' }).click();
    // The order of several options has no meaning.
    await expectStored(() => records.variable('marina-oliveira', 'interested_in')).toMatchObject({
      value: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'bags,linen'),
    });
  });

  test('a text that is no number is refused beside its field and stays as typed', async () => {
    const { ana, records } = stage();
    await ana.open('Marina Oliveira');
    await type(ana, 'Orders so far', 'many');
    await expectShown(ana.card, /Enter a number/);
    const editor = ana.card.getByLabel('Orders so far', { exact: true });
    expect(await editor.inputValue()).toBe('many');
    await editor.press('Escape');
    expect((await records.variable('marina-oliveira', 'orders'))?.value).toBe('1204.5');
  });

  test('a tag is added, another one created, and one removed', async () => {
    const { ana, records } = stage();
    await ana.open('Emre Yılmaz');
    const field = ana.card.getByRole('combobox', { name: 'Add tag' });
    await field.click();
    await field.fill('vip');
    await ana.page.getByRole('option', { name: 'VIP' }).click();
    await expectStored(() => records.tags('emre-yilmaz')).toEqual(['İstanbul', 'VIP']);

    await field.fill('Waits for the red bag');
    await ana.page.getByRole('option', { name: 'Create “Waits for the red bag”' }).click();
    await expectStored(() => records.tags('emre-yilmaz')).toEqual([
      'İstanbul',
      'VIP',
      'Waits for the red bag',
    ]);

    await field.press('Escape');
    await ana.card.getByRole('button', { name: 'Remove tag VIP' }).click();
    await expectStored(() => records.tags('emre-yilmaz')).toEqual(['İstanbul', 'Waits for the red bag']);
  });
}

const typed: [type: string, label: string, key: string, text: string, stored: unknown][] = [
  ['string', 'Dress size', 'dress_size', 'L / 44', 'L / 44'],
  ['number', 'Orders so far', 'orders', '1,204.5', '1204.5'],
  ['date', 'Birthday', 'birthday', '1990-02-28', '1990-02-28'],
  ['datetime', 'Next fitting', 'next_fitting', '2027-01-15T14:30', '2027-01-15T17:30:00Z'],
  ['phone', 'Phone', 'phone', '+55 (11) 91234-5678', '+55 (11) 91234-5678'],
  ['email', 'Email', 'email', 'nova@estudiomo.example', 'nova@estudiomo.example'],
  ['url', 'Web page', 'portfolio', 'https://estudiomo.example/novo', 'https://estudiomo.example/novo'],
  ['currency', 'Budget', 'budget', '2,345.60', { amount: '2345.6', currency: 'BRL' }],
];
