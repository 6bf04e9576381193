import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { ContactForm } from '../../src/components/ContactForm.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import type { CustomVariableTypes, Variable, VariableDisplayProps } from '../../src/headless.ts';
import { createTestStorage } from '../support/createTestStorage.ts';
import { DurationEditor } from '../support/DurationEditor.tsx';
import { duration } from '../support/duration.ts';
import { aContact, aVariable } from '../support/fixtures.ts';
import { marina, type PartOptions, renderPart } from '../support/renderPart.tsx';
import {
  adapterWith,
  findPencil,
  getRow,
  sentValues,
  storedValue,
  typeInto,
} from '../support/variableRows.tsx';

const visit: Variable = { key: 'visit', label: 'Visit', type: 'duration', value: '90' };
const code: Variable = { key: 'code', label: 'Code', type: 'code', value: 'a' };

function Bar({ value }: VariableDisplayProps<string>) {
  return <meter aria-label="Length" value={Number(value)} max={600} />;
}

const types: CustomVariableTypes = {
  duration: { ...duration, Display: Bar, Editor: DurationEditor },
  code: {},
};

function renderVariables(variables: readonly Variable[], options: PartOptions = {}) {
  const adapter = adapterWith(variables);
  const onError = vi.fn();
  return {
    ...renderPart(<VariableEditor />, adapter, { variableTypes: types, onError, ...options }),
    adapter,
    onError,
  };
}

const hours = () => screen.getByLabelText<HTMLInputElement>('Visit: hours');
const minutes = () => screen.getByLabelText<HTMLInputElement>('Visit: minutes');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a type of the host’s own', () => {
  test('is text that can be edited where the host says nothing of it', async () => {
    const { adapter } = renderVariables([code]);
    await typeInto('Code', 'b');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'code')).toBe('b'));
    expect(await findPencil('Code')).toHaveFocus();
  });

  test('is read-only text where nobody knows it', async () => {
    renderVariables([visit], { variableTypes: undefined });
    expect(await screen.findByText('90')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit Visit' })).toBeNull();
  });

  test('is drawn by its Display, unless it is not set', async () => {
    renderVariables([visit, { ...visit, key: 'next', label: 'Next', value: null }]);
    expect(await screen.findByRole('meter')).toHaveAttribute('value', '90');
    expect(getRow('Next')).toHaveTextContent('Not set');
  });

  test('is edited in its place: the focus goes in, Enter saves, and the focus comes back', async () => {
    const { adapter } = renderVariables([visit]);
    await userEvent.click(await findPencil('Visit'));
    expect(hours()).toHaveFocus();
    expect([hours().value, minutes().value]).toEqual(['1', '30']);
    await userEvent.fill(minutes(), '45');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'visit')).toBe('105'));
    expect(await findPencil('Visit')).toHaveFocus();
  });

  test('is left without a save by Escape, and saved by leaving it', async () => {
    const { adapter } = renderVariables([visit]);
    await userEvent.click(await findPencil('Visit'));
    await userEvent.fill(minutes(), '45');
    await userEvent.keyboard('{Escape}');
    expect(sentValues(adapter)).toEqual([]);
    await userEvent.click(await findPencil('Visit'));
    expect(minutes().value).toBe('30');
    await userEvent.fill(minutes(), '15');
    await userEvent.click(hours());
    expect(sentValues(adapter)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'outside' }));
    await waitFor(() => expect(sentValues(adapter)).toEqual(['75']));
  });

  test('says in the host’s words what is wrong, and keeps what is typed', async () => {
    const { adapter } = renderVariables([visit]);
    await userEvent.click(await findPencil('Visit'));
    await userEvent.fill(minutes(), '75');
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(minutes()).toHaveAccessibleDescription('An hour has sixty minutes. Write the hours apart.'),
    );
    expect(minutes()).toBeInvalid();
    expect(minutes().value).toBe('75');
    expect(sentValues(adapter)).toEqual([]);
  });

  test('is found and copied as its format writes it', async () => {
    const many = Array.from({ length: 13 }, (_, place) =>
      aVariable({ key: `p${place}`, label: `Plan ${place}` }),
    );
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    renderVariables([visit, ...many]);
    await findPencil('Visit');
    await userEvent.click(screen.getByRole('button', { name: 'Find a variable' }));
    await userEvent.fill(screen.getByRole('searchbox'), '30 MIN');
    await waitFor(() => expect(screen.getAllByRole('term')).toHaveLength(1));
    await userEvent.click(within(getRow('Visit')).getByRole('button', { name: 'Copy Visit' }));
    await waitFor(() => expect(write).toHaveBeenCalledWith('1 h 30 min'));
  });

  test('is in conflict like any other, both values told as its format writes them', async () => {
    const { adapter } = renderVariables([visit]);
    await userEvent.click(await findPencil('Visit'));
    await userEvent.fill(hours(), '2');
    adapter.control.actAs('Bruno').setVariable(marina, 'visit', '60');
    const conflict = await screen.findByRole('group', { name: 'Visit: two changes' });
    expect(conflict).toHaveTextContent('Bruno changed this to 1 h 0 min');
    expect(hours().value).toBe('2');
    await userEvent.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(storedValue(adapter, 'visit')).toBe('150'));
  });

  test('keeps what is typed for who comes back, and over a reload', async () => {
    const { storage } = createTestStorage();
    const persist = { storage, scope: 'ana' };
    const first = renderVariables([visit], { persist });
    await userEvent.click(await findPencil('Visit'));
    await userEvent.fill(hours(), '5');
    first.show({ id: 'bea' });
    await waitFor(() => expect(screen.queryByLabelText('Visit: hours')).toBeNull());
    first.show(marina);
    await waitFor(() => expect(hours().value).toBe('5'));
    window.dispatchEvent(new Event('pagehide'));
    first.unmount();
    renderVariables([visit], { persist });
    await waitFor(() => expect(hours().value).toBe('5'));
  });

  test('shows what was typed where the server does not let it be edited any more', async () => {
    const { adapter } = renderVariables([visit]);
    await userEvent.click(await findPencil('Visit'));
    await userEvent.fill(hours(), '5');
    adapter.control.failNext('setVariable', new AdapterError('forbidden', 'Closed.'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(getRow('Visit')).toHaveTextContent('5 30'));
    expect(screen.queryByLabelText('Visit: hours')).toBeNull();
  });

  test('holds an empty editor for unset, which a required one may not be', async () => {
    const { adapter } = renderVariables([code, { ...code, key: 'must', label: 'Must', required: true }]);
    await typeInto('Code', '');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'code')).toBeNull());
    await typeInto('Must', ' ');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Must')).toBeInvalid());
    expect(storedValue(adapter, 'must')).toBe('a');
  });

  test('is edited among the other fields of a contact too', async () => {
    const adapter = adapterWith([], { contacts: { marina: aContact({ fields: [visit] }) } });
    renderPart(<ContactForm />, adapter, { variableTypes: types });
    await userEvent.click(await screen.findByRole('button', { name: 'More fields' }));
    await userEvent.click(await findPencil('Visit'));
    await userEvent.fill(hours(), '3');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(adapter.control.server.contact(marina)?.fields[0]?.value).toBe('210'));
  });
});

describe('what the host’s own functions throw', () => {
  function broken(): never {
    throw new Error('broken');
  }

  test('in its parser is told once, and what is typed stays', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { onError } = renderVariables([code], { variableTypes: { code: { parse: broken } } });
    await typeInto('Code', 'b');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Code')).toBeInvalid());
    await userEvent.keyboard('{Enter}');
    expect(screen.getByLabelText('Code')).toHaveValue('b');
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ section: 'subscriber', subscriber: marina });
    expect(log).toHaveBeenCalledTimes(1);
  });

  test('in its parser’s schema that is asynchronous is told with what to do', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const parse = {
      '~standard': { version: 1, vendor: 'host', validate: async () => ({ value: 'b' }) },
    } as const;
    const { onError } = renderVariables([code], { variableTypes: { code: { parse } } });
    await typeInto('Code', 'b');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(onError.mock.calls[0]?.[0].error.cause).toMatchObject({
      message: expect.stringContaining('let the backend check'),
    });
  });

  test('in its format leaves the value as it is', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { onError } = renderVariables([code], { variableTypes: { code: { format: broken } } });
    expect(await screen.findByText('a')).toBeVisible();
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(log).toHaveBeenCalledTimes(1);
  });

  test.each(['Display', 'Editor'] as const)('in its %s stays in its row', async (part) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { onError } = renderVariables([code, aVariable()], { variableTypes: { code: { [part]: broken } } });
    if (part === 'Editor') await userEvent.click(await findPencil('Code'));
    await waitFor(() => expect(getRow('Code')).toHaveTextContent('This part stopped working.'));
    expect(getRow('Plan')).toHaveTextContent('free');
    expect(onError).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
  });

  test('in its Display of a contact’s field is told as the contact’s, and the next value has another chance', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = vi.fn();
    const adapter = adapterWith([], { contacts: { marina: aContact({ fields: [code] }) } });
    const Display = ({ value }: VariableDisplayProps<string>) => (value === 'a' ? broken() : <i>{value}</i>);
    renderPart(<ContactForm />, adapter, { variableTypes: { code: { Display } }, onError });
    await userEvent.click(await screen.findByRole('button', { name: 'More fields' }));
    await waitFor(() => expect(getRow('Code')).toHaveTextContent('This part stopped working.'));
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ section: 'contact', subscriber: marina });
    await typeInto('Code', 'b');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('b', { selector: 'i' })).toBeVisible();
  });
});
