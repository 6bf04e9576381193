import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { DealList } from '../src/components/DealList.tsx';
import type { Deal } from '../src/model/deal.ts';
import { toFieldId } from '../src/model/field.ts';
import { choose } from './support/choose.ts';
import { type Backend, demoData, refusal, refused, unanswered } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber, staysWhenRefreshFails } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: DealList,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof DealList>;

export default meta;

type Story = StoryObj<typeof meta>;

function dealsOf({ control }: Backend): readonly Deal[] {
  return control.server.deals(marina);
}

/** An open deal and one that was won, each with a link to its page in the CRM. */
export const Default: Story = {
  play: async ({ canvas }) => {
    const deal = within(await canvas.findByRole('article', { name: 'Wedding guest dress' }));
    await expect(await deal.findByText('Fitting booked')).toBeVisible();
    await expect(deal.getByText('Bruno Lima')).toBeVisible();
    await expect(deal.getByRole('link', { name: 'Open deal Wedding guest dress' })).toHaveAttribute(
      'href',
      'https://crm.example.com/deals/2041',
    );
  },
};

/** Pipeline, a step of it, name, value, team member. */
export const Add: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add deal' }));
    const form = within(await canvas.findByRole('form', { name: 'New deal' }));
    await choose(form.getByRole('combobox', { name: 'Pipeline' }), 'Wholesale');
    await choose(form.getByRole('combobox', { name: 'Step' }), 'Samples sent');
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Linen shirts, Porto');
    await userEvent.type(form.getByRole('textbox', { name: 'Value' }), '1,860.50');
    await userEvent.click(form.getByRole('combobox', { name: 'Assignee' }));
    await userEvent.click(await canvas.findByRole('option', { name: 'Ana Souza' }));
    await userEvent.click(form.getByRole('button', { name: 'Save deal' }));
    await expect(await canvas.findByRole('article', { name: 'Linen shirts, Porto' })).toBeVisible();
    await waitFor(() =>
      expect(dealsOf(backendOf(loaded))[0]).toMatchObject({
        name: 'Linen shirts, Porto',
        pipelineId: 'wholesale',
        stepId: 'samples',
        value: { amount: '1860.5', currency: 'EUR' },
        assignee: { id: 'ana' },
      }),
    );
  },
};

/** Step, name and value, where they are read. */
export const Editing: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit deal Wedding guest dress' }));
    await expect(await canvas.findByRole('combobox', { name: 'Step' })).toHaveFocus();
    await expect(canvas.getByRole('textbox', { name: 'Value' })).toHaveValue('1280.00');
  },
};

export const Edit: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await Editing.play?.(context);
    await choose(canvas.getByRole('combobox', { name: 'Step' }), 'Measurements taken');
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Godmother dress');
    const value = canvas.getByRole('textbox', { name: 'Value' });
    await userEvent.clear(value);
    await userEvent.type(value, '1,450{Enter}');
    await waitFor(() =>
      expect(dealsOf(backendOf(loaded))[0]).toMatchObject({
        name: 'Godmother dress',
        stepId: 'measured',
        value: { amount: '1450', currency: 'BRL' },
      }),
    );
    await expect(canvas.getByRole('button', { name: 'Edit deal Godmother dress' })).toHaveFocus();
  },
};

export const Loading: Story = { parameters: card({ backend: unanswered('listDeals') }) };

export const LoadFailed: Story = {
  parameters: card({ backend: refused('listDeals') }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not load: Deals')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

export const LoadRetried: Story = {
  ...LoadFailed,
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await LoadFailed.play?.(context);
    backendOf(loaded).control.setFail(undefined);
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(await canvas.findByRole('article', { name: 'Wedding guest dress' })).toBeVisible();
  },
};

export const Empty: Story = { parameters: card({ subscriber: { id: 'chidi' } }) };

/** What is missing is said at its field, and nothing is sent. */
export const InvalidValue: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add deal' }));
    const form = within(await canvas.findByRole('form', { name: 'New deal' }));
    await userEvent.type(form.getByRole('textbox', { name: 'Value' }), 'a lot');
    await userEvent.click(form.getByRole('button', { name: 'Save deal' }));
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect(form.getByRole('textbox', { name: 'Name' })).toBeInvalid();
    await expect(form.getByRole('textbox', { name: 'Value' })).toHaveAccessibleDescription(
      'Enter a number, such as 1,234.56.',
    );
    await expect(dealsOf(backendOf(loaded))).toHaveLength(2);
  },
};

/** The new name shows at once, marked until the server has said so. */
export const Saving: Story = {
  parameters: card({ backend: unanswered('updateDeal') }),
  play: async (context) => {
    await rename(context, 'Godmother dress');
    await expect(context.canvas.getByRole('article', { name: 'Godmother dress' })).toHaveAttribute(
      'data-pending',
    );
  },
};

/** What was asked for stays, with the reason and the way on. */
export const SaveFailed: Story = {
  parameters: card({ backend: refused('updateDeal') }),
  play: async (context) => {
    await rename(context, 'Godmother dress');
    const deal = within(context.canvas.getByRole('article', { name: 'Godmother dress' }));
    await expect(await deal.findByText('Not saved: Something went wrong.')).toBeVisible();
    await expect(deal.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

export const Retried: Story = {
  ...SaveFailed,
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await SaveFailed.play?.(context);
    backendOf(loaded).control.setFail(undefined);
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(dealsOf(backendOf(loaded))[0]?.name).toBe('Godmother dress'));
    await waitFor(() => expect(canvas.queryByText(/Not saved/)).toBeNull());
  },
};

/** The server took the value and not the name: each is said, and the name is there to be mended. */
export const SavedInPart: Story = {
  parameters: card({ backend: { fail: savesInPart } }),
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit deal Wedding guest dress' }));
    const name = await canvas.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Dress');
    await userEvent.clear(canvas.getByRole('textbox', { name: 'Value' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Value' }), '990{Enter}');
    await expect(await canvas.findByText('Saved: Value. Not saved: Name.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Dress');
    await expect(canvas.getByText('Say whose dress it is.')).toBeVisible();
  },
};

/** Bruno renames the deal while Ana does: her text stays, and she decides. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit deal Wedding guest dress' }));
    const name = await canvas.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Godmother dress');
    backendOf(loaded).control.actAs('Bruno').updateDeal(marina, 'deal-2041', { name: 'Dress for Paraty' });
    const conflict = await canvas.findByRole('group', { name: 'Name: two changes' });
    await expect(conflict).toHaveTextContent('Bruno changed this to Dress for Paraty');
    await expect(name).toHaveValue('Godmother dress');
  },
};

/** Bruno deletes the deal while Ana edits it: what she typed can become a new one. */
export const DeletedElsewhere: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit deal Wedding guest dress' }));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Name' }), ', green');
    backendOf(loaded).control.actAs('Bruno').deleteDeal(marina, 'deal-2041');
    await expect(await canvas.findByText('This deal was deleted elsewhere.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Create as new' })).toBeVisible();
  },
};

/** A purchase in the chatbot makes a deal; it appears by itself. */
export const BoughtInTheBot: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole('article', { name: 'Wedding guest dress' });
    backendOf(loaded)
      .control.actAs('Chatbot')
      .createDeal(marina, {
        pipelineId: 'atelier',
        stepId: 'delivered',
        name: 'Order 5120: straw hat',
        value: { amount: '189', currency: 'BRL' },
        assigneeId: null,
      });
    await expect(await canvas.findByRole('article', { name: 'Order 5120: straw hat' })).toBeVisible();
  },
};

/** More deals on demand. */
export const FortyFive: Story = {
  parameters: card({ subscriber: { id: 'james' } }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Show more deals/ }));
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(40));
  },
};

export const One: Story = {
  parameters: card({ backend: { deals: { marina: demoData.deals.marina!.slice(0, 1) } } }),
};

/** The step was deleted in the CRM, nobody has said what the deal is worth, and it has no name. */
export const UnknownFacts: Story = {
  parameters: card({
    backend: {
      deals: {
        marina: [{ ...demoData.deals.marina![0]!, name: '', stepId: 'gone', value: null, assignee: null }],
      },
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Unknown step')).toBeVisible();
    await expect(canvas.getByText('No value')).toBeVisible();
    await expect(canvas.getByText('(no name)')).toBeVisible();
  },
};

/** What was asked for is shown, and waits for the network. */
export const Offline: Story = {
  parameters: card({ backend: refused('updateDeal', 'offline') }),
  play: async (context) => {
    await rename(context, 'Godmother dress');
    const deal = within(context.canvas.getByRole('article', { name: 'Godmother dress' }));
    await expect(await deal.findByText(/Saves when you are back online/)).toBeVisible();
  },
};

export const RefreshFailed: Story = { play: staysWhenRefreshFails('Wedding guest dress') };

export const NoSubscriber: Story = noSubscriber;

export const ReadOnly: Story = {
  parameters: card({ readOnly: 'Your role may only read.' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Read only: Your role may only read.')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /Edit deal|Add deal/ })).toBeNull();
  },
};

/** The backend has no deals: the part draws nothing. */
export const Unsupported: Story = { parameters: card({ backend: { omit: ['listDeals'] } }) };

export const LongText: Story = {
  parameters: card({
    backend: {
      deals: {
        marina: demoData.deals.marina!.map((deal) => ({
          ...deal,
          name: 'Wedding guest dress in moss green linen with matching shawl, sandals, clutch and alterations',
          value: { amount: '128340567.89', currency: 'BRL' },
        })),
      },
    },
  }),
  play: staysInColumn,
};

export const RightToLeft: Story = { parameters: card({ locale: rightToLeft }) };

export const Dark: Story = { globals: { theme: 'dark' } };

async function rename({ canvas, userEvent }: Parameters<NonNullable<Story['play']>>[0], text: string) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit deal Wedding guest dress' }));
  const name = await canvas.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, `${text}{Enter}`);
}

function savesInPart(method: string) {
  if (method !== 'updateDeal') return undefined;
  const field = (name: 'name' | 'value') => toFieldId({ kind: 'deal', id: 'deal-2041', name });
  const error = refusal('invalid', { issues: [{ path: 'name', message: 'Say whose dress it is.' }] });
  return refusal('partial', { applied: [field('value')], failed: [{ fieldId: field('name'), error }] });
}
