import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import * as v from 'valibot';
import {
  ContactHeader,
  DealItem,
  type DealItemProps,
  DealList,
  SubscriberCard,
  TagPicker,
  useTags,
  type Variable,
  VariableEditor,
} from '../src/index.ts';
import { HostDeal } from './support/adapting/HostDeal.tsx';
import { rating } from './support/adapting/rating.tsx';
import './support/adapting/adapting.css';
import { demoData, withSubscriber } from './support/createBackend.ts';
import { backendOf, card, inCard, loadBackend, marina } from './support/inCard.tsx';

/** From least to most: take the first that does what you need. */
const meta = {
  component: SubscriberCard,
  decorators: inCard,
  loaders: loadBackend,
  args: { subscriber: marina },
} satisfies Meta<typeof SubscriberCard>;

export default meta;

type Story = StoryObj<typeof meta>;

/** 1. A few variables of CSS on a class: here accent, corners and letters. Everything else follows them. */
export const Variables: Story = {
  args: { className: 'host-brand' },
  play: async ({ canvas }) => {
    await canvas.findByText('Marina Oliveira');
    const style = getComputedStyle(canvas.getByRole('complementary'));
    await expect(style.fontFamily).toMatch(/^Georgia/);
  },
};

/**
 * 2. A rule of your own for a part, by its `data-part` and what state it is in: here a won deal has a green edge, and
 * what is not set is not shown.
 */
export const Attributes: Story = {
  args: { className: 'by-attributes' },
  play: async ({ canvas }) => {
    const deals = await canvas.findAllByRole('article');
    const won = deals.find((deal) => deal.dataset.status === 'won');
    await expect(won).toHaveAttribute('data-part', 'deal-item');
    await expect(getComputedStyle(won!).borderInlineStartWidth).toBe('4px');
    const chip = canvas.getByRole('list', { name: 'Assigned tags' }).firstElementChild!;
    await expect(getComputedStyle(chip).borderStartStartRadius).toBe('3px');
  },
};

/** 3. A class of your own on a part, beside ours: for Tailwind, CSS modules, and whatever else speaks in classes. */
export const Classes: Story = {
  parameters: card({ classNames: { DealItem: 'host-panel', VariableRow: 'host-row' } }),
  play: async ({ canvas }) => {
    const [deal] = await canvas.findAllByRole('article');
    await expect(getComputedStyle(deal!).borderRadius).toBe('0px');
    await expect(canvas.getByText('Dress size').closest('.host-row')).toBeVisible();
  },
};

/** 4. A part of your own instead of ours. The list stays ours: its form, its notices, its ten thousand deals. */
export const ReplacedPart: Story = {
  parameters: card({ components: { DealItem: HostDeal } }),
  play: async ({ canvas, userEvent, loaded }) => {
    const [win] = await canvas.findAllByRole('button', { name: /^Win / });
    const name = win!.getAttribute('aria-label')!.slice(4);
    await userEvent.click(win!);
    await waitFor(() =>
      expect(
        backendOf(loaded)
          .control.server.deals(marina)
          .find((deal) => deal.name === name)?.status,
      ).toBe('won'),
    );
    await expect(canvas.queryByRole('button', { name: `Win ${name}` })).toBeNull();
  },
};

/** Made outside of what draws, so that it is the same component each time. */
function DealWithLink(props: DealItemProps) {
  return (
    <>
      <DealItem {...props} />
      <p className="host-note">Goods are reserved for three days.</p>
    </>
  );
}

/** Ours with something of yours around it: what is imported is always ours. */
export const WrappedPart: Story = {
  parameters: card({ components: { DealItem: DealWithLink } }),
  play: async ({ canvas }) => {
    const [note] = await canvas.findAllByText('Goods are reserved for three days.');
    await expect(note!.parentElement!.querySelector('article')).toBeVisible();
  },
};

/** 5. The parts in a layout of your own: each loads, fails and retries alone, and all of them are one card. */
export const ComposedParts: Story = {
  render: () => (
    <div className="host-columns">
      <ContactHeader />
      <DealList />
      <VariableEditor title="Sizes" filter={isSize} />
      <TagPicker />
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Sizes' })).toBeVisible();
    await expect(canvas.getByText('Dress size')).toBeVisible();
    await expect(canvas.queryByText('Birthday')).toBeNull();
  },
};

function isSize({ key }: Variable): boolean {
  return key.endsWith('_size');
}

/** Drawn by the host from one hook; what it changes is optimistic, is sent in order, and is undone or kept as ever. */
function HostTags() {
  const { tags, canRemove, remove } = useTags();
  return (
    <ul className="host-list" aria-label="Tags of the host">
      {tags.map(({ tag, lane }) => (
        <li key={lane} className="host-deal">
          <bdi>{tag.name}</bdi>
          {canRemove && (
            <button type="button" aria-label={`Remove ${tag.name}`} onClick={() => remove(tag)}>
              Remove
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** 6. Hooks alone: the same promises, and nothing is drawn for you. More of it under Headless. */
export const HooksOnly: Story = {
  render: () => <HostTags />,
  play: async ({ canvas, userEvent, loaded }) => {
    const [first] = await canvas.findAllByRole('button', { name: /^Remove / });
    const name = first!.getAttribute('aria-label')!.slice(7);
    await userEvent.click(first!);
    await expect(canvas.queryByText(name)).toBeNull();
    await waitFor(() =>
      expect(backendOf(loaded).control.calls.map(({ method }) => method)).toContain('removeTag'),
    );
  },
};

const known = demoData.subscribers.find(({ id }) => id === 'marina')?.variables ?? [];
const withRating = withSubscriber('marina', {
  variables: [
    { key: 'satisfaction', label: 'Satisfaction', type: 'rating', value: '4' },
    { key: 'postcode', label: 'Postcode', type: 'string', value: '01310-100' },
    ...known.slice(0, 3),
  ],
});

/**
 * A type of variable that only you have: you draw it and read it. Editing, saving, conflicts, undo, search and
 * copying are those of any variable.
 */
export const OwnVariableType: Story = {
  parameters: card({ variableTypes: { rating }, backend: withRating }),
  play: async ({ canvas, userEvent, loaded }) => {
    await expect(await canvas.findByRole('img', { name: '4 of 5 stars' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Satisfaction' }));
    const picker = within(await canvas.findByRole('group', { name: 'Satisfaction' }));
    await userEvent.click(picker.getByRole('button', { name: '5 of 5 stars' }));
    await expect(canvas.getByRole('img', { name: '5 of 5 stars' })).toBeVisible();
    await waitFor(() =>
      expect(backendOf(loaded).control.server.subscriber(marina)?.variables[0]?.value).toBe('5'),
    );
  },
};

const postcode = v.pipe(
  v.string(),
  v.regex(/^\d{5}-?\d{3}$/, 'A postcode has eight digits.'),
  v.transform((text) => text.replace(/^(\d{5})(\d{3})$/, '$1-$2')),
);

/** A validator of any library that speaks Standard Schema: Valibot, Zod, ArkType. What it says stands at the field. */
export const OwnValidator: Story = {
  parameters: card({ validators: { postcode }, backend: withRating, variableTypes: { rating } }),
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Postcode' }));
    const editor = await canvas.findByRole('textbox', { name: 'Postcode' });
    await userEvent.clear(editor);
    await userEvent.type(editor, '0131{Enter}');
    await expect(editor).toHaveAccessibleDescription('A postcode has eight digits.');
    await userEvent.clear(editor);
    await userEvent.type(editor, '01311200{Enter}');
    await expect(canvas.getByText('01311-200')).toBeVisible();
    await waitFor(() =>
      expect(backendOf(loaded).control.server.subscriber(marina)?.variables[1]?.value).toBe('01311-200'),
    );
  },
};

function Broken(): never {
  throw new Error('A part of the host is broken.');
}

/** A part of yours that breaks takes its section along and nothing else; `onError` is told. */
export const BrokenPart: Story = {
  parameters: card({ components: { TagChip: Broken } }),
  beforeEach: () => {
    const { error } = console;
    console.error = () => {};
    return () => {
      console.error = error;
    };
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This part stopped working.')).toBeVisible();
    await expect(canvas.getByText('Dress size')).toBeVisible();
  },
};
