import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { en } from '../src/i18n/en.ts';
import { ContentPage } from './support/content/ContentPage.tsx';

const meta = {
  title: 'Guides/Content',
  tags: ['!autodocs'],
  parameters: { frame: 'bare', controls: { disable: true } },
  render: () => <ContentPage />,
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

/** The rules, with examples out of the card itself. */
export const HowWeWrite: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(en.messages.validation['not-a-number'] as string)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /the field of tags combobox “Add tag”/ })).toBeVisible();
    await expect(canvas.getByRole('row', { name: /^Português/ })).toHaveTextContent('R$ 1.280,00');
  },
};
