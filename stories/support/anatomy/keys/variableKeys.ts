import { expect, waitFor } from 'storybook/test';
import { backendOf, marina } from '../../inCard.tsx';
import type { KeyContext, KeyRow } from './KeyRow.ts';

export const variableKeys: readonly KeyRow[] = [
  {
    keys: ['Enter', 'Space', 'F2'],
    where: 'the pencil of a row; F2 on any of its buttons',
    does: 'opens the editor, with the focus in it',
    async check(context) {
      const editor = await open(context, 'Dress size');
      await expect(editor).toHaveFocus();
    },
  },
  {
    keys: ['Escape'],
    where: 'an editor',
    does: 'goes back to the value before this edit, and to the pencil',
    async check({ specimen, userEvent, loaded }) {
      await userEvent.keyboard('XXL{Escape}');
      await expect(specimen.getByRole('button', { name: 'Edit Dress size' })).toHaveFocus();
      await expect(held(loaded, 'dress_size')).toBe('M / 40');
    },
  },
  {
    keys: ['Enter'],
    where: 'an editor of one line',
    does: 'saves what is valid, and goes back to the pencil; what is not stays open, with the reason',
    async check(context) {
      const { specimen, userEvent, loaded } = context;
      await userEvent.clear(await open(context, 'Dress size'));
      await userEvent.keyboard('L / 42{Enter}');
      await expect(specimen.getByRole('button', { name: 'Edit Dress size' })).toHaveFocus();
      await waitFor(() => expect(held(loaded, 'dress_size')).toBe('L / 42'));
    },
  },
  {
    keys: ['Tab', 'Shift+Tab'],
    where: 'an editor',
    does: 'saves what is valid, and goes on to the next or the one before',
    async check(context) {
      const { userEvent, loaded } = context;
      await userEvent.clear(await open(context, 'Orders'));
      await userEvent.keyboard('8');
      await userEvent.tab();
      await waitFor(() => expect(held(loaded, 'orders')).toBe('8'));
    },
  },
  {
    keys: ['Ctrl+Enter', '⌘+Enter'],
    where: 'an editor of many lines, where Enter is a new line',
    does: 'saves, and goes back to the pencil',
    async check(context) {
      const { userEvent, loaded } = context;
      await userEvent.clear(await open(context, 'Notes'));
      await userEvent.keyboard('One{Enter}two{Control>}{Enter}{/Control}');
      await waitFor(() => expect(held(loaded, 'notes')).toBe('One\ntwo'));
    },
  },
  {
    keys: ['↑', '↓', 'Enter'],
    where: 'the list of a choice',
    does: 'move among the options; choose one and save it',
    async check({ specimen, userEvent, loaded }) {
      (await specimen.findByRole('button', { name: 'Edit Loyalty tier' })).focus();
      await userEvent.keyboard('{Enter}');
      await specimen.findByRole('option', { name: 'Silver' });
      await userEvent.keyboard('{ArrowUp}{Enter}');
      await waitFor(() => expect(held(loaded, 'tier')).not.toBe('gold'));
    },
  },
  {
    keys: ['Space', 'Enter'],
    where: 'a switch',
    does: 'says yes or no, and saves it',
    async check({ specimen, userEvent, loaded }) {
      (await specimen.findByRole('switch', { name: 'Wants invoices' })).focus();
      await userEvent.keyboard(' ');
      await waitFor(() => expect(held(loaded, 'wants_invoices')).toBe(true));
    },
  },
  {
    keys: ['Escape'],
    where: 'the search of thirteen variables or more',
    does: 'clears it; a second one ends it, and goes back to its button',
    async check({ specimen, userEvent }) {
      const search = await specimen.findByRole('button', { name: 'Find a variable' });
      search.focus();
      await userEvent.keyboard('{Enter}');
      const query = await specimen.findByRole('searchbox', { name: 'Find a variable' });
      await userEvent.type(query, 'pho{Escape}');
      await waitFor(() => expect(query).toHaveValue(''));
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(search).toHaveFocus());
    },
  },
];

async function open({ specimen, userEvent }: KeyContext, label: string): Promise<HTMLElement> {
  (await specimen.findByRole('button', { name: `Edit ${label}` })).focus();
  await userEvent.keyboard('{Enter}');
  return specimen.findByRole('textbox', { name: label });
}

function held(loaded: Record<string, unknown>, key: string) {
  const { variables = [] } = backendOf(loaded).control.server.subscriber(marina) ?? {};
  return variables.find((variable) => variable.key === key)?.value;
}
