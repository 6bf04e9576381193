import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { createStage, marina, type Stage } from './support/createStage.ts';
import { type CardOptions, card } from './support/inCard.tsx';
import { TwoDesks } from './support/TwoDesks.tsx';

const meta = {
  loaders: ({ parameters }) => {
    const { backend }: CardOptions = parameters.card ?? {};
    return { stage: createStage(backend) };
  },
  globals: { width: 'full' },
  render: (_, { loaded }) => <TwoDesks stage={loaded.stage} />,
  parameters: {
    docs: {
      description: {
        component:
          'Ana and Bruno have the same subscriber open, each in a browser of their own. The buttons above play a colleague, a network, a session and a server; type into the cards and see that nothing typed is lost, sent to somebody else or silently overwritten.',
      },
    },
  },
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];
type Desk = ReturnType<typeof within>;

/** What one saves appears at the other, without a reload. */
export const Live: Story = {
  play: async (context) => {
    const { ana, bruno } = await sitDown(context);
    await type(context, ana, 'Dress size', 'L / 42{Enter}');
    await expect(await bruno.findByText('L / 42')).toBeVisible();
  },
};

/** They change different variables at once: both changes stay. */
export const DifferentFields: Story = {
  play: async (context) => {
    const { ana, bruno, press, held } = await sitDown(context);
    await press('is slow');
    await type(context, bruno, 'Orders', '8{Enter}');
    await type(context, ana, 'Dress size', 'L / 42{Enter}');
    await expect(await bruno.findByText('L / 42')).toBeVisible();
    await waitFor(() => expect(held('orders')).toBe('8'));
    await expect(held('dress_size')).toBe('L / 42');
    await expect(await ana.findByText('8')).toBeVisible();
  },
};

/** Ana saves what Bruno is typing into: his text stays, hers stands under it, and he chooses. */
export const SameField: Story = {
  play: async (context) => {
    const { bruno, press, held } = await sitDown(context);
    await press('waits until Bruno types, and');
    await press('saves another dress size');
    await type(context, bruno, 'Dress size', 'M / 41');
    const conflict = await bruno.findByRole('group', { name: 'Dress size: two changes' });
    await expect(conflict).toHaveTextContent(/^Ana Souza changed this to G \/ 44, now/);
    await expect(bruno.getByRole('textbox', { name: 'Dress size' })).toHaveValue('M / 41');
    await context.userEvent.keyboard('{Enter}');
    await expect(within(conflict).getByRole('button', { name: 'Keep mine' })).toHaveFocus();
    await expect(held('dress_size')).toBe('G / 44');
  },
};

/** Bruno's save meets Ana's: hers is shown, his is kept beside it until he writes it over hers. */
export const KeepMine: Story = {
  play: async (context) => {
    const { ana, bruno, held } = await collide(context);
    const conflict = within(await bruno.findByRole('group', { name: 'Dress size: two changes' }));
    await expect(conflict.getByText(/^Yours/)).toHaveTextContent('Yours: M / 41');
    await expect(conflict.getByRole('button', { name: 'Copy mine' })).toBeVisible();
    await expect(held('dress_size')).toBe('G / 44');
    await context.userEvent.click(conflict.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(held('dress_size')).toBe('M / 41'));
    await expect(await ana.findByText('M / 41')).toBeVisible();
  },
};

/** The same, and Bruno leaves it at hers. */
export const TakeTheirs: Story = {
  play: async (context) => {
    const { bruno, held } = await collide(context);
    await context.userEvent.click(await bruno.findByRole('button', { name: 'Take theirs' }));
    await expect(bruno.queryByText(/^Yours/)).toBeNull();
    await expect(bruno.getByText('G / 44')).toBeVisible();
    await expect(held('dress_size')).toBe('G / 44');
  },
};

/** Bruno has gone on to Olena when his save for Marina is refused: the card names her and leads back. */
export const FailedElsewhere: Story = {
  play: async (context) => {
    const { bruno, press, held } = await sitDown(context);
    await press('is slow');
    await press('is refused');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await press('is with Olena');
    const notice = await bruno.findByText('Marina Oliveira', { selector: '.sbc-bar bdi' });
    await expect(notice.closest('.sbc-bar')).toHaveTextContent('Not saved for Marina Oliveira: Dress size');
    await context.userEvent.click(bruno.getByRole('button', { name: 'Open Marina Oliveira' }));
    await expect(await bruno.findByRole('textbox', { name: 'Dress size' })).toHaveValue('M / 41');
    await expect(bruno.getByText('We do not make this size.')).toBeVisible();
    await expect(bruno.queryByRole('button', { name: 'Dismiss' })).toBeNull();
    await expect(held('dress_size')).toBe('M / 40');
  },
};

/** Without a network Bruno goes on working; what he saves waits, is counted, and is sent when it is back. */
export const Offline: Story = {
  play: async (context) => {
    const { bruno, press, held, said } = await sitDown(context);
    await press('network is cut');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await type(context, bruno, 'Orders', '8{Enter}');
    await said('Offline: 2 changes wait');
    await expect(held('dress_size')).toBe('M / 40');
    await press('network is cut');
    await waitFor(() => expect([held('dress_size'), held('orders')]).toEqual(['M / 41', '8']));
    await waitFor(() => expect(bruno.queryByRole('button', { name: 'Retry' })).toBeNull());
  },
};

/** His session has ended: nothing is sent until he signs in, and then everything, in order. */
export const SignedOut: Story = {
  play: async (context) => {
    const { bruno, press, held, said } = await sitDown(context);
    await press('is signed out');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await type(context, bruno, 'Orders', '8{Enter}');
    await said('Sign in again to save 2 changes');
    await expect(bruno.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await press('is signed out');
    await waitFor(() => expect([held('dress_size'), held('orders')]).toEqual(['M / 41', '8']));
    await waitFor(() => expect(bruno.queryByRole('button', { name: 'Sign in' })).toBeNull());
  },
};

/** The server asks for a pause: the card counts it down, and goes on at once for who does not want to wait. */
export const RateLimited: Story = {
  play: async (context) => {
    const { bruno, press, held } = await sitDown(context);
    await press('is told to wait 20 s');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await bruno.findByText(/^Saving again in (19|20|21) s$/, { selector: '.sbc-bar-text' });
    await context.userEvent.click(bruno.getByRole('button', { name: 'Now' }));
    await waitFor(() => expect(held('dress_size')).toBe('M / 41'));
  },
};

/** The answer to his save is lost on the way: the card finds out that it has landed, and asks for nothing twice. */
export const AnswerLost: Story = {
  play: async (context) => {
    const { bruno, press, held, stage } = await sitDown(context);
    await press('loses its answer');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    const undo = await bruno.findByRole('button', { name: 'Undo' });
    await expect(undo.closest('.sbc-bar')).toHaveTextContent('Dress size saved');
    await expect(held('dress_size')).toBe('M / 41');
    const sent = stage.backend.control.calls.filter(({ method }) => method === 'setVariable');
    await expect(sent).toHaveLength(1);
  },
};

/** Ana deletes the deal that Bruno is editing: what he has typed can be copied, or becomes a new deal. */
export const DeletedElsewhere: Story = {
  play: async (context) => {
    const { bruno, press, stage } = await sitDown(context);
    await press('waits until Bruno types, and');
    await press('deletes the deal');
    await context.userEvent.click(
      await bruno.findByRole('button', { name: 'Edit deal Wedding guest dress' }),
    );
    const name = await bruno.findByRole('textbox', { name: 'Name' });
    await context.userEvent.click(name);
    await context.userEvent.paste(' with a train');
    await expect(await bruno.findByText('This deal was deleted elsewhere.')).toBeVisible();
    await expect(bruno.getByRole('button', { name: 'Copy my text' })).toBeVisible();
    await context.userEvent.click(bruno.getByRole('button', { name: 'Create as new' }));
    const form = within(await bruno.findByRole('form', { name: 'New deal' }));
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Wedding guest dress with a train');
    await context.userEvent.click(form.getByRole('button', { name: 'Save deal' }));
    const names = () => stage.backend.control.server.deals(marina).map((it) => it.name);
    await waitFor(() => expect(names()).toContain('Wedding guest dress with a train'));
  },
};

/** Ana deletes Marina herself while Bruno types. */
export const SubscriberDeleted: Story = {
  play: async (context) => {
    const { bruno, press } = await sitDown(context);
    await press('waits until Bruno types, and');
    await press('deletes Marina');
    await context.userEvent.click(bruno.getByRole('button', { name: 'Edit Dress size' }));
    await context.userEvent.type(await bruno.findByRole('textbox', { name: 'Dress size' }), '!');
    await expect(
      await bruno.findByRole('heading', { name: 'This subscriber no longer exists' }),
    ).toBeVisible();
    await expect(bruno.getByText('M / 40!')).toBeVisible();
    await expect(bruno.getByRole('button', { name: 'Copy my text: Dress size' })).toBeVisible();
  },
};

/** Bruno loads his page anew while one change waits and another is not finished: both are there again. */
export const RestoredAfterReload: Story = {
  play: async (context) => {
    const { bruno, press, held } = await sitDown(context);
    await press('network is cut');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await type(context, bruno, 'Orders', '8 or 9');
    await press('reloads the page');
    await press('network is cut');
    await waitFor(() => expect(held('dress_size')).toBe('M / 41'));
    await expect(
      await bruno.findByText(/^Unsaved changes from 11:2\d.AM were restored$/, seen),
    ).toBeVisible();
    await context.userEvent.click(bruno.getByRole('button', { name: 'Review' }));
    const editor = await bruno.findByRole('textbox', { name: 'Orders' });
    await waitFor(() => expect(editor).toHaveFocus());
    await expect(editor).toHaveValue('8 or 9');
    await context.userEvent.clear(editor);
    await context.userEvent.type(editor, '9{Enter}');
    await waitFor(() => expect(held('orders')).toBe('9'));
    await waitFor(() => expect(bruno.queryByRole('button', { name: 'Review' })).toBeNull());
  },
};

/** A backend without revisions cannot be asked first: Bruno is told afterwards whose change he has replaced. */
export const ReplacedWithoutRevisions: Story = {
  parameters: card({ backend: { revisions: 'none' } }),
  play: async (context) => {
    const { bruno, press, held } = await sitDown(context);
    await press('is slow');
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await press('saves another dress size');
    await waitFor(() => expect(held('dress_size')).toBe('M / 41'));
    const note = within(await bruno.findByRole('group', { name: 'Dress size' }));
    await expect(note.getByText(/^You replaced/)).toHaveTextContent(
      'You replaced Ana Souza’s change (G / 44)',
    );
    await context.userEvent.click(note.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(held('dress_size')).toBe('G / 44'));
  },
};

/** What was saved can be taken back for ten seconds, by the button or by Ctrl or ⌘ with Z. */
export const Undo: Story = {
  play: async (context) => {
    const { ana, bruno, held } = await sitDown(context);
    await type(context, bruno, 'Dress size', 'M / 41{Enter}');
    await expect(await ana.findByText('M / 41')).toBeVisible();
    await context.userEvent.click(await bruno.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(held('dress_size')).toBe('M / 40'));
    await expect(await ana.findByText('M / 40')).toBeVisible();
  },
};

const seen = { selector: '.sbc-bar *' };

/** Both desks, when both cards are there. */
async function sitDown({ canvas, loaded, userEvent }: Context) {
  const stage: Stage = loaded.stage;
  const ana = within(await canvas.findByRole('region', { name: 'Ana Souza' }));
  const bruno = within(await canvas.findByRole('region', { name: 'Bruno Lima' }));
  for (const desk of [ana, bruno]) {
    await desk.findByText('M / 40');
    await desk.findByRole('article', { name: 'Wedding guest dress' });
  }
  return {
    stage,
    ana,
    bruno,
    /** A button above the desks. */
    press: (name: string) => userEvent.click(canvas.getByRole('button', { name })),
    /** What the server holds of Marina. */
    held: (key: string) =>
      stage.backend.control.server.subscriber(marina)?.variables.find((it) => it.key === key)?.value,
    /** What Bruno's card says at its end. */
    said: async (text: string) => expect(await bruno.findByText(text, seen)).toBeVisible(),
  };
}

/** Bruno's save is on its way when Ana's arrives. */
async function collide(context: Context) {
  const desks = await sitDown(context);
  await desks.press('is slow');
  await type(context, desks.bruno, 'Dress size', 'M / 41{Enter}');
  await desks.press('saves another dress size');
  return desks;
}

async function type({ userEvent }: Context, desk: Desk, label: string, text: string): Promise<void> {
  await userEvent.click(desk.getByRole('button', { name: `Edit ${label}` }));
  const editor = await desk.findByRole('textbox', { name: label });
  await userEvent.clear(editor);
  await userEvent.type(editor, text);
}
