import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { useSubscriber, useTags, useVariable, useVariables, type Variable } from '../src/headless.ts';
import { backendOf, inCard, loadBackend, marina } from './support/inCard.tsx';

/** A card of the host's own, made of hooks only: every promise about editing is kept, and nothing is drawn for you. */
function TinyCard() {
  const { subscriber, status } = useSubscriber();
  const { variables } = useVariables();
  const { tags } = useTags();
  if (status === 'loading') return <p>Loading…</p>;
  if (!subscriber) return null;
  return (
    <article className="tiny-card">
      <strong>{subscriber.name}</strong>
      <p>{tags.map(({ tag }) => tag.name).join(', ')}</p>
      {variables
        .filter(({ type }) => type === 'string' || type === 'email' || type === 'number')
        .map((variable) => (
          <TinyRow key={variable.key} variable={variable} />
        ))}
    </article>
  );
}

function TinyRow({ variable }: { readonly variable: Variable }) {
  const { value, input, isEditing, isPending, problem, canEdit, edit, change, submit, cancel } =
    useVariable(variable);
  if (!isEditing) {
    return (
      <p>
        {variable.label}: {String(value ?? '–')} {isPending && '(saving)'}{' '}
        {canEdit && (
          <button type="button" onClick={edit}>
            Change {variable.label}
          </button>
        )}
      </p>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label>
        {variable.label}
        <input value={String(input)} onChange={(event) => change(event.target.value)} />
      </label>
      <button type="submit">Save</button>
      <button type="button" onClick={cancel}>
        Leave
      </button>
      {problem && <span role="alert">Please look at this again.</span>}
    </form>
  );
}

const meta = {
  component: TinyCard,
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta<typeof TinyCard>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Change Orders' }));
    const editor = await canvas.findByRole('textbox', { name: 'Orders' });
    await userEvent.clear(editor);
    await userEvent.type(editor, 'many{Enter}');
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await userEvent.clear(editor);
    await userEvent.type(editor, '12{Enter}');
    await expect(await canvas.findByText(/Orders: 12/)).toBeVisible();
    await waitFor(() =>
      expect(backendOf(loaded).control.server.subscriber(marina)?.variables).toContainEqual(
        expect.objectContaining({ key: 'orders', value: '12' }),
      ),
    );
  },
};
