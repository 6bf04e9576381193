import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { aBackend, ann, button, outside, renderCard } from '../catalogue/renderCard.tsx';
import { aContact, aTag } from '../support/fixtures.ts';
import { createManualClock } from '../support/manualClock.ts';
import { findPencil, getField, storedValue, typeInto } from '../support/variableRows.tsx';

function open() {
  const backend = aBackend({
    contacts: { ann: aContact() },
    tags: [aTag(), aTag({ id: 'cart', name: 'Cart' })],
  });
  backend.control.actAs('Maria').addTag(ann, 'cart');
  renderCard(backend);
  return backend;
}

type Backend = ReturnType<typeof open>;

const dealOf = ({ control }: Backend) => control.server.deals(ann).find(({ id }) => id === 'deal-1');
const tagsOf = ({ control }: Backend) => control.server.subscriber(ann)?.tagging.tags.map(({ name }) => name);

async function editDeal(change: () => Promise<void>) {
  await userEvent.click(await button('Edit deal Wedding guest dress'));
  await screen.findByRole('textbox', { name: 'Name' });
  await change();
  await userEvent.click(getField('Name'));
  await userEvent.keyboard('{Enter}');
}

interface Case {
  readonly does: (backend: Backend) => Promise<void>;
  readonly holds: (backend: Backend) => unknown;
  readonly before: unknown;
  readonly after: unknown;
}

const cases: Record<string, Case> = {
  'a variable': {
    async does() {
      await typeInto('Plan', 'pro');
      await userEvent.keyboard('{Enter}');
    },
    holds: (backend) => storedValue(backend, 'plan', 'ann'),
    before: 'free',
    after: 'pro',
  },
  'a cleared variable': {
    async does() {
      await userEvent.click(await findPencil('City'));
      await userEvent.click(await button('Clear City'));
    },
    holds: (backend) => storedValue(backend, 'city', 'ann'),
    before: 'Recife',
    after: null,
  },
  'an added tag': {
    async does() {
      await userEvent.fill(await screen.findByRole('combobox', { name: 'Add tag' }), 'VIP');
      await userEvent.click(await screen.findByRole('option', { name: 'VIP' }));
    },
    holds: tagsOf,
    before: ['Cart'],
    after: ['Cart', 'VIP'],
  },
  'a removed tag': {
    async does() {
      await userEvent.click(await button('Remove tag Cart'));
    },
    holds: tagsOf,
    before: ['Cart'],
    after: [],
  },
  'a created tag': {
    async does() {
      await userEvent.fill(await screen.findByRole('combobox', { name: 'Add tag' }), 'Linen');
      await userEvent.click(await screen.findByRole('option', { name: /Linen/ }));
    },
    holds: tagsOf,
    before: ['Cart'],
    after: ['Cart', 'Linen'],
  },
  'a new deal': {
    async does() {
      await userEvent.click(await button('Add deal'));
      await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'Hats');
      await userEvent.click(await button('Save deal'));
    },
    holds: ({ control }) => control.server.deals(ann).length,
    before: 1,
    after: 2,
  },
  'the name of a deal': {
    does: () => editDeal(() => userEvent.fill(getField('Name'), 'Shoes')),
    holds: (backend) => dealOf(backend)?.name,
    before: 'Wedding guest dress',
    after: 'Shoes',
  },
  'the value of a deal': {
    does: () => editDeal(() => userEvent.fill(getField('Value'), '99')),
    holds: (backend) => dealOf(backend)?.value,
    before: { amount: '1280', currency: 'BRL' },
    after: { amount: '99', currency: 'BRL' },
  },
  'the step of a deal': {
    does: () =>
      editDeal(async () => {
        await userEvent.click(await screen.findByRole('combobox', { name: 'Step' }));
        await userEvent.click(await screen.findByRole('option', { name: 'Quote sent' }));
      }),
    holds: (backend) => dealOf(backend)?.stepId,
    before: 'lead',
    after: 'quote',
  },
  'a contact': {
    async does() {
      await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
      await userEvent.fill(await screen.findByRole('textbox', { name: 'First name' }), 'Anna');
      await userEvent.keyboard('{Enter}');
    },
    holds: ({ control }) => control.server.contact(ann)?.firstName,
    before: aContact().firstName,
    after: 'Anna',
  },
};

describe.each(Object.entries(cases))('%s', (_, { does, holds, before, after }) => {
  async function change() {
    const backend = open();
    await findPencil('Plan');
    expect(holds(backend)).toEqual(before);
    await does(backend);
    await waitFor(() => expect(holds(backend)).toEqual(after));
    return { backend, undo: await button('Undo') };
  }

  test('is taken back by the button', async () => {
    const { backend, undo } = await change();
    await userEvent.click(undo);
    await waitFor(() => expect(holds(backend)).toEqual(before));
  });

  test('is taken back by Ctrl+Z', async () => {
    const { backend } = await change();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Variables' }), { key: 'z', ctrlKey: true });
    await waitFor(() => expect(holds(backend)).toEqual(before));
  });
});

// K16: nothing is taken from under the hands of the operator.
test.each([
  ['the pointer', (undo: HTMLElement) => userEvent.hover(undo), () => userEvent.hover(outside())],
  [
    'the focus',
    async (undo: HTMLElement) => act(() => undo.focus()),
    async () => act(() => outside().focus()),
  ],
])('stays for ten seconds, and while %s is at it', async (_, come, go) => {
  const clock = createManualClock();
  const backend = aBackend();
  renderCard(backend, { client: createCardClient({ adapter: backend, clock }) });
  await typeInto('Plan', 'pro');
  await userEvent.keyboard('{Enter}');
  const undo = await button('Undo');
  act(() => clock.advance(9_900));
  await come(undo);
  act(() => clock.advance(60_000));
  expect(undo).toBeVisible();
  await go();
  act(() => clock.advance(9_900));
  expect(undo).toBeVisible();
  act(() => clock.advance(200));
  expect(undo).not.toBeInTheDocument();
});

test('offers nothing for what the adapter cannot take back', async () => {
  const { deleteDeal: _, ...backend } = aBackend();
  renderCard(backend);
  await userEvent.click(await button('Add deal'));
  await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), 'Hats');
  await userEvent.click(await button('Save deal'));
  await waitFor(() => expect(backend.control.server.deals(ann)).toHaveLength(2));
  await screen.findByRole('article', { name: 'Hats' });
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('says where a flow may have started', async () => {
  open();
  await findPencil('Plan');
  await cases['the name of a deal']?.does(aBackend());
  const bar = (await button('Undo')).closest<HTMLElement>('.sbc-bar');
  expect(within(bar ?? document.body).getByText(/automated flow may have started/)).toBeVisible();
});

test.each([
  ['a variable', 'a variable', 'Edit Plan'],
  ['a deal', 'a deal', 'Edit deal Wedding guest dress'],
])('after Undo the focus is on what was taken back: %s', async (_, name, control) => {
  const backend = open();
  await (cases[name] ?? dealCase).does(backend);
  await userEvent.click(await button('Undo'));
  await waitFor(async () => expect(await button(control)).toHaveFocus());
});

const dealCase = {
  does: () =>
    editDeal(async () => {
      await userEvent.fill(screen.getByRole('textbox', { name: 'Value' }), '99');
    }),
};
