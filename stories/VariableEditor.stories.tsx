import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, spyOn, waitFor, within } from 'storybook/test';
import { VariableEditor } from '../src/components/VariableEditor.tsx';
import type { Variable, VariableValue } from '../src/model/variable.ts';
import { type Backend, refusal, refused, unanswered, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber, staysWhenRefreshFails, staysWhileRead } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: VariableEditor,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof VariableEditor>;

export default meta;

type Story = StoryObj<typeof meta>;

function variableOf({ control }: Backend, key: string): VariableValue | undefined {
  return control.server.subscriber(marina)?.variables.find((variable) => variable.key === key)?.value;
}

/** Pencil, new value, Enter. */
export const Default: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
    const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
    await expect(editor).toHaveFocus();
    await userEvent.clear(editor);
    await userEvent.type(editor, 'L / 42{Enter}');
    await expect(canvas.getByText('L / 42')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Edit Dress size' })).toHaveFocus();
    await waitFor(() => expect(variableOf(backendOf(loaded), 'dress_size')).toBe('L / 42'));
  },
};

/** A number, an amount, a date, a choice, several choices, yes or no: each has its own editor. */
export const EveryType: Story = {
  play: async ({ canvas, userEvent, loaded, step }) => {
    const backend = backendOf(loaded);
    const edit = async (label: string) =>
      userEvent.click(await canvas.findByRole('button', { name: `Edit ${label}` }));

    await step('number', async () => {
      await edit('Orders');
      const editor = await canvas.findByRole('textbox', { name: 'Orders' });
      await userEvent.clear(editor);
      await userEvent.type(editor, '1,250{Enter}');
      await waitFor(() => expect(variableOf(backend, 'orders')).toBe('1250'));
    });
    await step('currency', async () => {
      await edit('Spent so far');
      const amount = await canvas.findByRole('textbox', { name: 'Spent so far' });
      await userEvent.clear(amount);
      await userEvent.type(amount, '99.9');
      await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Spent so far: currency' }), 'USD');
      await userEvent.type(amount, '{Enter}');
      await waitFor(() => expect(variableOf(backend, 'spent')).toEqual({ amount: '99.9', currency: 'USD' }));
    });
    await step('date', async () => {
      await edit('Birthday');
      const day = await canvas.findByLabelText('Birthday');
      await fireEvent.change(day, { target: { value: '1990-12-05' } });
      await userEvent.type(day, '{Enter}');
      await waitFor(() => expect(variableOf(backend, 'birthday')).toBe('1990-12-05'));
    });
    await step('select', async () => {
      await edit('Loyalty tier');
      await userEvent.click(await canvas.findByRole('option', { name: 'Silver' }));
      await waitFor(() => expect(variableOf(backend, 'tier')).toBe('silver'));
    });
    await step('multiselect', async () => {
      await edit('Interested in');
      await userEvent.click(await canvas.findByRole('option', { name: 'bags' }));
      await userEvent.tab();
      await waitFor(() => expect(variableOf(backend, 'interests')).toContain('bags'));
    });
    await step('boolean', async () => {
      await userEvent.click(canvas.getByRole('switch', { name: 'Wants invoices' }));
      await waitFor(() => expect(variableOf(backend, 'wants_invoices')).toBe(true));
    });
  },
};

export const Loading: Story = { parameters: card({ backend: unanswered('getSubscriber') }) };

export const LoadFailed: Story = {
  parameters: card({ backend: refused('getSubscriber') }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not load: Variables')).toBeVisible();
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
    await expect(await canvas.findByText('M / 40')).toBeVisible();
  },
};

export const Empty: Story = {
  parameters: card({ backend: withSubscriber('marina', { variables: [] }) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^No variables yet\./)).toBeVisible();
  },
};

/** Escape takes back the value before this edit. */
export const Editing: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const pencil = { name: 'Edit Email' };
    await userEvent.click(await canvas.findByRole('button', pencil));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Email' }), 'x{Escape}');
    await expect(canvas.getByText('marina@estudiomo.com.br')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', pencil));
    await expect(await canvas.findByRole('textbox', { name: 'Email' })).toHaveValue(
      'marina@estudiomo.com.br',
    );
    await expect(backendOf(loaded).control.calls.map(({ method }) => method)).not.toContain('setVariable');
  },
};

/** Garbage is refused where it was typed, and the text stays. */
export const InvalidValue: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Orders' }));
    const editor = await canvas.findByRole('textbox', { name: 'Orders' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'seven{Enter}');
    await expect(editor).toBeInvalid();
    await expect(editor).toHaveAccessibleDescription('Enter a number, such as 1,234.56.');
    await expect(editor).toHaveValue('seven');
    await expect(variableOf(backendOf(loaded), 'orders')).toBe('7');
  },
};

/** The new value shows at once, marked until the server has said so. */
export const Saving: Story = {
  parameters: card({ backend: unanswered('setVariable') }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
    const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'L / 42{Enter}');
    await expect(canvas.getByText('L / 42').closest('.sbc-row')).toHaveAttribute('data-pending');
  },
};

/** What was asked for stays, with the reason and the way on. */
export const SaveFailed: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const backend = backendOf(loaded);
    backend.control.failNext('setVariable', refusal('unknown'));
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
    const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'L / 42{Enter}');
    await expect(await canvas.findByText('Not saved: Something went wrong.')).toBeVisible();
    await expect(canvas.getByText('L / 42')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Discard' })).toBeVisible();
  },
};

/** Retry sends again what was asked for. */
export const Retried: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await SaveFailed.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(variableOf(backendOf(loaded), 'dress_size')).toBe('L / 42'));
    await expect(canvas.queryByText(/Not saved/)).toBeNull();
  },
};

/** The server refuses the value: the editor is open again, with the reason at it. */
export const Rejected: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    backendOf(loaded).control.failNext(
      'setVariable',
      refusal('invalid', { issues: [{ path: 'value', message: 'We have no such size.' }] }),
    );
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Dress size' }), '0{Enter}');
    await waitFor(() =>
      expect(canvas.getByRole('textbox', { name: 'Dress size' })).toHaveAccessibleDescription(
        'We have no such size.',
      ),
    );
  },
};

/** Bruno saves another value while Ana types: her text stays, and she decides. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
    const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'S / 36');
    backendOf(loaded).control.actAs('Bruno').setVariable(marina, 'dress_size', 'G / 42');
    const conflict = await canvas.findByRole('group', { name: 'Dress size: two changes' });
    await expect(conflict).toHaveTextContent('Bruno changed this to G / 42');
    await expect(editor).toHaveValue('S / 36');
  },
};

export const KeepMine: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await ChangedElsewhere.play?.(context);
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Keep mine' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(variableOf(backendOf(loaded), 'dress_size')).toBe('S / 36'));
    await expect(canvas.queryByRole('button', { name: 'Keep mine' })).toBeNull();
  },
};

export const TakeTheirs: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await ChangedElsewhere.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Take theirs' }));
    await expect(await canvas.findByText('G / 42')).toBeVisible();
    await expect(canvas.queryByRole('textbox', { name: 'Dress size' })).toBeNull();
    await expect(variableOf(backendOf(loaded), 'dress_size')).toBe('G / 42');
  },
};

/** A value can be unset, and copied. */
export const ClearAndCopy: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy Phone' }));
    await expect(write).toHaveBeenCalledWith('+55 11 98123-4567');
    await expect(await canvas.findByRole('button', { name: 'Copied' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Dress size' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Clear Dress size' }));
    await waitFor(() => expect(variableOf(backendOf(loaded), 'dress_size')).toBeNull());
  },
};

/** What only some may read over your shoulder is hidden until asked for. */
export const Masked: Story = {
  args: { filter: ({ masked }) => masked === true },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('Hidden')).toBeVisible();
    await expect(canvas.queryByText('123.456.789-09')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show Tax number' }));
    await expect(canvas.getByText('123.456.789-09')).toBeVisible();
  },
};

/** Many variables can be searched by label and value. */
export const Search: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Find a variable' }));
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a variable' }), 'phone');
    await expect(await canvas.findByText('+55 11 98123-4567')).toBeVisible();
    await expect(canvas.queryByText('Dress size')).toBeNull();
  },
};

const grouped: readonly Variable[] = [
  { key: 'city', label: 'City', type: 'string', value: 'Porto', group: 'Delivery' },
  { key: 'courier', label: 'Courier', type: 'string', value: 'CTT Expresso', group: 'Delivery' },
  { key: 'terms', label: 'Payment', type: 'string', value: '30 days', group: 'Invoices' },
];

export const Groups: Story = {
  parameters: card({ backend: withSubscriber('marina', { variables: grouped }) }),
  play: async ({ canvas }) => {
    const delivery = await canvas.findByRole('heading', { name: 'Delivery' });
    await expect(within(delivery.parentElement!).getByText('CTT Expresso')).toBeVisible();
  },
};

export const One: Story = {
  parameters: card({ backend: withSubscriber('marina', { variables: grouped.slice(0, 1) }) }),
};

/** Two hundred: what is not in sight costs nothing, and each can be found by its name. */
export const Many: Story = {
  parameters: card({
    backend: withSubscriber('marina', {
      variables: Array.from({ length: 200 }, (_, place) => ({
        key: `measure_${place}`,
        label: `Measure ${place + 1}`,
        type: 'number',
        value: String(60 + (place % 50)),
      })),
    }),
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Find a variable' }));
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a variable' }), 'measure 147');
    await expect(await canvas.findByText('Measure 147')).toBeVisible();
    await waitFor(() => expect(canvas.queryByText('Measure 1')).toBeNull());
  },
};

/** A type that the card does not know is shown as text, and says so. */
export const UnknownType: Story = {
  parameters: card({
    backend: withSubscriber('marina', {
      variables: [
        { key: 'place', label: 'Shop', type: 'geo', value: '-23.55, -46.63' } as unknown as Variable,
        { key: 'city', label: 'City', type: 'string', value: 'São Paulo' },
      ],
    }),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('-23.55, -46.63')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Edit Shop' })).toBeNull();
  },
};

/** The server has said so: a quiet mark, and nothing moves. */
export const Saved: Story = {
  play: async (context) => {
    await typeDressSize(context);
    const row = context.canvas.getByText('L / 42').closest('.sbc-row');
    await waitFor(() => expect(variableOf(backendOf(context.loaded), 'dress_size')).toBe('L / 42'));
    await waitFor(() => expect(row).not.toHaveAttribute('data-pending'));
  },
};

/** What was asked for is shown, and waits for the network. */
export const Offline: Story = {
  parameters: card({ backend: refused('setVariable', 'offline') }),
  play: async (context) => {
    await typeDressSize(context);
    await expect(await context.canvas.findByText(/Saves when you are back online/)).toBeVisible();
    await expect(context.canvas.getByText('L / 42')).toBeVisible();
  },
};

export const Refreshing: Story = { play: staysWhileRead('M / 40') };

export const RefreshFailed: Story = { play: staysWhenRefreshFails('M / 40') };

export const NoSubscriber: Story = noSubscriber;

export const ReadOnly: Story = {
  parameters: card({ readOnly: 'Your role may only read.' }),
  play: async ({ canvas }) => {
    await canvas.findByText('M / 40');
    await expect(canvas.queryByRole('button', { name: /^Edit/ })).toBeNull();
    await expect(canvas.queryByRole('switch')).toBeNull();
  },
};

/** The backend cannot set variables: no pencil anywhere. */
export const Unsupported: Story = {
  parameters: card({ backend: { omit: ['setVariable'] } }),
  play: async ({ canvas }) => {
    await canvas.findByText('M / 40');
    await expect(canvas.queryByRole('button', { name: /^Edit/ })).toBeNull();
  },
};

export const LongText: Story = {
  parameters: card({ subscriber: { id: 'maximilian' } }),
  play: staysInColumn,
};

export const RightToLeft: Story = {
  parameters: card({ subscriber: { id: 'noura' }, locale: rightToLeft }),
};

export const Dark: Story = { globals: { theme: 'dark' } };

async function typeDressSize({ canvas, userEvent }: Parameters<NonNullable<Story['play']>>[0]) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
  const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
  await userEvent.clear(editor);
  await userEvent.type(editor, 'L / 42{Enter}');
}
