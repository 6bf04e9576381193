import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn } from 'storybook/test';
import { ContactHeader } from '../src/components/ContactHeader.tsx';
import { refused, unanswered, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { portrait } from './support/pictures.ts';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber, staysWhenRefreshFails, staysWhileRead } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: ContactHeader,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof ContactHeader>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: /@marina\.oliveira/ })).toHaveAttribute(
      'href',
      'https://www.instagram.com/marina.oliveira',
    );
  },
};

/** Alone it leaves the last activity to `SubscriptionStatus`; here it says it itself. */
export const WithLastActivity: Story = {
  args: { showLastActivity: true },
  play: async ({ canvas, userEvent }) => {
    const activity = await canvas.findByText('active 4 minutes ago');
    await userEvent.tab();
    await userEvent.tab();
    await expect(activity).toHaveFocus();
    await expect(await canvas.findByText(/November 12, 2025/)).toBeVisible();
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
    await expect(await canvas.findByText('Marina Oliveira')).toBeVisible();
  },
};

/** Both links of the group can be copied. */
export const TelegramGroup: Story = {
  parameters: card({ subscriber: { id: 'padel-kyiv' } }),
  play: async ({ canvas, userEvent }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy share link' }));
    await expect(write).toHaveBeenLastCalledWith('https://t.me/padel_kyiv');
    await expect(await canvas.findByRole('button', { name: 'Copied' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy invite link' }));
    await expect(write).toHaveBeenLastCalledWith('https://t.me/+Qk3v9fTzW1A0ZDgy');
  },
};

/** Where the browser refuses the clipboard, the link stands there selected. */
export const ClipboardRefused: Story = {
  parameters: card({ subscriber: { id: 'padel-kyiv' } }),
  play: async ({ canvas, userEvent }) => {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy share link' }));
    const text = await canvas.findByRole('textbox', { name: /Could not copy/ });
    await expect(text).toHaveFocus();
    await expect(text).toHaveValue('https://t.me/padel_kyiv');
    await expect(canvas.queryByRole('button', { name: 'Copied' })).toBeNull();
  },
};

/** The group has no share link, its invite link was revoked, and nobody knows how many members it has. */
export const GroupOfUnknowns: Story = {
  parameters: card({
    subscriber: { id: 'padel-kyiv' },
    backend: withSubscriber('padel-kyiv', {
      group: {
        memberCount: null,
        shareLink: null,
        inviteLink: { url: 'https://t.me/+Qk3v9fTzW1A0ZDgy', revoked: true },
      },
    }),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The invite link was revoked')).toBeVisible();
    await expect(canvas.getByText('Number of members unknown')).toBeVisible();
  },
};

export const WithPhoto: Story = {
  parameters: card({ backend: withSubscriber('marina', { avatarUrl: portrait }) }),
};

/** The address of the photo has expired, as those of Instagram do. */
export const PhotoExpired: Story = {
  parameters: card({
    backend: withSubscriber('marina', { avatarUrl: 'https://photos.invalid/marina.jpg' }),
    // A proxy of the page's own, which has it no more: no policy of a page admits the hosts of all photos.
    resolveAvatarUrl: () => URL.createObjectURL(new Blob(['expired'])),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('MO')).toBeVisible();
  },
};

export const NameOfOneEmoji: Story = { parameters: card({ subscriber: { id: 'smile' } }) };

/** Nobody has told a name. */
export const Nameless: Story = {
  parameters: card({ backend: withSubscriber('marina', { name: ' ', username: null }) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: '(no name)' })).toBeVisible();
  },
};

/** They change their name on the network. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByText('Marina Oliveira');
    backendOf(loaded).control.actAs('Chatbot').changeSubscriber(marina, { name: 'Marina Oliveira Prado' });
    await expect(await canvas.findByRole('heading', { name: 'Marina Oliveira Prado' })).toBeVisible();
  },
};

export const Refreshing: Story = { play: staysWhileRead('Marina Oliveira') };

export const RefreshFailed: Story = { play: staysWhenRefreshFails('Marina Oliveira') };

export const NoSubscriber: Story = noSubscriber;

export const LongText: Story = {
  parameters: card({ subscriber: { id: 'maximilian' } }),
  play: staysInColumn,
};

export const RightToLeft: Story = {
  parameters: card({ subscriber: { id: 'noura' }, locale: rightToLeft }),
};

export const Dark: Story = { globals: { theme: 'dark' } };
