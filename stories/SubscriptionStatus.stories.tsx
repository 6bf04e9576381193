import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SubscriptionStatus } from '../src/components/SubscriptionStatus.tsx';
import { refused, unanswered, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber } from './support/situations.ts';
import { storyNow } from './support/storyClock.ts';

const meta = {
  component: SubscriptionStatus,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof SubscriptionStatus>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Subscribed')).toBeVisible();
    await expect(canvas.getByText('since May 12, 2025')).toBeVisible();
    await expect(canvas.getByText('Follows you')).toBeVisible();
    await expect(canvas.getByText('You do not follow them')).toBeVisible();
  },
};

export const Loading: Story = { parameters: card({ backend: unanswered('getSubscriber') }) };

export const LoadFailed: Story = {
  parameters: card({ backend: refused('getSubscriber') }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not load: Subscriber')).toBeVisible();
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
    await expect(await canvas.findByText('Subscribed')).toBeVisible();
  },
};

export const Unsubscribed: Story = { parameters: card({ subscriber: { id: 'ivanna' } }) };

export const Disabled: Story = { parameters: card({ subscriber: { id: 'smile' } }) };

/** They blocked the bot, and Instagram tells nothing about them any more. */
export const Blocked: Story = {
  parameters: card({ subscriber: { id: 'lea' } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Blocked the bot')).toBeVisible();
    await expect(canvas.getByText('They blocked you, so Instagram does not tell.')).toBeVisible();
  },
};

/** An operator talks to them, so the bot is silent for a while. */
export const AutomationPaused: Story = { parameters: card({ subscriber: { id: 'olena' } }) };

/** What could be known and is not reads as unknown, and not as no. */
export const UnknownFacts: Story = {
  parameters: card({
    backend: withSubscriber('marina', {
      subscription: { status: 'active', subscribedAt: null, lastActivityAt: null },
      instagram: { followsBusiness: null, followedByBusiness: null },
    }),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Date of subscription unknown')).toBeVisible();
    await expect(canvas.getByText('Last activity unknown')).toBeVisible();
    await expect(canvas.getByText('Not known whether they follow you')).toBeVisible();
  },
};

/** The reason stands once, instead of two unknowns. */
export const WithoutConsent: Story = { parameters: card({ subscriber: { id: 'misaki' } }) };

export const VerifiedCreator: Story = { parameters: card({ subscriber: { id: 'giulia' } }) };

/** A live event moves what is shown. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByText('Subscribed');
    backendOf(loaded)
      .control.actAs('Chatbot')
      .changeSubscriber(marina, {
        subscription: { status: 'unsubscribed', unsubscribedAt: new Date(storyNow).toISOString() },
      });
    await expect(await canvas.findByText('Unsubscribed')).toBeVisible();
  },
};

/** The platform tells nothing about a subscription: the part draws nothing. */
export const Unsupported: Story = {
  parameters: card({
    backend: withSubscriber('marina', { subscription: undefined, instagram: undefined }),
  }),
};

export const NoSubscriber: Story = noSubscriber;

export const RightToLeft: Story = { parameters: card({ locale: rightToLeft }) };

export const Dark: Story = { globals: { theme: 'dark' } };
