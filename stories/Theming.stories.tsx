import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { card, inCard, loadBackend, marina } from './support/inCard.tsx';
import './support/brands.css';

const meta = {
  component: SubscriberCard,
  decorators: inCard,
  loaders: loadBackend,
  args: { subscriber: marina },
} satisfies Meta<typeof SubscriberCard>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A class with a few variables: accent, background, ink, corners, letters. */
export const Linen: Story = {
  args: { className: 'brand-linen' },
  play: async ({ canvas }) => {
    await canvas.findByText('Marina Oliveira');
    const style = getComputedStyle(canvas.getByRole('complementary'));
    await expect(style.backgroundColor).toBe('rgb(251, 247, 240)');
  },
};

export const Terminal: Story = { args: { className: 'brand-terminal' }, globals: { theme: 'dark' } };

export const Candy: Story = { args: { className: 'brand-candy' } };

/** More rows on the screen, for those who know where everything is. */
export const Compact: Story = { parameters: card({ density: 'compact' }) };

export const CompactDark: Story = { parameters: card({ density: 'compact' }), globals: { theme: 'dark' } };
