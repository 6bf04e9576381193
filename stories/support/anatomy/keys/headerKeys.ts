import { expect, spyOn } from 'storybook/test';
import type { KeyRow } from './KeyRow.ts';

export const headerKeys: readonly KeyRow[] = [
  {
    keys: ['Tab'],
    where: 'the header',
    does: 'goes to the link of the user name, then to the buttons that copy',
    async check({ specimen, userEvent }) {
      const username = await specimen.findByRole('link', { name: /@padel_kyiv/ });
      username.focus();
      await userEvent.tab();
      await expect(specimen.getByRole('button', { name: 'Copy share link' })).toHaveFocus();
    },
  },
  {
    keys: ['Enter', 'Space'],
    where: '“Copy share link”, “Copy invite link”',
    does: 'copies; the button says “Copied” and keeps the focus',
    async check({ specimen, userEvent }) {
      const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
      await userEvent.keyboard('{Enter}');
      await expect(write).toHaveBeenLastCalledWith('https://t.me/padel_kyiv');
      await expect(await specimen.findByRole('button', { name: 'Copied' })).toHaveFocus();
    },
  },
];
