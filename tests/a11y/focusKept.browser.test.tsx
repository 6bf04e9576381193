import { act, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { ContactForm } from '../../src/components/ContactForm.tsx';
import { DealList } from '../../src/components/DealList.tsx';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { TagPicker } from '../../src/components/TagPicker.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { renderPart } from '../support/renderPart.tsx';
import { nameOf } from './nameOf.ts';
import { ann, createBackend } from './openChat.tsx';

// What has the focus may go at any moment. The focus is then near it, and never nowhere. Each happens in the whole card
// and in a part that stands alone.

type Backend = ReturnType<typeof createBackend>;

interface Loss {
  readonly loss: string;
  readonly part: ReactNode;
  /** Brings the focus to what will go. */
  readonly reach: (backend: Backend) => Promise<unknown>;
  readonly happen: (backend: Backend) => unknown;
  /** Is true when it has gone. */
  readonly gone: () => boolean;
}

const bruno = ({ control }: Backend) => control.actAs('Bruno');
const find = (name: string) => screen.findByRole('button', { name });
const isGone = (role: string, name: string) => () => screen.queryByRole(role, { name }) === null;

async function focusOn(name: string) {
  const button = await find(name);
  act(() => button.focus());
}

async function failToSave({ control }: Backend) {
  control.failNext('setVariable', new AdapterError('unknown', 'Refused by the test.'));
  act(() => screen.getByRole('button', { name: 'Edit Plan' }).focus());
  await userEvent.keyboard('{Enter}team{Enter}');
  await focusOn('Retry');
}

async function inConflict(backend: Backend) {
  await focusOn('Edit Plan');
  await userEvent.keyboard('{Enter}team');
  bruno(backend).setVariable(ann, 'plan', 'pro');
  await focusOn('Keep mine');
}

async function openContact() {
  const tab = screen.queryByRole('tab', { name: 'Contact' });
  if (tab) await userEvent.click(tab);
  return screen.findByRole('textbox', { name: 'Last name' });
}

const losses: readonly Loss[] = [
  {
    loss: 'a tool of a value that a colleague clears',
    part: <VariableEditor />,
    reach: () => focusOn('Copy Plan'),
    happen: (backend) => bruno(backend).setVariable(ann, 'plan', null),
    gone: isGone('button', 'Copy Plan'),
  },
  {
    loss: 'the row of a variable that no longer exists',
    part: <VariableEditor />,
    reach: () => focusOn('Edit Plan'),
    happen: (backend) => {
      const { getSubscriber } = backend;
      backend.getSubscriber = async (...given) => {
        const subscriber = await getSubscriber(...given);
        return { ...subscriber, variables: subscriber.variables.filter(({ key }) => key !== 'plan') };
      };
      backend.control.emit(ann, { type: 'invalidated' });
    },
    gone: isGone('button', 'Edit Plan'),
  },
  {
    loss: 'an editor that is locked',
    part: <VariableEditor />,
    reach: async () => {
      await focusOn('Edit Plan');
      await userEvent.keyboard('{Enter}');
      await screen.findByRole('textbox', { name: 'Plan' });
    },
    happen: (backend) => bruno(backend).changeSubscriber(ann, { readOnly: 'Closed.' }),
    gone: isGone('textbox', 'Plan'),
  },
  {
    loss: 'the button Retry, when it is pressed',
    part: <VariableEditor />,
    reach: failToSave,
    happen: () => userEvent.keyboard('{Enter}'),
    gone: isGone('button', 'Retry'),
  },
  {
    loss: 'the button Discard, when it is pressed',
    part: <VariableEditor />,
    reach: async (backend) => {
      await failToSave(backend);
      await focusOn('Discard');
    },
    happen: () => userEvent.keyboard('{Enter}'),
    gone: isGone('button', 'Discard'),
  },
  {
    loss: 'a conflict that a colleague has ended',
    part: <VariableEditor />,
    reach: inConflict,
    happen: (backend) => bruno(backend).setVariable(ann, 'plan', 'free'),
    gone: isGone('button', 'Keep mine'),
  },
  {
    loss: 'the last tag, which a colleague removes',
    part: <TagPicker />,
    reach: () => focusOn('Remove tag VIP'),
    happen: (backend) => {
      bruno(backend).removeTag(ann, 'retail');
      bruno(backend).removeTag(ann, 'vip');
    },
    gone: isGone('button', 'Remove tag VIP'),
  },
  {
    loss: 'the field of the tags, which are locked',
    part: <TagPicker />,
    reach: async () => {
      const field = await screen.findByRole('combobox', { name: 'Add tag' });
      act(() => field.focus());
    },
    happen: (backend) => bruno(backend).changeSubscriber(ann, { readOnly: 'Closed.' }),
    gone: isGone('combobox', 'Add tag'),
  },
  {
    loss: 'the pencil of a deal that a colleague deletes',
    part: <DealList />,
    reach: () => focusOn('Edit deal Wedding guest dress'),
    happen: (backend) => bruno(backend).deleteDeal(ann, 'deal-1'),
    gone: isGone('article', 'Wedding guest dress'),
  },
  {
    loss: 'the editor of a deal that a colleague deletes',
    part: <DealList />,
    reach: async () => {
      await focusOn('Edit deal Wedding guest dress');
      await userEvent.keyboard('{Enter}');
      await screen.findByRole('combobox', { name: 'Step' });
    },
    happen: (backend) => bruno(backend).deleteDeal(ann, 'deal-1'),
    gone: isGone('article', 'Wedding guest dress'),
  },
  {
    loss: 'the form of a new deal, when it is dropped',
    part: <DealList />,
    reach: async () => {
      await focusOn('Add deal');
      await userEvent.keyboard('{Enter}');
      const name = await screen.findByRole('textbox', { name: 'Name' });
      act(() => name.focus());
      await userEvent.keyboard('Hat{Escape}');
      await focusOn('Discard');
    },
    happen: () => userEvent.keyboard('{Enter}'),
    gone: isGone('form', 'New deal'),
  },
  {
    loss: 'the text of a contact, when it is dropped',
    part: <ContactForm />,
    reach: async () => {
      const field = await openContact();
      act(() => field.focus());
      await userEvent.keyboard('x{Escape}');
      await focusOn('Discard');
    },
    happen: () => userEvent.keyboard('{Enter}'),
    gone: isGone('alertdialog', 'Discard what you typed?'),
  },
  {
    loss: 'the form of a contact that is unlinked elsewhere',
    part: <ContactForm />,
    reach: async () => {
      const field = await openContact();
      act(() => field.focus());
    },
    happen: (backend) => bruno(backend).unlinkContact(ann),
    gone: isGone('form', 'Contact'),
  },
  {
    loss: 'a field of a phone, when it is removed',
    part: <ContactForm />,
    reach: async () => {
      await openContact();
      await userEvent.click(screen.getByRole('button', { name: 'Add phone' }));
      await userEvent.keyboard('1');
      await focusOn('Remove phone 2');
    },
    happen: () => userEvent.keyboard('{Enter}'),
    gone: isGone('textbox', 'Phone 2'),
  },
];

const places = {
  'in the whole card': () => <SubscriberCard subscriber={ann} />,
  'in a part alone': (part: ReactNode) => part,
};

describe.each(Object.entries(places))('%s', (_place, toShown) => {
  test.each(losses)('the focus stays near $loss', async ({ part, reach, happen, gone }) => {
    const backend = createBackend();
    renderPart(toShown(part), backend, { subscriber: ann });
    await waitFor(() => expect(document.querySelector('[aria-busy]')).toBeNull());
    await reach(backend);
    const before = document.activeElement;
    expect(before?.closest('.sbc-root')).not.toBeNull();
    await happen(backend);
    await waitFor(() => expect(gone()).toBe(true));
    await waitFor(() => expect(placeOfFocus()).toBe('in the card'));
  });

  test('the focus stays in a section that is tried again', async () => {
    const backend = createBackend();
    backend.control.setFail((method) =>
      method === 'listDeals' ? new AdapterError('unknown', 'Refused by the test.') : undefined,
    );
    renderPart(toShown(<DealList />), backend, { subscriber: ann });
    await focusOn('Retry');
    backend.control.setFail(undefined);
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('article', { name: 'Wedding guest dress' });
    await waitFor(() => expect(placeOfFocus()).toBe('in the card'));
  });
});

function placeOfFocus(): string {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return 'nowhere';
  return activeElement.closest('.sbc-root') ? 'in the card' : `on ${nameOf(activeElement)}`;
}
