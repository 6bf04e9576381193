import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn } from 'storybook/test';
import { AdapterError } from '../src/adapters/AdapterError.ts';
import { ContactHeader } from '../src/components/ContactHeader.tsx';
import { en } from '../src/i18n/en.ts';
import { withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend } from './support/inCard.tsx';

const meta = {
  component: ContactHeader,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof ContactHeader>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Marina Oliveira' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: /@marina\.oliveira/ })).toHaveAttribute(
      'href',
      'https://www.instagram.com/marina.oliveira',
    );
  },
};
