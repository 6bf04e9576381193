import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { AdCampaignBadge } from '../src/components/AdCampaignBadge.tsx';
import type { Campaign } from '../src/model/campaign.ts';
import { refused, unanswered, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { adPicture } from './support/pictures.ts';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: AdCampaignBadge,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof AdCampaignBadge>;

export default meta;

type Story = StoryObj<typeof meta>;

const campaign: Campaign = {
  id: 'touch-9',
  name: 'Spring collection · Retargeting BR',
  url: 'https://www.facebook.com/ads/library/?id=804512293671145',
  source: 'Facebook ad',
  clickedAt: '2025-11-09T18:42:00Z',
};

const handleNavigate = fn((_url: string, event: { preventDefault(): void }) => event.preventDefault());

/** The last ad they came by, and the first one where that was another. The host's router gets the link first. */
export const Default: Story = {
  parameters: card({ onNavigate: handleNavigate }),
  play: async ({ canvas, userEvent }) => {
    const link = await canvas.findByRole('link', { name: /^Spring collection · Retargeting BR/ });
    await userEvent.click(link);
    await expect(handleNavigate).toHaveBeenCalledWith(campaign.url, expect.anything());
    await expect(canvas.getByRole('link', { name: /^Summer linen/ })).toBeVisible();
  },
};

export const OneAd: Story = {
  parameters: card({ backend: withSubscriber('marina', { campaigns: [campaign] }) }),
};

export const WithPicture: Story = {
  parameters: card({
    backend: withSubscriber('marina', { campaigns: [{ ...campaign, imageUrl: adPicture }] }),
  }),
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
    await expect(await canvas.findByRole('link', { name: /^Spring collection/ })).toBeVisible();
  },
};

/** They came without an ad. */
export const Empty: Story = { parameters: card({ subscriber: { id: 'chidi' } }) };

/** An address that is not a web page is never a link. */
export const UnsafeLink: Story = {
  parameters: card({
    backend: withSubscriber('marina', {
      campaigns: [{ ...campaign, url: 'javascript:alert(document.cookie)' }],
    }),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(campaign.name)).toBeVisible();
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};

/** On a web page all that is known is the parameters of the address. */
export const WithoutLink: Story = { parameters: card({ subscriber: { id: 'beatriz' } }) };

/** The messaging app tells nothing about ads: the part draws nothing. */
export const Unsupported: Story = { parameters: card({ subscriber: { id: 'rafa' } }) };

/** They come by another ad while their card is open. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole('link', { name: /^Spring collection/ });
    backendOf(loaded)
      .control.actAs('Chatbot')
      .changeSubscriber(marina, { campaigns: [{ ...campaign, id: 'touch-10', name: 'Black Friday · BR' }] });
    await expect(await canvas.findByRole('link', { name: /^Black Friday · BR/ })).toBeVisible();
  },
};

export const NoSubscriber: Story = noSubscriber;

export const LongText: Story = {
  parameters: card({
    backend: withSubscriber('marina', {
      campaigns: [
        {
          ...campaign,
          name: 'BR | Prospecting | Lookalike 1 % | Women 25–44 | Linen dresses | Carousel v3 | November 2025',
          source: 'Facebook and Instagram, advertised through the Audience Network',
        },
      ],
    }),
  }),
  play: staysInColumn,
};

export const RightToLeft: Story = { parameters: card({ subscriber: { id: 'noura' }, locale: rightToLeft }) };

export const Dark: Story = { globals: { theme: 'dark' } };
