import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../src/provider/SubscriberCardProvider.tsx';
import { SubscriberProvider } from '../src/provider/SubscriberProvider.tsx';
import type { CardStorage } from '../src/store/createPersistence.ts';
import { CardStory } from './support/CardStory.tsx';
import { createBackend, refusal, refused, unanswered, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend } from './support/inCard.tsx';
import { portrait } from './support/pictures.ts';
import { rightToLeft } from './support/rightToLeft.ts';
import { staysWhenRefreshFails, staysWhileRead } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

/** Not what a screen reader is told of it. */
const seen = { ignore: '[aria-live]' };

function refuse(): never {
  throw new DOMException('Blocked by the story.', 'SecurityError');
}
const blocked: CardStorage = { keys: refuse, get: refuse, set: refuse, remove: refuse };

const marina = { id: 'marina', channel: 'instagram' };

const meta = {
  component: SubscriberCard,
  subcomponents: { SubscriberCardProvider, SubscriberProvider },
  decorators: inCard,
  loaders: loadBackend,
  args: { subscriber: marina },
} satisfies Meta<typeof SubscriberCard>;

export default meta;

type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

export const Default: Story = {
  play: async ({ canvas, userEvent }) => {
    const landmark = within(await canvas.findByRole('complementary', { name: 'Subscriber card' }));
    await expect(await landmark.findByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
    await expect(landmark.getByRole('heading', { name: 'Variables' })).toBeVisible();
    await expect(await landmark.findByRole('article', { name: 'Wedding guest dress' })).toBeVisible();
    await userEvent.click(landmark.getByRole('tab', { name: 'Contact' }));
    await expect(await landmark.findByRole('form', { name: 'Contact' })).toBeVisible();
    await userEvent.click(landmark.getByRole('tab', { name: 'Deals' }));
  },
};

export const Telegram: Story = { args: { subscriber: { id: 'olena', channel: 'telegram' } } };

export const TelegramGroup: Story = { args: { subscriber: { id: 'padel-kyiv', channel: 'telegram' } } };

export const Messenger: Story = { args: { subscriber: { id: 'james', channel: 'messenger' } } };

export const Instagram: Story = {
  parameters: card({ backend: withSubscriber('marina', { avatarUrl: portrait }) }),
};

export const WhatsApp: Story = { args: { subscriber: { id: 'noura', channel: 'whatsapp' } } };

export const Viber: Story = { args: { subscriber: { id: 'ivanna', channel: 'viber' } } };

export const TikTok: Story = { args: { subscriber: { id: 'rafa', channel: 'tiktok' } } };

export const LiveChat: Story = { args: { subscriber: { id: 'beatriz', channel: 'live-chat' } } };

/** Grey shapes in the final layout, so that nothing jumps. */
export const Loading: Story = {
  parameters: card({ backend: { delay: Number.POSITIVE_INFINITY } }),
};

/** Nothing could be read. */
export const LoadFailed: Story = {
  parameters: card({ backend: { fail: () => refusal('unknown') } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Could not load the subscriber' })).toBeVisible();
    await waitFor(() => expect(canvas.getAllByRole('button', { name: 'Retry' })).toHaveLength(1));
    await expect(canvas.queryByRole('tablist')).toBeNull();
  },
};

export const LoadRetried: Story = {
  ...LoadFailed,
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await LoadFailed.play?.(context);
    backendOf(loaded).control.setFail(undefined);
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(await canvas.findByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
    await expect(await canvas.findByRole('article', { name: 'Wedding guest dress' })).toBeVisible();
  },
};

/** A section fails and is tried again alone; the others stay. */
export const DealsFailed: Story = {
  parameters: card({ backend: refused('listDeals') }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not load: Deals')).toBeVisible();
    await expect(await canvas.findByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
  },
};

/** Nobody has bought, told or tagged anything yet. */
export const Empty: Story = {
  parameters: card({ backend: withSubscriber('chidi', { variables: [] }) }),
  args: { subscriber: { id: 'chidi', channel: 'instagram' } },
};

/** No conversation is open. */
export const NoSubscriber: Story = {
  args: { subscriber: null },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'No subscriber selected' })).toBeVisible();
  },
};

export const NotFound: Story = {
  args: { subscriber: { id: 'nobody', channel: 'telegram' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Subscriber not found' })).toBeVisible();
  },
};

/** Somebody who was seen before is there at once, and is read anew behind. */
export const Refreshing: Story = { play: staysWhileRead('Marina Oliveira') };

export const RefreshFailed: Story = { play: staysWhenRefreshFails('Marina Oliveira') };

/** They are deleted elsewhere while something is being typed: it can still be copied. */
export const DeletedElsewhere: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await userEvent.type(await editDressSize(context), 'L / 42');
    backendOf(loaded).control.actAs('Bruno').deleteSubscriber(marina);
    await expect(
      await canvas.findByRole('heading', { name: 'This subscriber no longer exists' }),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Copy my text: Dress size' })).toBeVisible();
  },
};

/** A value is open in its place, with the text selected. */
export const Editing: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
    await expect(await canvas.findByRole('textbox', { name: 'Dress size' })).toHaveFocus();
  },
};

/** What cannot be meant stays open with its reason. */
export const InvalidValue: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Email' }));
    const editor = await canvas.findByRole('textbox', { name: 'Email' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'marina@{Enter}');
    await expect(editor).toHaveAccessibleDescription(/^Enter an email address/);
  },
};

/** The new value stands at once, and is marked until the server has it. */
export const Saving: Story = {
  parameters: card({ backend: unanswered('setVariable') }),
  play: async (context) => {
    await context.userEvent.type(await editDressSize(context), 'L / 42{Enter}');
    const value = await context.canvas.findByText('L / 42');
    await expect(value.closest('.sbc-row')).toHaveAttribute('data-pending');
  },
};

export const SaveFailed: Story = {
  parameters: card({ backend: refused('setVariable') }),
  play: async (context) => {
    await context.userEvent.type(await editDressSize(context), 'L / 42{Enter}');
    await expect(await context.canvas.findByRole('button', { name: 'Retry' })).toBeVisible();
    await expect(context.canvas.getByText('L / 42')).toBeVisible();
  },
};

/** A colleague changes what is being typed: the text stays, and the operator chooses. */
export const ChangedElsewhere: Story = {
  play: async (context) => {
    await context.userEvent.type(await editDressSize(context), 'L / 42');
    backendOf(context.loaded).control.actAs('Bruno Lima').setVariable(marina, 'dress_size', 'S / 38');
    await expect(await context.canvas.findByRole('button', { name: 'Keep mine' })).toBeVisible();
    await expect(context.canvas.getByRole('textbox', { name: 'Dress size' })).toHaveValue('L / 42');
  },
};

/** The session has ended: what was asked for waits in its place. */
export const SignedOut: Story = {
  parameters: card({ backend: refused('setVariable', 'unauthorized') }),
  play: async (context) => {
    await context.userEvent.type(await editDressSize(context), 'L / 42{Enter}');
    await expect(await context.canvas.findByText('Sign in again to save 1 change', seen)).toBeVisible();
    await expect(context.canvas.getByText('L / 42')).toBeVisible();
  },
};

/** After the sign-in what waited goes on. */
export const SignedInAgain: Story = {
  ...SignedOut,
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    const { control } = backendOf(loaded);
    await SignedOut.play?.(context);
    control.setFail(undefined);
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Sign in' })).toBeNull());
    await waitFor(() =>
      expect(control.server.subscriber(marina)?.variables).toContainEqual(
        expect.objectContaining({ key: 'dress_size', value: 'L / 42' }),
      ),
    );
  },
};

/** Without a network what was asked for waits in its place. */
export const Offline: Story = {
  parameters: card({ backend: refused('setVariable', 'offline') }),
  play: async (context) => {
    await context.userEvent.type(await editDressSize(context), 'L / 42{Enter}');
    await expect(await context.canvas.findByText('Offline: 1 change waits', seen)).toBeVisible();
    await expect(context.canvas.getByText('L / 42')).toBeVisible();
  },
};

/** The host wants drafts to outlive a reload, and the browser lets it keep none: that is said once. */
export const DraftsNotKept: Story = {
  parameters: card({ persist: { storage: blocked, scope: 'account' } }),
  play: async (context) => {
    await context.userEvent.type(await editDressSize(context), 'L / 42');
    await expect(await context.canvas.findByText('Drafts are not kept on reload', seen)).toBeVisible();
    await expect(context.canvas.getByRole('button', { name: 'Dismiss' })).toBeVisible();
  },
};

/** The last change can be taken back for ten seconds. */
export const Undo: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await userEvent.type(await editDressSize(context), 'L / 42{Enter}');
    await userEvent.click(await canvas.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.subscriber(marina)?.variables).toContainEqual(
        expect.objectContaining({ key: 'dress_size', value: 'M / 40' }),
      ),
    );
  },
};

const handleOpenSectionsChange = fn();

/** Sections fold by their heading; the host hears of it, and the client remembers it. */
export const Folded: Story = {
  args: { onOpenSectionsChange: handleOpenSectionsChange },
  play: async ({ canvas, userEvent }) => {
    const heading = await canvas.findByRole('button', { name: 'Variables' });
    await canvas.findByText('M / 40');
    await userEvent.click(heading);
    await expect(heading).toHaveAttribute('aria-expanded', 'false');
    await expect(canvas.queryByText('M / 40')).toBeNull();
    await expect(handleOpenSectionsChange).toHaveBeenLastCalledWith(['tags', 'deals']);
  },
};

/** Some of the parts, in the host's order. */
export const SomeSections: Story = {
  args: { sections: ['header', 'tags', 'variables'] },
};

/** The role of the operator, or the backend, allows reading only. */
export const ReadOnly: Story = {
  args: { subscriber: { id: 'joana', channel: 'messenger' } },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Joana Figueiredo' });
    await expect(canvas.queryByRole('button', { name: /^Edit|^Add|^Remove/ })).toBeNull();
  },
};

/** A backend that can only read a subscriber: neither pencils nor a CRM. */
export const Unsupported: Story = {
  parameters: card({
    backend: {
      omit: [
        'setVariable',
        'searchTags',
        'addTag',
        'removeTag',
        'createTag',
        'listDeals',
        'getContact',
        'subscribe',
      ],
    },
  }),
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Marina Oliveira' });
    await expect(canvas.queryByRole('tab')).toBeNull();
    await expect(canvas.queryByRole('button', { name: /^Edit/ })).toBeNull();
  },
};

export const LongText: Story = {
  args: { subscriber: { id: 'maximilian', channel: 'telegram' } },
  play: staysInColumn,
};

export const RightToLeft: Story = {
  parameters: card({ locale: rightToLeft }),
  args: { subscriber: { id: 'noura', channel: 'whatsapp' } },
};

export const Dark: Story = { globals: { theme: 'dark' } };

/** Two accounts on one page are two worlds: the same id is somebody else in each. */
export const TwoProviders: Story = {
  globals: { width: 'full' },
  loaders: () => ({ other: createBackend(withSubscriber('marina', { name: 'Marina, as a test' })) }),
  decorators: (Story, { loaded }) => (
    <div className="story-columns">
      <Story />
      <CardStory adapter={loaded.other} subscriber={null}>
        <SubscriberCard subscriber={marina} />
      </CardStory>
    </div>
  ),
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    const first = within(await canvas.findByRole('complementary', { name: 'Subscriber card' }));
    const second = within(
      await canvas.findByRole('complementary', { name: 'Subscriber card: Marina, as a test' }),
    );
    await userEvent.click(await first.findByRole('button', { name: 'Edit Dress size' }));
    await userEvent.click(await first.findByRole('button', { name: 'Clear Dress size' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.subscriber(marina)?.variables).toContainEqual(
        expect.objectContaining({ key: 'dress_size', value: null }),
      ),
    );
    await expect(second.getByText('M / 40')).toBeVisible();
  },
};

async function editDressSize({ canvas, userEvent }: Context): Promise<HTMLElement> {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
  const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
  await userEvent.clear(editor);
  return editor;
}
