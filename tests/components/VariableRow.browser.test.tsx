import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { MemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { VariableRow } from '../../src/components/VariableRow.tsx';
import { useVariables } from '../../src/hooks/useVariables.ts';
import { aVariable } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';
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

const plan = aVariable();
const size = aVariable({ key: 'size', label: 'Size', value: 'M' });
const email = aVariable({ key: 'email', label: 'Email', type: 'email', value: 'a@b.co' });

const outside = () => screen.getByRole('button', { name: 'outside' });
const bea = { id: 'bea' };

function show(adapter: MemoryAdapter = adapterWith([plan, size, email])) {
  return { adapter, ...renderPart(<VariableEditor />, adapter) };
}

/** Every text that a screen reader was given. */
function listen(): string[] {
  const said: string[] = [];
  const region = screen.getAllByRole('status').at(-1);
  if (!region) throw new Error('There is no live region.');
  new MutationObserver(() => said.push((region.textContent ?? '').trim())).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

/** Rows without their section, each of which tells when it is drawn. */
function Rows({ onDraw }: { onDraw: (key: string) => void }) {
  return (
    <dl className="sbc-root">
      {useVariables().variables.map((variable) => (
        <Profiler key={variable.key} id={variable.key} onRender={onDraw}>
          <VariableRow variable={variable} />
        </Profiler>
      ))}
    </dl>
  );
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 300)));

describe('editing in place', () => {
  test('Enter saves, and the focus returns to the pencil', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    expect(getPencil('Plan')).toHaveFocus();
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
  });

  test.each(['{Tab}', '{Shift>}{Tab}{/Shift}'])('%s saves and takes the focus on', async (keys) => {
    const { adapter } = show();
    await typeInto('Size', 'L');
    await userEvent.keyboard(keys);
    await waitFor(() => expect(storedValue(adapter, 'size')).toBe('L'));
    expect(getPencil('Size')).not.toHaveFocus();
    expect(document.body).not.toHaveFocus();
  });

  test('a click outside saves, and the focus goes where the click went', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    await userEvent.click(outside());
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(outside()).toHaveFocus();
  });

  test('a click that switches conversation saves to the subscriber it was typed for', async () => {
    const { adapter, show: switchTo } = show();
    await typeInto('Plan', 'pro');
    outside().addEventListener('pointerdown', () => switchTo(bea));
    await userEvent.click(outside());
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(storedValue(adapter, 'plan', 'bea')).toBeNull();
  });

  test('Escape returns to the value before, and the focus to the pencil', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Escape}');
    expect(getPencil('Plan')).toHaveFocus();
    expect(within(getRow('Plan')).getByText('free')).toBeVisible();
    await userEvent.click(outside());
    expect(sentValues(adapter)).toEqual([]);
  });

  test('what is typed and typed back is not sent', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    await userEvent.fill(getField('Plan'), 'free');
    await userEvent.keyboard('{Enter}');
    expect(getPencil('Plan')).toHaveFocus();
    await settle();
    expect(sentValues(adapter)).toEqual([]);
  });

  test('the Enter that ends a composition does not save', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'プロ');
    fireEvent.keyDown(getField('Plan'), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(getField('Plan'), { key: 'Enter', keyCode: 229 });
    expect(getField('Plan')).toHaveFocus();
    expect(sentValues(adapter)).toEqual([]);
  });

  test('leaving the window saves nothing', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    fireEvent.blur(getField('Plan'));
    await settle();
    expect(getField('Plan')).toHaveValue('pro');
    expect(sentValues(adapter)).toEqual([]);
  });

  test('a click after Enter does not save a second time', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(outside());
    await settle();
    expect(sentValues(adapter)).toEqual(['pro']);
  });

  test.each(['{Enter}', '{Tab}'])('an invalid text stays open after %s, with its message', async (key) => {
    const { adapter } = show();
    await typeInto('Email', 'nobody');
    await userEvent.keyboard(key);
    expect(getField('Email')).toHaveValue('nobody');
    expect(getField('Email')).toHaveAttribute('aria-invalid', 'true');
    expect(getField('Email')).toHaveAccessibleDescription(/Enter an email address/);
    await userEvent.fill(getField('Email'), 'c@d.co');
    expect(getField('Email')).not.toHaveAttribute('aria-invalid');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'email')).toBe('c@d.co'));
    expect(sentValues(adapter)).toEqual(['c@d.co']);
  });

  test('what was not taken is found open again after switching, without the focus', async () => {
    const { adapter, show: switchTo } = show();
    await typeInto('Email', 'nobody');
    await userEvent.keyboard('{Enter}');
    switchTo(bea);
    await waitFor(() => expect(screen.queryByDisplayValue('nobody')).toBeNull());
    switchTo(marina);
    expect(await screen.findByDisplayValue('nobody')).not.toHaveFocus();
    expect(getField('Email')).toHaveAccessibleDescription(/Enter an email address/);
    expect(sentValues(adapter)).toEqual([]);
  });

  test('the new value is shown at once and marked until the server has it', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    adapter.control.setDelay(150);
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    expect(within(getRow('Plan')).getByText('pro')).toBeVisible();
    expect(getRow('Plan')).toHaveAttribute('data-pending');
    expect(storedValue(adapter, 'plan')).toBe('free');
    expect(getRow('Plan')).not.toHaveAttribute('data-saved');
    await waitFor(() => expect(getRow('Plan')).not.toHaveAttribute('data-pending'));
    expect(storedValue(adapter, 'plan')).toBe('pro');
    // Said quietly, and for a moment.
    expect(getRow('Plan')).toHaveAttribute('data-saved');
    await waitFor(() => expect(getRow('Plan')).not.toHaveAttribute('data-saved'), { timeout: 4_000 });
  });
});

describe('somebody else', () => {
  test('keeps the text and the caret when another operator changes the value', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'premium');
    getField('Plan').setSelectionRange(3, 3);
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'plan', 'team'));
    expect(await screen.findByRole('group', { name: 'Plan: two changes' })).toHaveTextContent(
      'Ana changed this to team, now',
    );
    expect(getRow('Plan')).toHaveAttribute('data-conflict');
    expect(getField('Plan')).toHaveValue('premium');
    expect(getField('Plan').selectionStart).toBe(3);
    await userEvent.keyboard('!');
    expect(getField('Plan')).toHaveValue('pre!mium');
  });

  async function collide() {
    const shown = show();
    await typeInto('Plan', 'pro');
    act(() => void shown.adapter.control.actAs('Ana').setVariable(marina, 'plan', 'team'));
    await screen.findByText(/Ana/);
    return shown;
  }

  test('Enter with an open conflict sends nothing and goes to "Keep mine", which sends', async () => {
    const { adapter } = await collide();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Keep mine' })).toHaveFocus();
    expect(sentValues(adapter)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(getPencil('Plan')).toHaveFocus();
    expect(getRow('Plan')).not.toHaveAttribute('data-conflict');
  });

  test('"Take theirs" drops the text', async () => {
    const { adapter } = await collide();
    await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(within(getRow('Plan')).getByText('team')).toBeVisible();
    expect(getPencil('Plan')).toHaveFocus();
    await settle();
    expect(sentValues(adapter)).toEqual([]);
  });

  test('leaving an open conflict keeps the text', async () => {
    const { adapter } = await collide();
    await userEvent.click(outside());
    await settle();
    expect(getField('Plan')).toHaveValue('pro');
    expect(sentValues(adapter)).toEqual([]);
  });

  test('tells when a value was cleared, and nothing of a masked one', async () => {
    const tax = aVariable({ key: 'tax', label: 'Tax number', value: '123', masked: true });
    const { adapter } = show(adapterWith([plan, tax]));
    await typeInto('Plan', 'pro');
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'plan', null));
    expect(await screen.findByText(/cleared this/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await typeInto('Tax number', '456');
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'tax', '789'));
    expect(await screen.findByRole('group', { name: /Tax number/ })).toHaveTextContent(
      'Ana changed this to Hidden',
    );
  });

  async function refuse() {
    const shown = show();
    await findPencil('Plan');
    shown.adapter.control.disconnect();
    act(() => void shown.adapter.control.actAs('Ana').setVariable(marina, 'plan', 'team'));
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/Ana/);
    return shown;
  }

  test('a save that came too late shows theirs, with mine beside it to keep or to copy', async () => {
    const { adapter } = await refuse();
    const row = within(getRow('Plan'));
    expect(row.getAllByText('team')[0]).toBeVisible();
    expect(row.getByText(/Yours/)).toHaveTextContent('Yours: pro');
    expect(row.getByRole('button', { name: 'Copy mine' })).toBeVisible();
    expect(storedValue(adapter, 'plan')).toBe('team');
    await userEvent.click(row.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(getPencil('Plan')).toHaveFocus();
  });

  test('a save that came too late can be given up', async () => {
    const { adapter } = await refuse();
    await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(screen.queryByText(/Ana/)).toBeNull();
    expect(getPencil('Plan')).toHaveFocus();
    expect(storedValue(adapter, 'plan')).toBe('team');
  });

  test('two operators on different variables both keep their change', async () => {
    const { adapter } = show();
    await typeInto('Plan', 'pro');
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'size', 'XL'));
    expect(await within(getRow('Size')).findByText('XL')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(storedValue(adapter, 'size')).toBe('XL');
  });

  test("what somebody else has changed is marked until the reader comes near, and what is one's own is not", async () => {
    const { adapter } = show();
    await typeInto('Size', 'L');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'size')).toBe('L'));
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'plan', 'team'));
    await waitFor(() => expect(getRow('Plan')).toHaveAttribute('data-changed'));
    expect(getRow('Size')).not.toHaveAttribute('data-changed');
    await userEvent.hover(getRow('Plan'));
    expect(getRow('Plan')).not.toHaveAttribute('data-changed');
  });

  test('draws only the row that has news', async () => {
    const drawn: string[] = [];
    const adapter = adapterWith([plan, size, email]);
    renderPart(<Rows onDraw={(key) => drawn.push(key)} />, adapter);
    await findPencil('Plan');
    drawn.length = 0;
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'plan', 'team'));
    expect(await within(getRow('Plan')).findByText('team')).toBeVisible();
    await typeInto('Plan', 'pro');
    expect(new Set(drawn)).toEqual(new Set(['plan']));
  });
});

describe('a save that fails', () => {
  test('keeps what was asked, says why and is tried again', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    adapter.control.failNext('setVariable', new AdapterError('unknown', 'boom'));
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    const row = within(getRow('Plan'));
    expect(await row.findByText('Not saved: Something went wrong.')).toBeVisible();
    expect(row.getByText('pro')).toBeVisible();
    expect(getRow('Plan')).toHaveAttribute('data-failed');
    await userEvent.click(row.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
    expect(getRow('Plan')).not.toHaveAttribute('data-failed');
    expect(getPencil('Plan')).toHaveFocus();
  });

  test('can be discarded', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    adapter.control.failNext('setVariable', new AdapterError('unknown', 'boom'));
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(within(getRow('Plan')).getByText('free')).toBeVisible();
    expect(storedValue(adapter, 'plan')).toBe('free');
  });

  const refusal = new AdapterError('invalid', 'no', {
    issues: [{ path: 'value', message: 'This plan is not for sale.' }],
  });

  test('gives the text back with the sentence of the server, and the focus where it still is', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    adapter.control.failNext('setVariable', refusal);
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByDisplayValue('pro')).toHaveFocus();
    expect(getField('Plan')).toHaveAccessibleDescription('This plan is not for sale.');
    expect(getField('Plan')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(outside());
    await settle();
    expect(getField('Plan')).toHaveValue('pro');
    expect(sentValues(adapter)).toEqual(['pro']);
  });

  test('does not take the focus from where the operator went meanwhile', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    adapter.control.setDelay(100);
    adapter.control.failNext('setVariable', refusal);
    await typeInto('Plan', 'pro');
    await userEvent.click(outside());
    expect(await screen.findByText('This plan is not for sale.')).toBeVisible();
    expect(getField('Plan')).toHaveValue('pro');
    expect(outside()).toHaveFocus();
  });

  test('locks what may not be changed, and keeps the text to be copied', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    adapter.control.failNext(
      'setVariable',
      new AdapterError('forbidden', 'no', { reason: 'Only managers set the plan.' }),
    );
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    const row = within(getRow('Plan'));
    expect(await row.findByText('Only managers set the plan.')).toBeVisible();
    expect(row.getByText(/Yours/)).toHaveTextContent('Yours: pro');
    expect(row.getByRole('button', { name: 'Copy mine' })).toBeVisible();
    expect(row.queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    expect(getRow('Plan')).toHaveAttribute('data-readonly');
    expect(row.getByText('free')).toBeVisible();
    await userEvent.click(row.getByRole('button', { name: 'Discard' }));
    expect(row.queryByText(/Yours/)).toBeNull();
  });
});

describe('what a screen reader hears', () => {
  test('says once that it was saved, without the value', async () => {
    show();
    await findPencil('Plan');
    const said = listen();
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(said).toEqual(['Plan saved']));
    await settle();
    expect(said).toEqual(['Plan saved']);
  });

  test('says once that it was not saved, and why', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    const said = listen();
    adapter.control.failNext('setVariable', new AdapterError('unknown', 'boom'));
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(said).toEqual(['Plan not saved. Something went wrong.']));
    await settle();
    expect(said).toHaveLength(1);
  });

  test('says once that there are two changes', async () => {
    const { adapter } = show();
    await findPencil('Plan');
    const said = listen();
    await typeInto('Plan', 'pro');
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'plan', 'team'));
    await waitFor(() => expect(said).toEqual(['Plan: two changes']));
    await userEvent.keyboard('x');
    await settle();
    expect(said).toHaveLength(1);
  });
});
