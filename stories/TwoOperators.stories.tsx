import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { DataAdapter } from '../src/adapters/DataAdapter.ts';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { CardStory } from './support/CardStory.tsx';
import { backendOf, card, loadBackend, marina } from './support/inCard.tsx';

/** Two operators with one subscriber open, each in a browser of their own: the same backend, two clients. */
function TwoOperators({ adapter }: { readonly adapter: DataAdapter }) {
  return (
    <div className="story-columns">
      {['Ana Souza', 'Bruno Lima'].map((name) => (
        <section key={name} aria-label={name}>
          <CardStory adapter={adapter} subscriber={null}>
            <SubscriberCard subscriber={marina} sections={['header', 'variables', 'tags']} />
          </CardStory>
        </section>
      ))}
    </div>
  );
}

const meta = {
  loaders: loadBackend,
  globals: { width: 'full' },
  render: (_, { loaded }) => <TwoOperators adapter={backendOf(loaded)} />,
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

/** What one saves appears at the other, without a reload. */
export const Live: Story = {
  play: async (context) => {
    const { ana, bruno } = await operators(context);
    await type(context, ana, 'Dress size', 'L / 42{Enter}');
    await expect(await bruno.findByText('L / 42')).toBeVisible();
  },
};

/** They change different variables at once: both changes stay. */
export const DifferentFields: Story = {
  parameters: card({ backend: { delay: (method) => (method === 'setVariable' ? 500 : 0) } }),
  play: async (context) => {
    const { ana, bruno } = await operators(context);
    await type(context, bruno, 'Orders', '8{Enter}');
    await type(context, ana, 'Dress size', 'L / 42{Enter}');
    await expect(await bruno.findByText('L / 42')).toBeVisible();
    await expect(await ana.findByText('8')).toBeVisible();
    const variables = backendOf(context.loaded).control.server.subscriber(marina)?.variables;
    await expect(variables).toContainEqual(expect.objectContaining({ key: 'orders', value: '8' }));
    await expect(variables).toContainEqual(expect.objectContaining({ key: 'dress_size', value: 'L / 42' }));
  },
};

async function operators({ canvas }: Context) {
  const ana = within(await canvas.findByRole('region', { name: 'Ana Souza' }));
  const bruno = within(await canvas.findByRole('region', { name: 'Bruno Lima' }));
  await ana.findByText('M / 40');
  await bruno.findByText('M / 40');
  return { ana, bruno };
}

async function type(
  { userEvent }: Context,
  operator: ReturnType<typeof within>,
  label: string,
  text: string,
): Promise<void> {
  await userEvent.click(operator.getByRole('button', { name: `Edit ${label}` }));
  const editor = await operator.findByRole('textbox', { name: label });
  await userEvent.clear(editor);
  await userEvent.type(editor, text);
}
