import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sign } from '../../examples/inbox/server/routes/webhookRoutes.ts';
import { webhookSecret } from '../inbox/startInbox.ts';
import { edit, expectShown, expectStored, openedBy, pick } from './operate.ts';
import type { Stage } from './stage.ts';

/** The operator's work in the CRM, and what comes to it by itself. */
export function describeCrm(stage: () => Stage): void {
  test('a deal is added with its pipeline, step, name, value and team member', async () => {
    const { ana, records } = stage();
    await ana.open('Giulia Conti');
    await ana.card.getByRole('button', { name: 'Add deal' }).click();
    await pick(ana, 'Pipeline', 'Wholesale');
    await pick(ana, 'Step', 'Samples sent');
    await ana.card.getByLabel('Name').fill('Two summer dresses');
    await ana.card.getByLabel('Value').fill('640.5');
    await ana.card.getByLabel('Currency').selectOption('EUR');
    await pick(ana, 'Assignee', 'Carla Mendes');
    await ana.card.getByRole('button', { name: 'Save deal' }).click();
    await expectStored(() => records.deals('giulia-conti')).toMatchObject([
      {
        name: 'Two summer dresses',
        pipelineId: 'wholesale',
        stepId: 'wholesale-samples',
        currency: 'EUR',
        assigneeId: 'carla',
        updatedBy: 'Ana Souza',
      },
    ]);
    expect(Number((await records.deals('giulia-conti'))[0]?.amount)).toBe(640.5);
  });

  test('a step is changed, and the bot tells the subscriber once', async () => {
    const { ana, records } = stage();
    const moved = '“Two summer dresses” has moved on: Negotiation.';
    await ana.open('Giulia Conti');
    await edit(ana, 'deal Two summer dresses');
    await pick(ana, 'Step', 'Negotiation');
    await ana.card.getByLabel('Name').press('Enter');
    await expectStored(() => records.deals('giulia-conti')).toMatchObject([
      { stepId: 'wholesale-negotiation' },
    ]);
    await expectShown(ana.messages, moved);
    expect((await records.saidByBot('giulia-conti')).filter((text) => text === moved)).toHaveLength(1);
    expect(await ana.messages.getByText(moved).count()).toBe(1);
  });

  test('the name and the value of a deal are changed', async () => {
    const { ana, records } = stage();
    await ana.open('Giulia Conti');
    await edit(ana, 'deal Two summer dresses');
    await ana.card.getByLabel('Name').fill('Three summer dresses');
    await ana.card.getByLabel('Value').fill('900');
    await ana.card.getByLabel('Value').press('Enter');
    await expectStored(() => records.deals('giulia-conti')).toMatchObject([{ name: 'Three summer dresses' }]);
    expect(Number((await records.deals('giulia-conti'))[0]?.amount)).toBe(900);
  });

  test('a deal opens in the CRM by its icon', async () => {
    const { ana, inbox, records } = stage();
    await ana.open('Giulia Conti');
    const [deal] = await records.deals('giulia-conti');
    const url = await openedBy(ana, ana.card.getByRole('link', { name: 'Open deal Three summer dresses' }));
    expect(url).toBe(`${inbox.url}/crm/deals/${deal?.number}`);
  });

  test('a contact is added, and updated by the same form', async () => {
    const { ana, records } = stage();
    await ana.open('Олена Шевченко');
    await ana.card.getByRole('tab', { name: 'Add contact' }).click();
    await ana.card.getByLabel('First name').fill('Олена');
    await ana.card.getByLabel('Last name').fill('Шевченко');
    await ana.card.getByLabel('Phone', { exact: true }).last().fill('+380 67 123 45 67');
    await ana.card.getByRole('button', { name: 'Save contact' }).click();
    await expectStored(() => records.contact('olena-shevchenko')).toMatchObject({
      firstName: 'Олена',
      lastName: 'Шевченко',
      phones: [{ value: '+380 67 123 45 67', primary: true }],
      updatedBy: 'Ana Souza',
    });
    const created = await records.contact('olena-shevchenko');

    await ana.card.getByRole('tab', { name: 'Contact', exact: true }).waitFor();
    await ana.card.getByLabel('Last name').fill('Шевченко-Коваль');
    await ana.card.getByRole('button', { name: 'Add phone' }).click();
    await ana.card.getByRole('textbox', { name: 'Phone 2' }).fill('+380 50 000 11 22');
    await ana.card.getByRole('button', { name: 'Save contact' }).click();
    await expectStored(() => records.contact('olena-shevchenko')).toMatchObject({
      id: created?.id,
      lastName: 'Шевченко-Коваль',
      phones: [
        { value: '+380 67 123 45 67', primary: true },
        { value: '+380 50 000 11 22', primary: false },
      ],
    });
  });

  test('the other fields of a contact are shown on demand', async () => {
    const { ana } = stage();
    await ana.open('Sophie Dubois-Lefèvre');
    await ana.card.getByRole('tab', { name: 'Contact', exact: true }).click();
    await ana.card.getByRole('button', { name: 'More fields' }).click();
    await expectShown(ana.card, /18 rue de la Préfecture/);
    await expectShown(ana.card, /compta@boutique-mediterranee\.example/);
  });

  test('more deals are shown page by page', async () => {
    const { ana } = stage();
    await ana.open('Sophie Dubois-Lefèvre');
    await ana.card.getByRole('tab', { name: 'Deals' }).click();
    const deals = ana.card.getByRole('article');
    await deals.first().waitFor();
    const shown = await deals.count();
    expect(shown).toBeLessThan(45);
    const more = ana.card.getByRole('button', { name: 'Show more deals' });
    while (await more.isVisible()) {
      await more.click();
      await expect.poll(async () => (await deals.count()) > shown || !(await more.isVisible())).toBe(true);
      await ana.page.waitForTimeout(100);
    }
    await expect.poll(() => deals.count()).toBe(45);
  });

  test('a purchase through the chatbot appears at another desk without a reload', async () => {
    const { bruno, inbox, records } = stage();
    await bruno.open('田中 美咲');
    await bruno.card.getByRole('tab', { name: 'Add contact' }).waitFor();
    const body = JSON.stringify({
      purchaseId: randomUUID(),
      subscriberId: 'tanaka-misaki',
      product: 'Sandals, 23.5 cm',
      amount: { amount: '18900', currency: 'JPY' },
      customer: { firstName: '美咲', lastName: '田中', email: 'misaki@tanaka.example' },
    });
    const headers = { 'x-signature': sign(webhookSecret, body) };
    const answer = await fetch(`${inbox.url}/webhooks/purchase`, { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    await bruno.card.getByRole('article', { name: 'Sandals, 23.5 cm' }).waitFor();
    await bruno.card.getByRole('tab', { name: 'Contact', exact: true }).waitFor();
    expect(await records.deals('tanaka-misaki')).toMatchObject([
      { name: 'Sandals, 23.5 cm', amount: '18900' },
    ]);
    expect(await records.contact('tanaka-misaki')).toMatchObject({ firstName: '美咲' });
  });
}
