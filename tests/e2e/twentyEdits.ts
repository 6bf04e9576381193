import type { Desk } from './openDesk.ts';
import { addDeal, addTag, edit, pick, type } from './operate.ts';

/** Variables of every kind, tags, a deal that goes on and a new one, a contact that changes and a new one. */
export async function makeTwentyEdits(ana: Desk): Promise<void> {
  await editMarina(ana);
  await editValentina(ana);
  await editGiulia(ana);
}

/** What the twenty edits are in the server's log: subscriber, what was done, and the value. */
export const written = [
  ...[
    ['dress_size', '"G / 44"'],
    ['birthday', '"1992-03-04"'],
    ['orders', '"7"'],
    ['budget', '{"amount":"2000.5","currency":"BRL"}'],
    ['phone', '"+55 11 90000-0001"'],
    ['email', '"marina@nova.example"'],
    ['portfolio', '"https://nova.example/"'],
    ['wants_invoices', 'true'],
    ['plan', '"gold"'],
    ['delivery_notes', '"Bloco B\\n12 andar"'],
  ].map(([key, value]) => `marina-oliveira variable-changed ${key} ${value}`),
  'marina-oliveira tag-removed',
  'marina-oliveira deal-step-changed step {"stepId":"store-payment","pipelineId":"store"}',
  'marina-oliveira deal-field-changed value {"amount":"1400","currency":"BRL"}',
  'marina-oliveira contact-changed lastName "Prado"',
  'valentina-restrepo variable-changed dress_size "XS"',
  'valentina-restrepo tag-added "Loyal"',
  'valentina-restrepo tag-added "Bags"',
  'giulia-conti variable-changed dress_size "40"',
  'giulia-conti deal-created',
  'giulia-conti contact-created',
  'giulia-conti contact-linked',
];

async function editMarina(ana: Desk) {
  const { card, page } = ana;
  await ana.open('Marina Oliveira');
  await type(ana, 'Dress size', 'an older thought');
  await type(ana, 'Dress size', 'G / 44');
  await type(ana, 'Birthday', '1992-03-04');
  await type(ana, 'Orders so far', '7');
  await type(ana, 'Budget', '2000.5');
  await type(ana, 'Phone', '+55 11 90000-0001');
  await type(ana, 'Email', 'marina@nova.example');
  await type(ana, 'Web page', 'https://nova.example/');
  await card.getByRole('switch', { name: 'Wants invoices' }).click();
  await edit(ana, 'Loyalty plan');
  await page.getByRole('option', { name: 'Gold' }).click();
  await edit(ana, 'Delivery notes');
  const notes = card.getByRole('textbox', { name: 'Delivery notes' });
  await notes.fill('Bloco B\n12 andar');
  await notes.press('Control+Enter');
  await card.getByRole('button', { name: 'Remove tag Abandoned cart' }).click();
  await card.getByRole('tab', { name: 'Deals' }).click();
  await edit(ana, 'deal Wedding guest dress');
  await pick(ana, 'Step', 'Awaiting payment');
  await card.getByLabel('Name').press('Enter');
  await edit(ana, 'deal Wedding guest dress');
  await card.getByLabel('Value').fill('1400');
  await card.getByLabel('Value').press('Enter');
  await card.getByRole('tab', { name: 'Contact', exact: true }).click();
  await card.getByLabel('Last name').fill('Prado');
  await card.getByRole('button', { name: 'Save contact' }).click();
}

async function editValentina(ana: Desk) {
  await ana.open('Valentina Restrepo');
  await type(ana, 'Dress size', 'XS');
  await addTag(ana, 'Loyal');
  await addTag(ana, 'Bags');
}

async function editGiulia(ana: Desk) {
  const { card } = ana;
  await ana.open('Giulia Conti');
  await type(ana, 'Dress size', '40');
  await addDeal(ana, 'Two summer dresses');
  await card.getByRole('tab', { name: 'Add contact' }).click();
  await card.getByLabel('First name').fill('Giulia');
  await card.getByRole('button', { name: 'Save contact' }).click();
}
