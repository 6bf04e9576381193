import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { demoData, withSubscriber } from './support/createBackend.ts';
import { Inbox } from './support/inbox/Inbox.tsx';
import { card, inCard, loadBackend } from './support/inCard.tsx';

/** So few that tags and the first deal are seen without scrolling. */
const few = ['email', 'phone', 'dress_size', 'interests', 'next_fitting'];
const marina = demoData.subscribers.find(({ id }) => id === 'marina');
const withFewVariables = withSubscriber('marina', {
  variables: marina?.variables.filter(({ key }) => few.includes(key)) ?? [],
});

const meta = {
  title: 'Start here',
  parameters: { frame: 'bare', controls: { disable: true }, ...card({ backend: withFewVariables }) },
  tags: ['!autodocs'],
  decorators: inCard,
  loaders: loadBackend,
  render: (_, { globals }) => (
    <div className="start">
      <div className="start-intro">
        <p className="start-name">Subscriber card</p>
        <p className="start-lead" lang="en" dir="ltr">
          Who writes, where they came from, and what to do next: beside the chat.
        </p>
      </div>
      <Inbox cardWidth={toPixels(globals.width)} />
      <Notes />
    </div>
  ),
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

/** The card where it lives. Choose other people, change what is known of them, and turn the knobs of the toolbar. */
export const Welcome: Story = {};

/** A change, three other conversations and back: the card is always that of who is chosen. */
export const Tour: Story = {
  play: async ({ canvas, userEvent }) => {
    const card = within(await canvas.findByRole('complementary', { name: 'Subscriber card' }));
    const open = (name: RegExp) =>
      userEvent.click(within(canvas.getByRole('navigation')).getByRole('button', { name }));
    await card.findByRole('heading', { name: 'Marina Oliveira' });
    await expect(await canvas.findByRole('blockquote', { name: /Spring collection/ })).toBeVisible();

    await userEvent.click(card.getByRole('button', { name: 'Edit Dress size' }));
    const editor = await card.findByRole('textbox', { name: 'Dress size' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'L / 42{Enter}');
    await open(/Олена/);
    await expect(await card.findByRole('heading', { name: 'Олена Коваленко' })).toBeVisible();
    await open(/نورة/);
    await expect(await card.findByRole('heading', { name: 'نورة العتيبي' })).toBeVisible();
    await open(/James/);
    await expect(await card.findByRole('button', { name: /^Show more deals/ })).toBeVisible();
    await open(/Marina/);
    await expect(await card.findByText('L / 42')).toBeVisible();
  },
};

function Notes() {
  return (
    <div className="start-notes" lang="en" dir="ltr">
      <section>
        <h3>Try on the card</h3>
        <ul>
          <li>Click a value, type another one, press Enter. Undo takes it back for ten seconds.</li>
          <li>Type and do not press Enter; open somebody else, and come back: your text waits.</li>
          <li>Click “Add tag” and type. Backspace in the empty field removes the last tag.</li>
          <li>Add a deal, or choose “Contact” and save what you learnt in the chat.</li>
          <li>Press Tab through all of it. Every task can be done without a mouse.</li>
        </ul>
      </section>
      <section>
        <h3>Turn in the toolbar</h3>
        <dl>
          <dt>Theme, density</dt>
          <dd>Light, dark or as the system says; comfortable or compact.</dd>
          <dt>Language, direction</dt>
          <dd>Texts, plurals, dates and amounts; any language from right to left.</dd>
          <dt>Width, text size</dt>
          <dd>The column of 280 to 420 px, and letters up to twice as large.</dd>
          <dt>Host CSS</dt>
          <dd>A page with a reset of its own, or with no manners.</dd>
          <dt>Backend</dt>
          <dd>Slow, failing, offline or read only: nothing typed is ever lost.</dd>
        </dl>
      </section>
      <section>
        <h3>Read on</h3>
        <ul>
          <li>
            Each component has a page with its situations: loading, empty, failed, in conflict and more.
          </li>
          <li>“Two operators” lets two people change the same field.</li>
          <li>“Guides” has the anatomy, the keys, the tokens with their contrast, and how we write.</li>
        </ul>
      </section>
    </div>
  );
}

function toPixels(width: string): number {
  return Number.parseInt(width, 10) || 340;
}
