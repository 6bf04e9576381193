import { expect, waitFor } from 'storybook/test';
import { backendOf, marina } from '../../inCard.tsx';
import type { KeyRow } from './KeyRow.ts';

export const dealKeys: readonly KeyRow[] = [
  {
    keys: ['Enter', 'Space', 'F2'],
    where: '“Edit deal …”, which is also there for the keyboard; F2 anywhere in the deal',
    does: 'opens step, name and value where they are read',
    async check({ specimen, userEvent }) {
      (await specimen.findByRole('button', { name: 'Edit deal Wedding guest dress' })).focus();
      await userEvent.keyboard('{F2}');
      await expect(await specimen.findByRole('combobox', { name: 'Step' })).toHaveFocus();
    },
  },
  {
    keys: ['Escape'],
    where: 'a deal in editing',
    does: 'goes back to what it was, and to the pencil',
    async check({ specimen, userEvent, loaded }) {
      const name = specimen.getByRole('textbox', { name: 'Name' });
      await userEvent.type(name, ', green{Escape}');
      const pencil = await specimen.findByRole('button', { name: 'Edit deal Wedding guest dress' });
      await expect(pencil).toHaveFocus();
      await expect(nameHeld(loaded)).toBe('Wedding guest dress');
    },
  },
  {
    keys: ['Enter'],
    where: 'a deal in editing',
    does: 'saves all three as one change',
    async check({ specimen, userEvent, loaded }) {
      await userEvent.keyboard('{Enter}');
      const name = await specimen.findByRole('textbox', { name: 'Name' });
      await userEvent.type(name, ', green{Enter}');
      await waitFor(() => expect(nameHeld(loaded)).toBe('Wedding guest dress, green'));
    },
  },
  {
    keys: ['Escape'],
    where: 'the form of a new deal',
    does: 'closes it; asks first if something was typed',
    async check({ specimen, userEvent }) {
      (await specimen.findByRole('button', { name: 'Add deal' })).focus();
      await userEvent.keyboard('{Enter}');
      await userEvent.type(await specimen.findByRole('textbox', { name: 'Name' }), 'Linen{Escape}');
      await specimen.findByRole('alertdialog');
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(specimen.queryByRole('alertdialog')).toBeNull());
      await expect(specimen.getByRole('textbox', { name: 'Name' })).toHaveValue('Linen');
    },
  },
  {
    keys: ['↓', '↑', 'Enter', 'a letter'],
    where: '“Pipeline”, “Step”, “Assignee”',
    does: 'open the list; move in it; choose; go to what begins so',
    async check({ specimen, userEvent }) {
      const pipeline = specimen.getByRole('combobox', { name: 'Pipeline' });
      pipeline.focus();
      await userEvent.keyboard('{ArrowDown}');
      await specimen.findByRole('option', { name: 'Wholesale' });
      await userEvent.keyboard('w{Enter}');
      await waitFor(() => expect(pipeline).toHaveTextContent('Wholesale'));
    },
  },
];

function nameHeld(loaded: Record<string, unknown>) {
  return backendOf(loaded).control.server.deals(marina)[0]?.name;
}
