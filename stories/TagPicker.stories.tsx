import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { TagPicker } from '../src/components/TagPicker.tsx';
import { type Backend, refusal, refused, unanswered, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber, staysWhenRefreshFails } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: TagPicker,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof TagPicker>;

export default meta;

type Story = StoryObj<typeof meta>;

function tagsOf({ control }: Backend): readonly string[] | undefined {
  return control.server.subscriber(marina)?.tagging.tags.map(({ name }) => name);
}

/** Click the field, pick; the list stays open for the next one. */
export const Default: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const field = await canvas.findByRole('combobox', { name: 'Add tag' });
    await userEvent.click(field);
    await userEvent.type(field, 'wed');
    await userEvent.click(await canvas.findByRole('option', { name: 'Wedding season' }));
    const assigned = within(canvas.getByRole('list', { name: 'Assigned tags' }));
    await expect(assigned.getByText('Wedding season')).toBeVisible();
    await waitFor(() => expect(tagsOf(backendOf(loaded))).toContain('Wedding season'));
    await userEvent.keyboard('{Escape}');
  },
};

/** The list of the account's tags, in their groups and colours. */
export const Editing: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('combobox', { name: 'Add tag' }));
    await expect(await canvas.findByRole('option', { name: 'VIP' })).toHaveAttribute('aria-selected', 'true');
  },
};

/** By its button, or by Backspace twice in the empty field. */
export const Remove: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove tag Abandoned cart' }));
    await waitFor(() => expect(tagsOf(backendOf(loaded))).not.toContain('Abandoned cart'));
    await userEvent.click(canvas.getByRole('combobox', { name: 'Add tag' }));
    await userEvent.keyboard('{Backspace}{Backspace}');
    await waitFor(() => expect(tagsOf(backendOf(loaded))).toEqual(['VIP', 'Spring 2025']));
  },
};

export const Create: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const field = await canvas.findByRole('combobox', { name: 'Add tag' });
    await userEvent.click(field);
    await userEvent.type(field, 'Bridesmaid');
    await userEvent.click(await canvas.findByRole('option', { name: 'Create “Bridesmaid”' }));
    await waitFor(() => expect(tagsOf(backendOf(loaded))).toContain('Bridesmaid'));
    await userEvent.keyboard('{Escape}');
  },
};

/** A vocabulary that is too long to be loaded whole is searched on the server. */
export const SearchedOnServer: Story = {
  parameters: card({ backend: { wholeVocabulary: false, pageSize: 5 } }),
  play: async ({ canvas, userEvent, loaded }) => {
    const field = await canvas.findByRole('combobox', { name: 'Add tag' });
    await userEvent.click(field);
    await userEvent.type(field, 'Made');
    await expect(await canvas.findByRole('option', { name: 'Made to measure' })).toBeVisible();
    const queries = backendOf(loaded).control.calls.flatMap(({ method, args }) =>
      method === 'searchTags' ? [args[0]] : [],
    );
    await expect(queries).toEqual(['', 'Made']);
  },
};

export const Loading: Story = { parameters: card({ backend: unanswered('getSubscriber') }) };

export const LoadFailed: Story = {
  parameters: card({ backend: refused('getSubscriber') }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not load: Tags')).toBeVisible();
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
    await expect(await canvas.findByText('VIP')).toBeVisible();
  },
};

export const Empty: Story = { parameters: card({ subscriber: { id: 'chidi' } }) };

export const Saving: Story = {
  parameters: card({ backend: unanswered('addTag') }),
  play: async ({ canvas, userEvent }) => {
    const field = await canvas.findByRole('combobox', { name: 'Add tag' });
    await userEvent.click(field);
    await userEvent.click(await canvas.findByRole('option', { name: 'Returning' }));
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByText('Returning').closest('li')).toHaveAttribute('data-pending');
  },
};

export const SaveFailed: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    backendOf(loaded).control.failNext(
      'addTag',
      refusal('forbidden', { reason: 'Only managers use this tag.' }),
    );
    await userEvent.click(await canvas.findByRole('combobox', { name: 'Add tag' }));
    await userEvent.click(await canvas.findByRole('option', { name: 'Returning' }));
    await userEvent.keyboard('{Escape}');
    const note = await canvas.findByRole('group', { name: 'Returning' });
    await expect(note).toHaveTextContent('Only managers use this tag.');
    await expect(within(note).getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

/** A colleague adds a tag and takes one away: the chips follow. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByText('VIP');
    const bruno = backendOf(loaded).control.actAs('Bruno');
    bruno.addTag(marina, 'call-back');
    bruno.removeTag(marina, 'cart');
    await expect(await canvas.findByText('Call back')).toBeVisible();
    await waitFor(() => expect(canvas.queryByText('Abandoned cart')).toBeNull());
  },
};

export const One: Story = {
  parameters: card({
    backend: withSubscriber('marina', { tagging: { tags: [{ id: 'vip', name: 'VIP' }] } }),
  }),
};

/** There is no such tag, and nobody may make one here. */
export const NoMatch: Story = {
  parameters: card({ backend: { omit: ['createTag'] } }),
  play: async ({ canvas, userEvent }) => {
    const field = await canvas.findByRole('combobox', { name: 'Add tag' });
    await userEvent.click(field);
    await userEvent.type(field, 'bridesmaid');
    const [text] = await canvas.findAllByText('No tag matches “bridesmaid”');
    await expect(text).toBeVisible();
  },
};

/** What was asked for is shown, and waits for the network. */
export const Offline: Story = {
  parameters: card({ backend: refused('addTag', 'offline') }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('combobox', { name: 'Add tag' }));
    await userEvent.click(await canvas.findByRole('option', { name: 'Returning' }));
    await userEvent.keyboard('{Escape}');
    const assigned = within(canvas.getByRole('list', { name: 'Assigned tags' }));
    await expect(assigned.getByText('Returning').closest('li')).toHaveAttribute('data-pending');
  },
};

export const RefreshFailed: Story = { play: staysWhenRefreshFails('VIP') };

export const NoSubscriber: Story = noSubscriber;

export const ReadOnly: Story = {
  parameters: card({ readOnly: 'Your role may only read.' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Read only: Your role may only read.')).toBeVisible();
    await expect(canvas.queryByRole('combobox')).toBeNull();
  },
};

/** The backend cannot change tags: no field, no buttons. */
export const Unsupported: Story = {
  parameters: card({ backend: { omit: ['addTag', 'removeTag', 'createTag'] } }),
};

export const LongText: Story = {
  parameters: card({
    backend: withSubscriber('marina', {
      tagging: {
        tags: [
          { id: 'long', name: 'Waiting for the answer of the atelier about the lining of the wedding dress' },
          ...Array.from({ length: 45 }, (_, place) => ({
            id: `fair-${place}`,
            name: `Fair ${1980 + place}`,
          })),
        ],
      },
    }),
  }),
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole('button', { name: 'Show 34 more tags' }));
    await expect(canvas.getByText('Fair 2024')).toBeVisible();
    await staysInColumn(context);
  },
};

export const RightToLeft: Story = { parameters: card({ subscriber: { id: 'noura' }, locale: rightToLeft }) };

export const Dark: Story = { globals: { theme: 'dark' } };
