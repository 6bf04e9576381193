import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { plainText } from '../src/i18n/format.ts';
import { withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';
import { type Language, languages } from './support/languages.ts';

const meta = {
  component: SubscriberCard,
  decorators: inCard,
  loaders: loadBackend,
  args: { subscriber: marina },
} satisfies Meta<typeof SubscriberCard>;

export default meta;

type Story = StoryObj<typeof meta>;

export const English: Story = inLanguage('en', {
  date: 'since May 12, 2025',
  amount: '2318.40',
  typed: '1,234.56',
  shown: 'R$1,234.56',
  plural: '42 tags available',
});

/** Dates and amounts are written, and read, as people do there. */
export const Spanish: Story = inLanguage('es', {
  date: 'desde el 12 may 2025',
  amount: '2318,40',
  typed: '1.234,56',
  shown: '1234,56 BRL',
  plural: '42 etiquetas disponibles',
});

export const French: Story = inLanguage('fr', {
  date: 'depuis le 12 mai 2025',
  amount: '2318,40',
  typed: '1 234,56',
  shown: '1 234,56 R$',
  plural: '42 étiquettes disponibles',
});

export const BrazilianPortuguese: Story = inLanguage('pt-BR', {
  date: 'desde 12 de mai. de 2025',
  amount: '2318,40',
  typed: '1.234,56',
  shown: 'R$ 1.234,56',
  plural: '42 tags disponíveis',
});

export const Russian: Story = inLanguage('ru', {
  date: 'с 12 мая 2025 г.',
  amount: '2318,40',
  typed: '1 234,56',
  shown: '1 234,56 R$',
  plural: 'Доступно 42 тега',
});

export const Turkish: Story = inLanguage('tr', {
  date: '12 May 2025 tarihinden beri',
  amount: '2318,40',
  typed: '1.234,56',
  shown: 'R$1.234,56',
  plural: '42 etiket kullanılabilir',
});

export const Ukrainian: Story = inLanguage('uk', {
  date: 'з 12 трав. 2025 р.',
  amount: '2318,40',
  typed: '1 234,56',
  shown: '1 234,56 BRL',
  plural: 'Доступні 42 теги',
});

/** From right to left. Names, links and numbers keep their own direction; digits of both kinds are read. */
export const Arabic: Story = inLanguage('ar', {
  date: 'منذ 12 مايو 2025',
  amount: '2318.40',
  typed: '١٬٢٣٤٫٥٦',
  shown: '1,234.56 R$',
  plural: '42 وسمًا متاحًا',
});

/** Nobody’s language: what has no brackets is not translated, and what is cut has no room for longer words. */
export const Pseudo: Story = inLanguage('pseudo', {
  date: '⟦śíńćéśí May 12, 2025⟧',
  amount: '2318.40',
  typed: '1,234.56',
  shown: 'R$1,234.56',
  plural: '⟦42 ťáǵśťá áṽáíĺáƀĺéáṽáí⟧',
});

/** One moment, as the clock on the wall of an operator in Tokyo has it. */
export const TimeZone: Story = {
  parameters: card({ timeZone: 'Asia/Tokyo' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Nov 15, 2025, 2:20 AM/)).toBeVisible();
  },
};

/** New amounts start with the currency of the account. */
export const Currency: Story = {
  parameters: card({
    currency: 'JPY',
    backend: withSubscriber('marina', {
      variables: [{ key: 'deposit', label: 'Deposit', type: 'currency', value: null }],
    }),
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Deposit' }));
    await expect(await canvas.findByRole('combobox', { name: 'Deposit: currency' })).toHaveValue('JPY');
  },
};

/** A host may say anything otherwise; what it does not say comes from the language. */
export const OwnWords: Story = {
  parameters: card({
    messages: {
      section: { variables: 'What we know' },
      deals: { tab: 'Orders', add: 'New order' },
    },
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'What we know' })).toBeVisible();
    await expect(canvas.getByRole('tab', { name: 'Orders' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: 'New order' })).toBeVisible();
  },
};

interface Said {
  /** Since when Marina is subscribed. */
  readonly date: string;
  /** Her 2318.4 in the editor, and what is typed there instead. */
  readonly amount: string;
  readonly typed: string;
  /** How 1234.56 is read afterwards. */
  readonly shown: string;
  /** What the tag field says of the tags of the account. */
  readonly plural: string;
}

function inLanguage(language: Language, { date, amount, typed, shown, plural }: Said): Story {
  const { messages, dir } = languages[language];
  return {
    globals: { language },
    play: async ({ canvas, userEvent, loaded }) => {
      await expect(await canvas.findByText(date, plainly)).toBeVisible();

      const label = plainText('Spent so far', dir);
      await userEvent.click(await canvas.findByRole('button', { name: messages.variables.edit(label) }));
      const editor = await canvas.findByRole('textbox', { name: label });
      await expect(editor).toHaveValue(amount);
      await userEvent.clear(editor);
      await userEvent.type(editor, `${typed}{Enter}`);
      await waitFor(() =>
        expect(backendOf(loaded).control.server.subscriber(marina)?.variables).toContainEqual(
          expect.objectContaining({ key: 'spent', value: { amount: '1234.56', currency: 'BRL' } }),
        ),
      );
      await expect(await canvas.findByText(shown, plainly)).toBeVisible();

      await userEvent.click(await canvas.findByRole('combobox', { name: messages.tags.add }));
      await expect(await canvas.findByText((text) => text.includes(plural))).toBeInTheDocument();
    },
  };
}

/** Languages have spaces that do not break, and invisible marks between letters and figures. */
const plainly = {
  normalizer: (text: string) =>
    text
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
};
