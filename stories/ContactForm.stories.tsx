import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { ContactForm } from '../src/components/ContactForm.tsx';
import { refusal, refused, unanswered } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { rightToLeft } from './support/rightToLeft.ts';
import { noSubscriber } from './support/situations.ts';
import { staysInColumn } from './support/staysInColumn.ts';

const meta = {
  component: ContactForm,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof ContactForm>;

export default meta;

type Story = StoryObj<typeof meta>;

const thiago = { id: 'thiago' };

/** The linked contact. "More fields" reveals the other fields that are filled in. */
export const Default: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('textbox', { name: 'First name' })).toHaveValue('Marina');
    await userEvent.click(canvas.getByRole('button', { name: 'More fields' }));
    await expect(await canvas.findByText('Estúdio MO')).toBeVisible();
  },
};

/** None is linked yet: the form begins with what the chat knows of them. */
export const AddContact: Story = {
  parameters: card({ subscriber: thiago }),
  play: async ({ canvas, userEvent, loaded }) => {
    const firstName = await canvas.findByRole('textbox', { name: 'First name' });
    await waitFor(() => expect(firstName).toHaveValue('Thiago'));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Phone' }), '+55 21 99876-5432');
    await userEvent.click(canvas.getByRole('button', { name: 'Save contact' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.contact(thiago)).toMatchObject({
        firstName: 'Thiago',
        lastName: 'Nascimento',
        phones: [{ value: '+55 21 99876-5432', primary: true }],
      }),
    );
    await expect(await canvas.findByRole('form', { name: 'Contact' })).toBeVisible();
  },
};

/** Several phones, one of them the primary one. */
export const Editing: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add phone' }));
    const second = await canvas.findByRole('textbox', { name: 'Phone 2' });
    await expect(second).toHaveFocus();
    await userEvent.type(second, '+55 11 3456-7890');
    await userEvent.click(canvas.getByRole('button', { name: 'Make primary' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Save contact' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.contact(marina)?.phones).toMatchObject([
        { value: '+55 11 98123-4567', primary: false },
        { value: '+55 11 3456-7890', primary: true },
      ]),
    );
  },
};

/** What was typed is dropped only after a question. */
export const Cancel: Story = {
  play: async ({ canvas, userEvent }) => {
    const firstName = await canvas.findByRole('textbox', { name: 'First name' });
    await userEvent.type(firstName, ' Luísa');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(
      within(await canvas.findByRole('alertdialog')).getByRole('button', { name: 'Discard' }),
    );
    await expect(canvas.getByRole('textbox', { name: 'First name' })).toHaveValue('Marina');
  },
};

export const Loading: Story = { parameters: card({ backend: unanswered('getContact') }) };

export const LoadFailed: Story = {
  parameters: card({ backend: refused('getContact') }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Could not load: Contact')).toBeVisible();
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
    await expect(await canvas.findByRole('textbox', { name: 'First name' })).toHaveValue('Marina');
  },
};

/** Nobody may add a contact here. */
export const Empty: Story = {
  parameters: card({ subscriber: thiago, backend: { omit: ['createContact'] } }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No contact in the CRM yet')).toBeVisible();
  },
};

export const InvalidValue: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const email = await canvas.findByRole('textbox', { name: 'Email' });
    await userEvent.clear(email);
    await userEvent.type(email, 'marina at home{Enter}');
    await expect(email).toHaveAccessibleDescription('Enter an email address, such as ana@example.com.');
    await expect(email).toHaveFocus();
    await expect(backendOf(loaded).control.calls.map(({ method }) => method)).not.toContain('updateContact');
  },
};

/** What the server refuses is said at its field. */
export const Rejected: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    backendOf(loaded).control.failNext(
      'updateContact',
      refusal('invalid', { issues: [{ path: 'phones.0.value', message: 'This number is not in service.' }] }),
    );
    const phone = await canvas.findByRole('textbox', { name: 'Phone' });
    await userEvent.type(phone, '0{Enter}');
    await waitFor(() =>
      expect(canvas.getByRole('textbox', { name: 'Phone' })).toHaveAccessibleDescription(
        'This number is not in service.',
      ),
    );
  },
};

export const Saving: Story = {
  parameters: card({ backend: unanswered('updateContact') }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Last name' }), ' Prado{Enter}');
    await expect(canvas.getByRole('form', { name: 'Contact' })).toHaveAttribute('data-pending');
  },
};

export const SaveFailed: Story = {
  parameters: card({ backend: refused('updateContact') }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Last name' }), ' Prado{Enter}');
    await expect(await canvas.findByText('Not saved: Something went wrong.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Last name' })).toHaveValue('Oliveira Prado');
  },
};

export const Retried: Story = {
  ...SaveFailed,
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await SaveFailed.play?.(context);
    backendOf(loaded).control.setFail(undefined);
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.contact(marina)?.lastName).toBe('Oliveira Prado'),
    );
  },
};

/** Bruno saves another phone while Ana types one: hers stays, and she decides. */
export const ChangedElsewhere: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    const phone = await canvas.findByRole('textbox', { name: 'Phone' });
    await userEvent.clear(phone);
    await userEvent.type(phone, '+55 11 3456-7890');
    backendOf(loaded)
      .control.actAs('Bruno')
      .updateContact(marina, 'contact-501', { phones: [{ value: '+55 11 90000-1111', primary: true }] });
    const conflict = await canvas.findByRole('group', { name: 'Phone: two changes' });
    await expect(conflict).toHaveTextContent('+55 11 90000-1111');
    await expect(phone).toHaveValue('+55 11 3456-7890');
  },
};

export const TakeTheirs: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await ChangedElsewhere.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Take theirs' }));
    await expect(canvas.getByRole('textbox', { name: 'Phone' })).toHaveValue('+55 11 90000-1111');
  },
};

export const KeepMine: Story = {
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await ChangedElsewhere.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Keep mine' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Save contact' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.contact(marina)?.phones).toMatchObject([
        { value: '+55 11 3456-7890' },
      ]),
    );
  },
};

/** The CRM knows somebody with this address already: link them instead of making a second one. */
export const Duplicate: Story = {
  parameters: card({ subscriber: { id: 'olena' } }),
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'First name' }), ' ');
    await userEvent.click(await canvas.findByRole('button', { name: 'Link it instead' }));
    await waitFor(() =>
      expect(backendOf(loaded).control.server.contact({ id: 'olena' })?.id).toBe('contact-298'),
    );
  },
};

/** What was asked for stays in its fields, and waits for the network. */
export const Offline: Story = {
  parameters: card({ backend: refused('updateContact', 'offline') }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Last name' }), ' Prado{Enter}');
    await expect(await canvas.findByText(/Saves when you are back online/)).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Last name' })).toHaveValue('Oliveira Prado');
  },
};

/** Bruno unlinks the contact while Ana types: her text can still be copied, or become a new contact. */
export const UnlinkedElsewhere: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Last name' }), ' Prado');
    backendOf(loaded).control.emit(marina, { type: 'contactUnlinked' });
    await expect(await canvas.findByText('This contact was unlinked elsewhere.')).toBeVisible();
  },
};

export const NoSubscriber: Story = noSubscriber;

export const ReadOnly: Story = {
  parameters: card({ readOnly: 'Your role may only read.' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Read only: Your role may only read.')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Save contact' })).toBeNull();
  },
};

/** The backend has no contacts: the part draws nothing. */
export const Unsupported: Story = { parameters: card({ backend: { omit: ['getContact'] } }) };

export const LongText: Story = { parameters: card({ subscriber: { id: 'james' } }), play: staysInColumn };

export const RightToLeft: Story = { parameters: card({ locale: rightToLeft }) };

export const Dark: Story = { globals: { theme: 'dark' } };
