import { expect, waitFor } from 'storybook/test';
import type { KeyRow } from './KeyRow.ts';

export const subscriptionKeys: readonly KeyRow[] = [
  {
    keys: ['Tab'],
    where: 'a relative time',
    does: 'shows the exact moment while it has the focus',
    async check({ specimen, userEvent }) {
      const time = await specimen.findByText(/active 4 minutes ago/);
      while (document.activeElement !== time) await userEvent.tab();
      // The page may have scrolled to it, which hides what was shown.
      await userEvent.tab({ shift: true });
      await userEvent.tab();
      await expect(await specimen.findByText(/November 12, 2025/)).toBeVisible();
    },
  },
  {
    keys: ['Escape'],
    where: 'a relative time',
    does: 'hides the exact moment, and the focus stays',
    async check({ specimen, userEvent }) {
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(specimen.queryByText(/November 12, 2025/)).toBeNull());
      await expect(specimen.getByText(/active 4 minutes ago/)).toHaveFocus();
    },
  },
];

export const campaignKeys: readonly KeyRow[] = [
  {
    keys: ['Tab', 'Enter'],
    where: 'the name of a campaign',
    does: 'goes to the link; opens the ad in a new tab',
    async check({ specimen, userEvent }) {
      const link = await specimen.findByRole('link', { name: /^Spring collection/ });
      while (document.activeElement !== link) await userEvent.tab();
      await expect(link).toHaveAttribute('target', '_blank');
    },
  },
];
