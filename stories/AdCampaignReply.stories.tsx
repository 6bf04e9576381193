import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { AdCampaignReply } from '../src/components/AdCampaignReply.tsx';
import type { Campaign } from '../src/model/campaign.ts';
import { refused, unanswered } from './support/createBackend.ts';
import { card, inCard, loadBackend } from './support/inCard.tsx';
import { adPicture } from './support/pictures.ts';
import { rightToLeft } from './support/rightToLeft.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: AdCampaignReply,
  decorators: [
    (Story) => (
      <div className="story-message">
        <Story />
        Hi! Is the green one still there in M?
      </div>
    ),
    inCard,
  ],
  loaders: loadBackend,
  argTypes: {
    messageId: {
      description: 'The message that the ad led to. Nothing is drawn for a message that answers no ad.',
    },
    campaign: {
      description: 'Instead of `messageId`: the ad itself, where the host knows it.',
      table: { type: { summary: 'Campaign' } },
    },
  },
} satisfies Meta<typeof AdCampaignReply>;

export default meta;

/** Its props are two shapes, of which a story takes one. */
type Story = StoryObj<{ readonly messageId?: string; readonly campaign?: Campaign }>;

const campaign = {
  id: 'touch-9',
  name: 'Spring collection · Retargeting BR',
  url: 'https://www.facebook.com/ads/library/?id=804512293671145',
  source: 'Facebook ad',
  clickedAt: '2025-11-09T18:42:00Z',
  title: 'The linen you kept looking at',
  body: 'Twelve dresses, cut in São Paulo. Write to us and we set one aside in your size.',
} as const;

/** In the chat pane of the host: the ad that the message answers is found by the message's id. */
export const Default: Story = {
  args: { messageId: 'message-1' },
  play: async ({ canvas }) => {
    const quote = await canvas.findByRole('blockquote', { name: /^Reply to the ad Spring collection/ });
    await expect(quote).toHaveTextContent('The linen you kept looking at');
  },
};

/** A message that answers no ad. */
export const Empty: Story = {
  args: { messageId: 'message-2' },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('blockquote')).toBeNull();
  },
};

/** Until it is known which ad it was, and where that cannot be read, the message stands alone. */
export const Loading: Story = {
  args: { messageId: 'message-1' },
  parameters: card({ backend: unanswered('getSubscriber') }),
  play: Empty.play!,
};

export const LoadFailed: Story = {
  args: { messageId: 'message-1' },
  parameters: card({ backend: refused('getSubscriber') }),
  play: Empty.play!,
};

/** The host knows the ad itself. */
export const OfCampaign: Story = { args: { campaign: { ...campaign, imageUrl: adPicture } } };

/** Nothing is known of the ad but its name. */
export const WithoutPreview: Story = {
  args: { campaign: { id: 'touch-9', name: 'autumn-sale', source: 'utm_source=google' } },
};

export const LongText: Story = {
  args: {
    campaign: {
      ...campaign,
      name: 'BR | Prospecting | Lookalike 1 % | Women 25–44 | Linen dresses | Carousel v3 | November 2025',
      body: 'Twelve dresses, cut in São Paulo. Write to us and we set one aside in your size. '.repeat(4),
    },
  },
  play: staysInColumn,
};

export const RightToLeft: Story = {
  args: { messageId: 'message-7' },
  parameters: card({ subscriber: { id: 'noura' }, locale: rightToLeft }),
};

export const Dark: Story = { args: { messageId: 'message-1' }, globals: { theme: 'dark' } };
