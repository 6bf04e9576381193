import { expect, waitFor } from 'storybook/test';
import { backendOf, marina } from '../../inCard.tsx';
import type { KeyRow } from './KeyRow.ts';

export const contactKeys: readonly KeyRow[] = [
  {
    keys: ['Enter'],
    where: 'a field',
    does: 'saves the whole form; goes to the first field that is not valid',
    async check({ specimen, userEvent, loaded }) {
      const lastName = await specimen.findByRole('textbox', { name: 'Last name' });
      await userEvent.type(lastName, ' Prado{Enter}');
      await waitFor(() =>
        expect(backendOf(loaded).control.server.contact(marina)?.lastName).toBe('Oliveira Prado'),
      );
    },
  },
  {
    keys: ['Tab', 'Shift+Tab'],
    where: 'a field',
    does: 'go on, and save nothing',
    async check({ specimen, userEvent, loaded }) {
      const firstName = specimen.getByRole('textbox', { name: 'First name' });
      await userEvent.type(firstName, ' Luísa');
      await userEvent.tab();
      await expect(specimen.getByRole('textbox', { name: 'Last name' })).toHaveFocus();
      await expect(backendOf(loaded).control.server.contact(marina)?.firstName).toBe('Marina');
    },
  },
  {
    keys: ['Escape'],
    where: 'the form',
    does: 'drops what was typed, after a question; Escape there keeps it',
    async check({ specimen, userEvent }) {
      await userEvent.keyboard('{Escape}');
      await specimen.findByRole('alertdialog');
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(specimen.queryByRole('alertdialog')).toBeNull());
      await expect(specimen.getByRole('textbox', { name: 'First name' })).toHaveValue('Marina Luísa');
    },
  },
];
