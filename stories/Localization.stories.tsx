import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';

const meta = {
  component: SubscriberCard,
  decorators: inCard,
  loaders: loadBackend,
  args: { subscriber: marina },
} satisfies Meta<typeof SubscriberCard>;

export default meta;

type Story = StoryObj<typeof meta>;

export const English: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('since May 12, 2025')).toBeVisible();
    await expect(canvas.getByText('R$2,318.40')).toBeVisible();
  },
};

/** The same card in Brazilian Portuguese: dates and amounts are written, and read, as people do there. */
export const BrazilianPortuguese: Story = {
  globals: { language: 'pt-BR' },
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Editar Spent so far' }));
    const amount = await canvas.findByRole('textbox', { name: 'Spent so far' });
    await expect(amount).toHaveValue('2318,40');
    await userEvent.clear(amount);
    await userEvent.type(amount, '1.234,56{Enter}');
    await waitFor(() =>
      expect(backendOf(loaded).control.server.subscriber(marina)?.variables).toContainEqual(
        expect.objectContaining({ key: 'spent', value: { amount: '1234.56', currency: 'BRL' } }),
      ),
    );
  },
};

/** One moment, as the clock on the wall of an operator in Tokyo has it. */
export const TimeZone: Story = {
  parameters: card({ timeZone: 'Asia/Tokyo' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Nov 15, 2025, 2:20 AM/)).toBeVisible();
  },
};

/** New amounts start with the currency of the account. */
export const Currency: Story = {
  parameters: card({
    currency: 'JPY',
    backend: withSubscriber('marina', {
      variables: [{ key: 'deposit', label: 'Deposit', type: 'currency', value: null }],
    }),
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Deposit' }));
    await expect(await canvas.findByRole('combobox', { name: 'Deposit: currency' })).toHaveValue('JPY');
  },
};

/** A host may say anything otherwise; what it does not say comes from the language. */
export const OwnWords: Story = {
  parameters: card({
    messages: {
      section: { variables: 'What we know' },
      deals: { tab: 'Orders', add: 'New order' },
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'What we know' })).toBeVisible();
    await expect(canvas.getByRole('tab', { name: 'Orders' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: 'New order' })).toBeVisible();
  },
};
