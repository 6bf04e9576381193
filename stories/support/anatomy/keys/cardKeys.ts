import { expect, waitFor } from 'storybook/test';
import { backendOf, marina } from '../../inCard.tsx';
import type { KeyRow } from './KeyRow.ts';

export const cardKeys: readonly KeyRow[] = [
  {
    keys: ['Enter', 'Space'],
    where: 'the heading of a section',
    does: 'folds the section, and opens it again',
    async check({ specimen, userEvent }) {
      const heading = await specimen.findByRole('button', { name: 'Variables' });
      heading.focus();
      await userEvent.keyboard('{Enter}');
      await expect(heading).toHaveAttribute('aria-expanded', 'false');
      await userEvent.keyboard(' ');
      await expect(heading).toHaveAttribute('aria-expanded', 'true');
    },
  },
  {
    keys: ['←', '→', 'Home', 'End'],
    where: 'the tabs of the CRM',
    does: 'open the other tab; the arrows follow the direction of writing',
    async check({ specimen, userEvent }) {
      const deals = specimen.getByRole('tab', { name: 'Deals' });
      const contact = specimen.getByRole('tab', { name: 'Contact' });
      deals.focus();
      await userEvent.keyboard('{ArrowRight}');
      await expect(contact).toHaveAttribute('aria-selected', 'true');
      await userEvent.keyboard('{Home}');
      await expect(deals).toHaveFocus();
      await userEvent.keyboard('{End}{ArrowLeft}');
      await expect(deals).toHaveAttribute('aria-selected', 'true');
    },
  },
  {
    keys: ['Ctrl+Z', '⌘+Z'],
    where: 'anywhere in the card but a field',
    does: 'takes the last change back, for ten seconds',
    async check({ specimen, userEvent, loaded }) {
      const orders = () =>
        backendOf(loaded)
          .control.server.subscriber(marina)
          ?.variables.find(({ key }) => key === 'wants_invoices')?.value;
      (await specimen.findByRole('switch', { name: 'Wants invoices' })).focus();
      await userEvent.keyboard(' ');
      await waitFor(() => expect(orders()).toBe(true));
      await specimen.findByRole('button', { name: 'Undo' });
      await userEvent.keyboard('{Control>}z{/Control}');
      await waitFor(() => expect(orders()).toBeNull());
    },
  },
];
