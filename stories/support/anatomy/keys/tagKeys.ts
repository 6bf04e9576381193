import { expect, waitFor } from 'storybook/test';
import { backendOf, marina } from '../../inCard.tsx';
import type { KeyRow } from './KeyRow.ts';

export const tagKeys: readonly KeyRow[] = [
  {
    keys: ['↓', '↑', 'a letter'],
    where: 'the field “Add tag”',
    does: 'open the list; a letter filters it',
    async check({ specimen, userEvent }) {
      const field = await specimen.findByRole('combobox', { name: 'Add tag' });
      field.focus();
      await userEvent.keyboard('{ArrowDown}');
      await specimen.findByRole('option', { name: 'Returning' });
      await userEvent.keyboard('returning');
      await waitFor(() => expect(specimen.queryByRole('option', { name: 'VIP' })).toBeNull());
    },
  },
  {
    keys: ['Enter'],
    where: 'the open list',
    does: 'adds the marked tag, or takes it away; the list stays open for the next one',
    async check({ specimen, userEvent, loaded }) {
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(tagsOf(loaded)).toContain('Returning'));
      await expect(specimen.getByRole('combobox', { name: 'Add tag' })).toHaveAttribute(
        'aria-expanded',
        'true',
      );
    },
  },
  {
    keys: ['Escape'],
    where: 'the field',
    does: 'closes the list, then clears the text, then is the host’s',
    async check({ specimen, userEvent }) {
      const field = specimen.getByRole('combobox', { name: 'Add tag' });
      await userEvent.keyboard('x{Escape}');
      await expect(field).toHaveAttribute('aria-expanded', 'false');
      await expect(field).toHaveValue('x');
      await userEvent.keyboard('{Escape}');
      await expect(field).toHaveValue('');
      await expect(field).toHaveFocus();
    },
  },
  {
    keys: ['Backspace'],
    where: 'the empty field',
    does: 'goes to the last tag; a second one removes it',
    async check({ specimen, userEvent, loaded }) {
      await userEvent.keyboard('{Backspace}');
      await expect(specimen.getByRole('button', { name: 'Remove tag Returning' })).toHaveFocus();
      await userEvent.keyboard('{Backspace}');
      await waitFor(() => expect(tagsOf(loaded)).not.toContain('Returning'));
    },
  },
  {
    keys: ['←', '→', 'Home', 'End'],
    where: 'the buttons of the tags',
    does: 'move among them; beyond the last is the field',
    async check({ specimen, userEvent }) {
      const [first, second] = specimen.getAllByRole('button', { name: /^Remove tag/ });
      first!.focus();
      await userEvent.keyboard('{ArrowRight}');
      await expect(second).toHaveFocus();
      await userEvent.keyboard('{Home}');
      await expect(first).toHaveFocus();
      await userEvent.keyboard('{End}{ArrowRight}');
      await expect(specimen.getByRole('combobox', { name: 'Add tag' })).toHaveFocus();
    },
  },
  {
    keys: ['Delete', 'Enter', 'Space'],
    where: 'the button of a tag',
    does: 'removes it, and goes to the next one',
    async check({ specimen, userEvent, loaded }) {
      specimen.getByRole('button', { name: 'Remove tag Abandoned cart' }).focus();
      await userEvent.keyboard('{Delete}');
      await waitFor(() => expect(tagsOf(loaded)).not.toContain('Abandoned cart'));
      await expect(specimen.getByRole('button', { name: 'Remove tag São Paulo' })).toHaveFocus();
    },
  },
];

function tagsOf(loaded: Record<string, unknown>): readonly string[] {
  return (
    backendOf(loaded)
      .control.server.subscriber(marina)
      ?.tagging.tags.map(({ name }) => name) ?? []
  );
}
