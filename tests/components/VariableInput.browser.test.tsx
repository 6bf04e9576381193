import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import type { Variable, VariableValue } from '../../src/model/variable.ts';
import { aVariable } from '../support/fixtures.ts';
import { marina, type PartOptions, renderPart } from '../support/renderPart.tsx';
import {
  adapterWith,
  findPencil,
  getField,
  getPencil,
  getRow,
  sentValues,
  storedValue,
  typeInto,
} from '../support/variableRows.tsx';

const options = [
  { id: 'b', label: 'Bronze' },
  { id: 'g', label: 'Gold', color: '#f08c00' },
  { id: 's', label: 'Silver' },
];

function show(given: Partial<Variable>, props: PartOptions = {}) {
  const adapter = adapterWith([aVariable({ key: 'it', label: 'It', ...given })]);
  return { adapter, ...renderPart(<VariableEditor />, adapter, props) };
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 300)));

describe('what is typed reaches the adapter in its canonical form', () => {
  test.each<[string, VariableValue, string, string, string]>([
    ['string', 'free', 'free', ' pro ', ' pro '],
    ['number', '7', '7', '1,234.50', '1234.5'],
    ['date', '1991-09-23', '1991-09-23', '2024-02-29', '2024-02-29'],
    ['datetime', '2026-03-01T15:30:00Z', '2026-03-01T12:30', '2026-07-04T09:05', '2026-07-04T12:05:00Z'],
    ['phone', '+55 11 98123-4567', '+55 11 98123-4567', ' (11) 4002-8922 ', '(11) 4002-8922'],
    ['email', 'a@b.co', 'a@b.co', 'Ana+x@example.com ', 'Ana+x@example.com'],
    ['url', 'https://a.co/', 'https://a.co/', 'https://b.co/x?y=1', 'https://b.co/x?y=1'],
  ])('%s', async (type, value, opensWith, typed, stored) => {
    const { adapter } = show({ type, value }, { timeZone: 'America/Sao_Paulo' });
    await userEvent.click(await findPencil('It'));
    expect(getField('It')).toHaveFocus();
    expect(getField('It')).toHaveValue(opensWith);
    await userEvent.fill(getField('It'), typed);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(sentValues(adapter)).toEqual([stored]));
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe(stored));
    expect(getPencil('It')).toHaveFocus();
  });

  test('text, where Enter is a new line and Ctrl+Enter saves', async () => {
    const { adapter } = show({ type: 'text', value: 'one' });
    await typeInto('It', 'two');
    await userEvent.keyboard('{End}{Enter}three');
    expect(getField('It')).toHaveValue('two\nthree');
    expect(getField('It')).toHaveAccessibleDescription(/Ctrl or ⌘ with Enter/);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe('two\nthree'));
  });

  test('string, with the line breaks that somebody else put there', async () => {
    const { adapter } = show({ type: 'string', value: 'one\ntwo' });
    await userEvent.click(await findPencil('It'));
    await userEvent.keyboard('{Control>}{End}{/Control}!{Control>}{Enter}{/Control}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe('one\ntwo!'));
  });

  test('currency, an amount and a code', async () => {
    const { adapter } = show({ type: 'currency', value: { amount: '10', currency: 'BRL' } });
    await typeInto('It', '1,280.5');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'It: currency' }), 'EUR');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toEqual({ amount: '1280.5', currency: 'EUR' }));
    expect(within(getRow('It')).getByText('€1,280.50')).toBeVisible();
  });

  test('currency not set yet starts with the currency of the card', async () => {
    const { adapter } = show({ type: 'currency', value: null }, { currency: 'BRL' });
    await typeInto('It', '5');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toEqual({ amount: '5', currency: 'BRL' }));
  });

  test('boolean, by a switch that saves at once, and not set until it is switched', async () => {
    const { adapter } = show({ type: 'boolean', value: null });
    const control = await screen.findByRole('switch', { name: 'It' });
    expect(control).toHaveAttribute('aria-checked', 'false');
    expect(within(getRow('It')).getByText('Not set')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit It' })).toBeNull();
    control.focus();
    await userEvent.keyboard(' ');
    expect(control).toHaveAttribute('aria-checked', 'true');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe(true));
    await userEvent.keyboard(' ');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe(false));
    expect(within(getRow('It')).getByText('No')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Clear It' }));
    await waitFor(() => expect(storedValue(adapter, 'it')).toBeNull());
    expect(control).toHaveFocus();
  });

  test('select, from a list that opens with the pencil and saves what is picked', async () => {
    const { adapter } = show({ type: 'select', value: 'b', options });
    await userEvent.click(await findPencil('It'));
    expect(await screen.findByRole('combobox', { name: 'It' })).toHaveFocus();
    expect(await screen.findByRole('option', { name: 'Bronze' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(screen.getByRole('option', { name: 'Gold' }));
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe('g'));
    expect(within(getRow('It')).getByText('Gold')).toBeVisible();
    expect(getPencil('It')).toHaveFocus();
  });

  test('select, by keyboard alone', async () => {
    const { adapter } = show({ type: 'select', value: null, options });
    (await findPencil('It')).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('listbox');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe('g'));
    expect(getPencil('It')).toHaveFocus();
  });

  test('multiselect, several at a time, in no order', async () => {
    const { adapter } = show({ type: 'multiselect', value: ['s'], options });
    await userEvent.click(await findPencil('It'));
    await userEvent.click(await screen.findByRole('option', { name: 'Gold' }));
    await userEvent.click(screen.getByRole('option', { name: 'Bronze' }));
    await userEvent.click(screen.getByRole('option', { name: 'Silver' }));
    expect(sentValues(adapter)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'outside' }));
    await waitFor(() => expect(storedValue(adapter, 'it')).toEqual(['b', 'g']));
    expect(within(getRow('It')).getByText('Bronze and Gold')).toBeVisible();
  });

  test('an option that was retired stays where it is set', async () => {
    const { adapter } = show({ type: 'multiselect', value: ['old'], options });
    await userEvent.click(await findPencil('It'));
    await userEvent.click(await screen.findByRole('option', { name: 'Gold' }));
    expect(screen.getByRole('option', { name: 'old' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Tab}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toEqual(['g', 'old']));
  });
});

describe('in another language', () => {
  const portuguese = { locale: ptBR };

  test('numbers and amounts are typed as it writes them', async () => {
    const { adapter } = show({ type: 'number', value: '1234.5' }, portuguese);
    expect(await screen.findByText('1.234,5')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: ptBR.messages.variables.edit('It') }));
    expect(getField('It')).toHaveValue('1234,5');
    await userEvent.fill(getField('It'), '1.234,56');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe('1234.56'));
  });

  test.each(['1.2', '12abc', '1,234.56'])('%s is refused and kept', async (typed) => {
    const { adapter } = show({ type: 'number', value: '7' }, portuguese);
    await userEvent.click(await screen.findByRole('button', { name: ptBR.messages.variables.edit('It') }));
    await userEvent.fill(getField('It'), typed);
    await userEvent.keyboard('{Enter}');
    expect(getField('It')).toHaveValue(typed);
    expect(getField('It')).toHaveAccessibleDescription(ptBR.messages.validation['not-a-number']);
    expect(sentValues(adapter)).toEqual([]);
  });

  test('amounts too', async () => {
    const { adapter } = show({ type: 'currency', value: { amount: '7', currency: 'BRL' } }, portuguese);
    await userEvent.click(await screen.findByRole('button', { name: ptBR.messages.variables.edit('It') }));
    await userEvent.fill(getField('It'), 'R$ 1.234,56');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toEqual({ amount: '1234.56', currency: 'BRL' }));
  });
});

describe('a day of which only a part is typed', () => {
  test.each(['date', 'datetime'])('is refused and never clears a %s', async (type) => {
    const value = type === 'date' ? '1991-09-23' : '1991-09-23T10:00:00Z';
    const { adapter, show: switchTo } = show({ type, value });
    await userEvent.click(await findPencil('It'));
    await userEvent.keyboard('{Delete}');
    expect(getField('It').validity.badInput).toBe(true);
    await userEvent.keyboard('{Enter}');
    expect(getField('It')).toHaveAttribute('aria-invalid', 'true');
    expect(getField('It').validity.badInput).toBe(true);
    switchTo({ id: 'bea' });
    await settle();
    switchTo(marina);
    fireEvent.focus(await screen.findByLabelText('It'));
    fireEvent.keyDown(getField('It'), { key: 'Enter' });
    await settle();
    expect(getField('It')).toHaveAttribute('aria-invalid', 'true');
    expect(sentValues(adapter)).toEqual([]);
    expect(storedValue(adapter, 'it')).toBe(value);
  });

  test('is kept where nothing was set before', async () => {
    const { adapter } = show({ type: 'date', value: null });
    await userEvent.click(await findPencil('It'));
    await userEvent.keyboard('05');
    await userEvent.click(screen.getByRole('button', { name: 'outside' }));
    expect(getField('It').validity.badInput).toBe(true);
    expect(getField('It')).toHaveAccessibleDescription('Enter a date.');
    expect(sentValues(adapter)).toEqual([]);
  });

  test('and a whole day that is emptied is unset', async () => {
    const { adapter } = show({ type: 'date', value: '1991-09-23' });
    await typeInto('It', '');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBeNull());
  });
});

describe('a large value', () => {
  const large = 'x'.repeat(1_000_000);

  test('is clipped, and edited on request', async () => {
    const { adapter } = show({ type: 'text', value: large });
    expect(await screen.findByText('Large value (1.0 MB)')).toBeVisible();
    expect(getRow('It').textContent.length).toBeLessThan(1000);
    await userEvent.click(getPencil('It'));
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Edit the whole value' }));
    expect(getField('It')).toHaveFocus();
    expect(getField('It').value).toHaveLength(1_000_000);
    await userEvent.fill(getField('It'), 'short');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(storedValue(adapter, 'it')).toBe('short'));
  });
});
