import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor } from 'storybook/test';
import { tokenPairs } from '../src/styles/tokenPairs.ts';
import { baseColors } from '../src/styles/tokens.ts';
import { TokensPage } from './support/tokens/TokensPage.tsx';

const meta = {
  title: 'Guides/Tokens',
  tags: ['!autodocs'],
  parameters: { frame: 'bare', controls: { disable: true } },
  render: () => <TokensPage />,
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

/** Both themes, and every pair with the contrast that it has here; with any accent it is enough. */
export const Colours: Story = {
  play: async ({ canvas, canvasElement }) => {
    const ratios = () => [...canvasElement.querySelectorAll<HTMLElement>('[data-ratio]')];
    const tooLittle = () => ratios().filter(({ dataset }) => dataset.enough !== 'true');
    await waitFor(() => expect(ratios()).toHaveLength(2 * tokenPairs.length));
    await expect(tooLittle()).toEqual([]);
    await expect(canvas.getAllByText(baseColors.accent.light)[0]).toBeVisible();
    const input = canvas.getByLabelText('Try your accent');
    for (const accent of ['#ffd43b', '#0b7285']) {
      await fireEvent.change(input, { target: { value: accent } });
      await waitFor(() => expect(canvas.getAllByText(accent)[0]).toBeVisible());
      await expect(tooLittle()).toEqual([]);
    }
    canvas.getByRole('button', { name: 'Take ours' }).click();
  },
};
