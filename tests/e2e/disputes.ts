import type { Desk } from './openDesk.ts';
import { edit, type } from './operate.ts';
import type { Stage } from './stage.ts';

/** A field that two desks write at the same moment. */
export interface Dispute {
  readonly what: string;
  /** Whose card shows it. */
  readonly of: string;
  /** What the conflict calls it. */
  readonly label: string;
  write(desk: Desk, text: string): Promise<void>;
  /** What the card shows. */
  read(desk: Desk): Promise<string | null>;
  /** What the database holds. */
  stored(stage: Stage): Promise<Stored>;
}

export interface Stored {
  readonly text: string;
  readonly by: string | null | undefined;
  readonly revision: number | undefined;
}

const variable: Dispute = {
  what: 'a variable',
  of: 'Lucas Ferreira',
  label: 'Orders so far',
  write: (desk, text) => type(desk, 'Orders so far', text),
  read: ({ card }) => card.getByRole('term').filter({ hasText: 'Orders so far' }).locator('..').textContent(),
  async stored({ records }) {
    const row = await records.variable('lucas-ferreira', 'orders');
    return { text: String(row?.value), by: row?.updatedBy, revision: row?.revision };
  },
};

const deal: Dispute = {
  what: 'a field of a deal',
  of: 'Lucas Ferreira',
  label: 'Value',
  async write(desk, text) {
    await desk.card.getByRole('tab', { name: 'Deals' }).click();
    await edit(desk, 'deal Camisa de linho masculina');
    await desk.card.getByLabel('Value').fill(text);
    await desk.card.getByLabel('Value').press('Enter');
  },
  read: ({ card }) => card.getByRole('article', { name: 'Camisa de linho masculina' }).textContent(),
  async stored({ records }) {
    const [row] = await records.deals('lucas-ferreira');
    return { text: String(Number(row?.amount)), by: row?.updatedBy, revision: row?.revision };
  },
};

const contact: Dispute = {
  what: 'a field of the contact',
  of: 'James O’Connor',
  label: 'Last name',
  async write(desk, text) {
    await desk.card.getByRole('tab', { name: 'Contact', exact: true }).click();
    await desk.card.getByLabel('Last name').fill(text);
    await desk.card.getByRole('button', { name: 'Save contact' }).click();
  },
  read: ({ card }) => card.getByLabel('Last name').inputValue(),
  async stored({ records }) {
    const row = await records.contact('james-oconnor');
    return { text: row?.lastName ?? '', by: row?.updatedBy, revision: row?.revision };
  },
};

export const disputes = { variable, deal, contact };
