import { screen } from '@testing-library/react';
import { userEvent } from 'vitest/browser';
import {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryAdapterOptions,
} from '../../src/adapters/createMemoryAdapter.ts';
import type { Variable, VariableValue } from '../../src/model/variable.ts';
import { aSubscriber } from './fixtures.ts';
import { marina } from './renderPart.tsx';

/** A backend that knows Marina with these variables, and Bea with the same ones, not set. */
export function adapterWith(
  variables: readonly Variable[],
  options: MemoryAdapterOptions = {},
): MemoryAdapter {
  const unset = variables.map((variable) => ({ ...variable, value: null }));
  return createMemoryAdapter({
    subscribers: [aSubscriber({ variables }), aSubscriber({ id: 'bea', name: 'Bea', variables: unset })],
    ...options,
  });
}

export const findPencil = (label: string) => screen.findByRole('button', { name: `Edit ${label}` });
export const getPencil = (label: string) => screen.getByRole('button', { name: `Edit ${label}` });
export const getField = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

/** The frame of a variable. */
export function getRow(label: string): HTMLElement {
  const row = screen.getByText(label, { selector: 'dt *' }).closest<HTMLElement>('.sbc-row');
  if (!row) throw new Error(`There is no row ${label}.`);
  return row;
}

/** Opens the editor and replaces what is in it. */
export async function typeInto(label: string, text: string): Promise<void> {
  await userEvent.click(await findPencil(label));
  await userEvent.fill(getField(label), text);
}

/** What the server holds. */
export function storedValue(adapter: MemoryAdapter, key: string, id = marina.id): VariableValue | undefined {
  return adapter.control.server.subscriber({ id })?.variables.find((variable) => variable.key === key)?.value;
}

/** The values that were sent, in order. */
export function sentValues(adapter: MemoryAdapter): unknown[] {
  return adapter.control.calls.filter(({ method }) => method === 'setVariable').map(({ args }) => args[2]);
}
