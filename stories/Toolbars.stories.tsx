import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { SLOW_ANSWER } from './support/adapterModes.ts';
import { backendOf, inCard, loadBackend, marina } from './support/inCard.tsx';
import { staysInColumn } from './support/staysInColumn.ts';

/** What each choice in the toolbar does to the whole card. Every other story takes them too. */
const meta = {
  title: 'Guides/Toolbars',
  component: SubscriberCard,
  decorators: inCard,
  loaders: loadBackend,
  args: { subscriber: marina },
} satisfies Meta<typeof SubscriberCard>;

export default meta;

type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async (context) => {
    await expect(getComputedStyle(await findCard(context)).colorScheme).toBe('dark');
  },
};

export const Compact: Story = {
  globals: { density: 'compact' },
  play: async (context) => {
    await expect(await findCard(context)).toHaveAttribute('data-density', 'compact');
  },
};

export const BrazilianPortuguese: Story = {
  globals: { language: 'pt-BR' },
  play: async (context) => {
    await findCard(context);
    await expect(await context.canvas.findByRole('heading', { name: 'Variáveis' })).toBeVisible();
  },
};

/** English from right to left: what is turned, and what stays as it is. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: async (context) => {
    const card = await findCard(context);
    await expect(getComputedStyle(card).direction).toBe('rtl');
    await expect(await context.canvas.findByText('+55 11 98123-4567')).toBeVisible();
  },
};

export const Width280: Story = {
  globals: { width: '280' },
  play: async (context) => {
    await expect((await findCard(context)).offsetWidth).toBe(280);
    await staysInColumn(context);
  },
};

export const Width420: Story = {
  globals: { width: '420' },
  play: async (context) => {
    await expect((await findCard(context)).offsetWidth).toBe(420);
  },
};

export const Text125: Story = {
  globals: { textSize: '125' },
  play: async (context) => {
    await expect(getComputedStyle(await findCard(context)).fontSize).toBe('17.5px');
    await staysInColumn(context);
  },
};

/** Twice the letters in the same column, and nothing is cut off. */
export const Text200: Story = {
  globals: { textSize: '200', width: '420' },
  play: async (context) => {
    const card = await findCard(context);
    await expect(getComputedStyle(card).fontSize).toBe('28px');
    await expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
  },
};

/** The page counts its `rem` by ten; the card counts from a size of its own. */
export const SmallRem: Story = {
  globals: { textSize: 'root' },
  play: async (context) => {
    const card = await findCard(context);
    await expect(getComputedStyle(document.documentElement).fontSize).toBe('10px');
    await expect(getComputedStyle(card).fontSize).toBe('14px');
  },
};

export const TailwindPreflight: Story = {
  globals: { host: 'tailwind' },
  play: keepsItsLooks,
};

export const BootstrapReset: Story = {
  globals: { host: 'bootstrap' },
  play: keepsItsLooks,
};

/** What the page says of elements, and what it hands down, ends at the card. */
export const HostileCss: Story = {
  globals: { host: 'hostile' },
  play: async (context) => {
    await findCard(context);
    await expect(getComputedStyle(document.body).textTransform).toBe('uppercase');
    await keepsItsLooks(context);
  },
};

/** Grey shapes first, then what was read. */
export const Slow: Story = {
  globals: { adapter: 'slow' },
  play: async (context) => {
    const start = performance.now();
    await expect(context.canvas.getByRole('complementary')).toHaveAttribute('data-status', 'loading');
    await findCard(context);
    await expect(performance.now() - start).toBeGreaterThan(SLOW_ANSWER / 2);
  },
};

/** What was asked for stays, with the reason and the way on. */
export const Failing: Story = {
  globals: { adapter: 'failing' },
  play: async (context) => {
    await changeDressSize(context);
    await expect(await context.canvas.findByText('Not saved: Something went wrong.')).toBeVisible();
  },
};

export const Offline: Story = {
  globals: { adapter: 'offline' },
  play: async (context) => {
    await changeDressSize(context);
    await expect(await context.canvas.findByText('Offline: 1 change waits', seen)).toBeVisible();
  },
};

/** A backend that has no way to write: nothing on the card offers to. */
export const ReadOnly: Story = {
  globals: { adapter: 'read-only' },
  play: async (context) => {
    await findCard(context);
    await context.canvas.findByRole('article', { name: 'Wedding guest dress' });
    await expect(context.canvas.queryByRole('button', { name: /^(Edit|Clear|Add|Remove)/ })).toBeNull();
    await expect(backendOf(context.loaded)).not.toHaveProperty('setVariable');
  },
};

/** Not what a screen reader is told of it. */
const seen = { ignore: '[aria-live]' };

async function findCard({ canvas }: Context): Promise<HTMLElement> {
  await canvas.findByRole('heading', { name: 'Marina Oliveira' });
  return canvas.getByRole('complementary');
}

async function changeDressSize({ canvas, userEvent }: Context) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit Dress size' }));
  const editor = await canvas.findByRole('textbox', { name: 'Dress size' });
  await userEvent.clear(editor);
  await userEvent.type(editor, 'L / 42{Enter}');
}

/** The host's sheet is in the page, and the card is drawn as it is without it. */
async function keepsItsLooks(context: Context) {
  const { canvas, userEvent } = context;
  const card = await findCard(context);
  const host = document.adoptedStyleSheets.at(-1)!;
  await userEvent.click(await canvas.findByRole('tab', { name: 'Deals' }));
  await canvas.findByRole('article', { name: 'Wedding guest dress' });
  const among = looksOf(card);
  host.disabled = true;
  const alone = looksOf(card);
  host.disabled = false;
  const changed = alone.filter((look, place) => look !== among[place]);
  await expect(among.filter((look, place) => look !== alone[place])).toEqual(changed);
}

/** Place, size and letters of all that is drawn, in words that a failure can be read by. */
function looksOf(card: HTMLElement): string[] {
  const { left, top } = card.getBoundingClientRect();
  return [...card.querySelectorAll('*')].map((element) => {
    const box = element.getBoundingClientRect();
    const { color, fontSize, fontWeight, fontStyle, textTransform, textDecorationLine } =
      getComputedStyle(element);
    const isDrawn = box.width > 0 && box.height > 0;
    const place = isDrawn ? [box.left - left, box.top - top, box.width, box.height].map(Math.round) : [];
    const letters = [color, fontSize, fontWeight, fontStyle, textTransform, textDecorationLine];
    const isInk = element.textContent !== '' || element instanceof SVGElement;
    return `${element.tagName.toLowerCase()}.${element.classList} ${place} ${isInk ? letters.join(' ') : ''}`;
  });
}
