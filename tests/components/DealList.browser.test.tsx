import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { DealList } from '../../src/components/DealList.tsx';
import type { Deal } from '../../src/model/deal.ts';
import { aDeal, aMember, aPipeline, aSubscriber } from '../support/fixtures.ts';
import { marina, type PartOptions, renderPart } from '../support/renderPart.tsx';

const sales = aPipeline();
const wholesale = aPipeline({
  id: 'wholesale',
  name: 'Wholesale',
  currency: 'EUR',
  steps: [
    { id: 'samples', name: 'Samples sent' },
    { id: 'negotiation', name: 'Negotiation' },
  ],
});
const ana = aMember({ id: 'ana', name: 'Ana Souza' });
const bruno = aMember({ id: 'bruno', name: 'Bruno Lima' });
const eva = aMember({ id: 'eva', name: 'Eva Novak', active: false });

const dress = aDeal({
  id: 'dress',
  name: 'Wedding guest dress',
  stepId: 'quote',
  assignee: bruno,
  url: 'https://crm.example.com/deals/1',
  number: '2041',
  createdAt: '2025-11-02T18:00:00Z',
});
const sandals = aDeal({ id: 'sandals', name: 'Sandals', stepId: 'won', status: 'won', value: null });
const scarf = aDeal({ id: 'scarf', name: 'Scarf', stepId: 'lost', status: 'lost' });

function anAdapter(deals: readonly Deal[] = [dress], options: MemoryAdapterOptions = {}) {
  return createMemoryAdapter({
    subscribers: [aSubscriber(), aSubscriber({ id: 'bea', name: 'Bea' })],
    deals: { marina: deals },
    pipelines: [sales, wholesale],
    members: [ana, bruno, eva],
    operator: 'Ana Souza',
    ...options,
  });
}

type Adapter = ReturnType<typeof anAdapter>;
const show = (adapter: Adapter, options: PartOptions = {}) => renderPart(<DealList />, adapter, options);
const dealsOf = (adapter: Adapter) => adapter.control.server.deals(marina);
const callsOf = (adapter: Adapter, method: string) =>
  adapter.control.calls.filter((call) => call.method === method);
const deal = (name: string) => screen.findByRole('article', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const findButton = (name: string) => screen.findByRole('button', { name });
const field = (name: string) => screen.getByLabelText(name);
const form = () => screen.findByRole('form', { name: 'New deal' });

async function pick(name: string, option: string) {
  await userEvent.click(screen.getByRole('combobox', { name }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function addDeal() {
  await userEvent.click(await findButton('Add deal'));
  await form();
}

async function edit(name: string) {
  await userEvent.click(await findButton(`Edit deal ${name}`));
  await screen.findByRole('textbox', { name: 'Name' });
}

test('draws a deal with its value, its step, who it belongs to and since when', async () => {
  show(anAdapter());
  const article = await deal('Wedding guest dress');
  await within(article).findByText('Quote sent');
  expect(article).toHaveTextContent('R$1,280.00');
  expect(article).toHaveTextContent('Bruno Lima');
  expect(article).toHaveTextContent('#2041');
  expect(article).toHaveTextContent('Nov 2, 2025');
  expect(article).toHaveAttribute('data-status', 'open');
  expect(article.querySelectorAll('.sbc-deal-step')).toHaveLength(3);
  expect(article.querySelectorAll('.sbc-deal-step[data-done]')).toHaveLength(2);
  const value = within(article).getByText('R$1,280.00');
  expect(getComputedStyle(value).fontVariantNumeric).toContain('tabular-nums');
});

test('says won and lost in words and by an icon, not by colour alone', async () => {
  show(anAdapter([sandals, scarf]));
  const won = await deal('Sandals');
  await waitFor(() => expect(won).toHaveAttribute('data-status', 'won'));
  expect(within(won).getByText('Won').querySelector('svg')).not.toBeNull();
  expect(won).toHaveTextContent('No value');
  const lost = await deal('Scarf');
  expect(within(lost).getByText('Lost').querySelector('svg')).not.toBeNull();
});

test('says what to do where there are none yet', async () => {
  show(anAdapter([]));
  expect(await screen.findByText(/No deals yet. Add a deal when/)).toBeVisible();
});

test('opens a deal by its link, through the router of the host', async () => {
  const onNavigate = vi.fn((_url: string, event: { preventDefault(): void }) => event.preventDefault());
  show(anAdapter([dress, aDeal({ id: 'evil', name: 'Evil', url: 'javascript:alert(1)' })]), { onNavigate });
  const link = await screen.findByRole('link', { name: 'Open deal Wedding guest dress' });
  expect(link).toHaveAttribute('target', '_blank');
  await userEvent.click(link);
  expect(onNavigate).toHaveBeenCalledWith('https://crm.example.com/deals/1', expect.anything());
  expect(screen.queryByRole('link', { name: 'Open deal Evil' })).toBeNull();
});

test('adds a deal: pipeline, step, name, value, currency, assignee', async () => {
  const adapter = anAdapter([], { delay: (method) => (method === 'createDeal' ? 100 : 0) });
  show(adapter);
  await addDeal();
  await pick('Pipeline', 'Wholesale');
  await pick('Step', 'Negotiation');
  await userEvent.fill(field('Name'), 'Linen shirts');
  await userEvent.fill(field('Value'), '1,860.50');
  await userEvent.selectOptions(field('Currency'), 'USD');
  await pick('Assignee', 'Bruno Lima');
  await userEvent.click(button('Save deal'));

  const article = await deal('Linen shirts');
  expect(article).toHaveAttribute('data-pending');
  expect(article).toHaveTextContent('$1,860.50');
  expect(await findButton('Add deal')).toHaveFocus();
  await waitFor(() =>
    expect(dealsOf(adapter)).toMatchObject([
      {
        name: 'Linen shirts',
        pipelineId: 'wholesale',
        stepId: 'negotiation',
        value: { amount: '1860.5', currency: 'USD' },
        assignee: { id: 'bruno' },
      },
    ]),
  );
  expect(await deal('Linen shirts')).not.toHaveAttribute('data-pending');
});

test('adds a deal by keys alone', async () => {
  const adapter = anAdapter([]);
  show(adapter);
  (await findButton('Add deal')).focus();
  await userEvent.keyboard('{Enter}');
  await form();
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Pipeline' })).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('option', { name: 'Wholesale' });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Pipeline' })).toHaveFocus());
  await userEvent.keyboard('{Tab}{Tab}Hats{Tab}640{Enter}');
  await waitFor(() =>
    expect(dealsOf(adapter)).toMatchObject([
      { name: 'Hats', pipelineId: 'wholesale', stepId: 'samples', value: { amount: '640', currency: 'EUR' } },
    ]),
  );
});

test('draws the browser’s own selects on demand', async () => {
  show(anAdapter([]), { nativeSelect: true });
  await addDeal();
  await userEvent.selectOptions(field('Pipeline'), 'wholesale');
  expect(field('Step')).toHaveValue('samples');
  expect(field('Pipeline').tagName).toBe('SELECT');
});

test('gives a new deal to the operator who adds it, until they choose somebody else', async () => {
  renderPart(<DealList />, anAdapter([]), { viewer: aMember({ id: 'ana', name: 'Ana Souza' }) });
  await addDeal();
  expect(screen.getByRole('combobox', { name: 'Assignee' })).toHaveValue('Ana Souza');
});

test('offers the active members only', async () => {
  show(anAdapter([]));
  await addDeal();
  await userEvent.click(screen.getByRole('combobox', { name: 'Assignee' }));
  await screen.findByRole('option', { name: /Bruno Lima/ });
  expect(screen.queryByRole('option', { name: /Eva Novak/ })).toBeNull();
  await userEvent.keyboard('ana');
  const list = within(screen.getByRole('listbox', { name: 'Assignee' }));
  await waitFor(() => expect(list.getAllByRole('option')).toHaveLength(1));
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('combobox', { name: 'Assignee' })).toHaveValue('Ana Souza');
  await pick('Assignee', 'Unassigned');
  expect(screen.getByRole('combobox', { name: 'Assignee' })).toHaveValue('');
});

test('another pipeline resets the step and says so, and keeps what was typed', async () => {
  show(anAdapter([]), { nativeSelect: true });
  await addDeal();
  await userEvent.selectOptions(field('Step'), 'quote');
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.fill(field('Value'), '10');
  await userEvent.selectOptions(field('Pipeline'), 'wholesale');
  expect(field('Step')).toHaveValue('samples');
  expect(screen.getByText('The step was reset, because the pipeline changed.')).toBeVisible();
  expect(field('Step')).toHaveAccessibleDescription('The step was reset, because the pipeline changed.');
  expect(field('Name')).toHaveValue('Hats');
  expect(field('Currency')).toHaveValue('BRL');
});

test('a pipeline without steps stays chosen, says so, and cannot be saved', async () => {
  const empty = aPipeline({ id: 'empty', name: 'Empty', steps: [] });
  const adapter = anAdapter([], { pipelines: [sales, empty] });
  show(adapter, { nativeSelect: true });
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.selectOptions(field('Pipeline'), 'empty');
  expect(field('Pipeline')).toHaveValue('empty');
  expect(screen.getByText('This pipeline has no steps. Choose another one.')).toBeVisible();
  await userEvent.click(button('Save deal'));
  expect(callsOf(adapter, 'createDeal')).toHaveLength(0);
  expect(field('Step')).toHaveAttribute('aria-invalid', 'true');
});

test('puts what is missing at its field, and the focus there', async () => {
  const adapter = anAdapter([]);
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Value'), 'a lot');
  await userEvent.click(button('Save deal'));
  expect(field('Name')).toHaveAccessibleDescription('Enter a name.');
  expect(field('Value')).toHaveAccessibleDescription('Enter a number, such as 1,234.56.');
  expect(field('Name')).toHaveFocus();
  expect(field('Value')).toHaveValue('a lot');
  expect(callsOf(adapter, 'createDeal')).toHaveLength(0);
});

test('puts what the server refuses at its field, with the text kept', async () => {
  const adapter = anAdapter([]);
  adapter.control.failNext(
    'createDeal',
    new AdapterError('invalid', 'no', {
      issues: [
        { path: 'name', message: 'This name is taken.' },
        { path: 'stepId', message: 'This step is closed.' },
        { path: 'value', message: 'Too much.' },
        { path: 'quota', message: 'The month is full.' },
      ],
    }),
  );
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.fill(field('Value'), '640');
  await userEvent.keyboard('{Enter}');
  await form();
  await waitFor(() => expect(field('Name')).toHaveAccessibleDescription('This name is taken.'));
  expect(field('Step')).toHaveAccessibleDescription('This step is closed.');
  expect(field('Value')).toHaveAccessibleDescription('Too much.');
  expect(screen.getByRole('alert')).toHaveTextContent('The month is full.');
  expect(field('Name')).toHaveValue('Hats');
  expect(field('Value')).toHaveValue('640');
  await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-invalid', 'true'));
  await userEvent.fill(field('Name'), 'Straw hats');
  await userEvent.click(button('Save deal'));
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ name: 'Straw hats' }]));
});

test.each(['forbidden', 'not-found', 'unsupported'] as const)(
  'says why the whole form was refused (%s), with the text kept',
  async (code) => {
    const adapter = anAdapter([]);
    adapter.control.failNext('createDeal', new AdapterError(code, 'no'));
    show(adapter);
    await addDeal();
    await userEvent.fill(field('Name'), 'Hats');
    await userEvent.click(button('Save deal'));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(field('Name')).toHaveValue('Hats');
  },
);

test('creates one deal, however often Save is clicked', async () => {
  const adapter = anAdapter([], { delay: (method) => (method === 'createDeal' ? 50 : 0) });
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.dblClick(button('Save deal'));
  await waitFor(() => expect(dealsOf(adapter)).toHaveLength(1));
  expect(callsOf(adapter, 'createDeal')).toHaveLength(1);
});

test('creates one deal, however often Enter is pressed, and opens no second form', async () => {
  const adapter = anAdapter([], { delay: (method) => (method === 'createDeal' ? 50 : 0) });
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}{Enter}');
  await waitFor(() => expect(dealsOf(adapter)).toHaveLength(1));
  expect(callsOf(adapter, 'createDeal')).toHaveLength(1);
  expect(screen.queryByRole('form')).toBeNull();
  expect(button('Add deal')).toHaveFocus();
});

test('cancels at once where nothing was typed, and asks first where something was', async () => {
  const adapter = anAdapter([]);
  show(adapter);
  await addDeal();
  await userEvent.click(button('Cancel'));
  expect(screen.queryByRole('form')).toBeNull();
  expect(button('Add deal')).toHaveFocus();

  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.click(button('Cancel'));
  expect(screen.getByRole('alertdialog', { name: 'Discard what you typed?' })).toBeVisible();
  await userEvent.click(button('Keep editing'));
  expect(field('Name')).toHaveValue('Hats');
  await userEvent.click(button('Cancel'));
  await userEvent.click(button('Discard'));
  expect(screen.queryByRole('form')).toBeNull();
  expect(button('Add deal')).toHaveFocus();
});

test('Escape cancels like the button, and the host does not hear it', async () => {
  const onKeyDown = vi.fn();
  document.addEventListener('keydown', onKeyDown);
  show(anAdapter([]));
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  onKeyDown.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(button('Keep editing')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(field('Name')).toHaveValue('Hats');
  await userEvent.keyboard('{Escape}{Shift>}{Tab}{/Shift}{Enter}');
  expect(screen.queryByRole('form')).toBeNull();
  expect(onKeyDown.mock.calls.filter(([event]) => event.key === 'Escape')).toHaveLength(0);
  document.removeEventListener('keydown', onKeyDown);
});

test('keeps the open form when the conversation is switched, without the focus', async () => {
  const adapter = anAdapter([]);
  const { show: switchTo } = show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  switchTo({ id: 'bea' });
  await screen.findByText(/No deals yet/);
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  switchTo(marina);
  await form();
  expect(field('Name')).toHaveValue('Hats');
  expect(field('Name')).not.toHaveFocus();
});

test('cannot tell whether the deal was created: asks, looks, and never sends again by itself', async () => {
  const adapter = anAdapter([], { idempotent: false });
  adapter.control.failNext('createDeal', new AdapterError('timeout', 'no answer'));
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.click(button('Save deal'));
  expect(await screen.findByText('We could not tell whether it was saved.')).toBeVisible();
  const lists = callsOf(adapter, 'listDeals').length;
  await userEvent.click(button('Check'));
  await waitFor(() => expect(callsOf(adapter, 'listDeals').length).toBeGreaterThan(lists));
  expect(callsOf(adapter, 'createDeal')).toHaveLength(1);
  await userEvent.click(button('Try again'));
  await waitFor(() => expect(dealsOf(adapter)).toHaveLength(1));
});

test('a creation that failed stays above the list until it is sent again or discarded', async () => {
  const adapter = anAdapter([dress]);
  adapter.control.failNext('createDeal', new AdapterError('unknown', 'boom'));
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'Hats');
  await userEvent.click(button('Save deal'));
  const article = await deal('Hats');
  await waitFor(() => expect(article).toHaveAttribute('data-failed'));
  expect(screen.getAllByRole('article')[0]).toBe(article);
  await userEvent.click(button('Retry'));
  await waitFor(() => expect(dealsOf(adapter)).toHaveLength(2));
});

test('a second deal typed while the first is refused loses neither', async () => {
  const adapter = anAdapter([]);
  let refuse = (_error: AdapterError) => {};
  adapter.createDeal = () =>
    new Promise((_, reject) => {
      refuse = reject;
    });
  show(adapter);
  await addDeal();
  await userEvent.fill(field('Name'), 'First');
  await userEvent.click(button('Save deal'));
  await addDeal();
  await userEvent.fill(field('Name'), 'Second');
  act(() => refuse(new AdapterError('forbidden', 'no')));
  await waitFor(() => expect(screen.getByRole('article', { name: 'First' })).toHaveAttribute('data-failed'));
  expect(field('Name')).toHaveValue('Second');
});

test('says that there are no pipelines, or that they could not be read', async () => {
  const adapter = anAdapter([], { pipelines: [] });
  show(adapter);
  await userEvent.click(await findButton('Add deal'));
  expect(await screen.findByText('There is no pipeline yet. Create one in the CRM first.')).toBeVisible();
});

test('reads the pipelines again where that failed', async () => {
  const adapter = anAdapter([]);
  adapter.control.setFail((method) =>
    method === 'listPipelines' ? new AdapterError('forbidden', 'no') : undefined,
  );
  show(adapter);
  await userEvent.click(await findButton('Add deal'));
  expect(await screen.findByText('You may not change this.')).toBeVisible();
  adapter.control.setFail(undefined);
  await userEvent.click(button('Add deal'));
  await form();
});

test('sets a step back to what it was while the change of it is on its way', async () => {
  const adapter = anAdapter([dress]);
  show(adapter);
  await edit('Wedding guest dress');
  await pick('Step', 'Won');
  adapter.control.setDelay(2000);
  await userEvent.click(field('Name'));
  await userEvent.keyboard('{Enter}');
  await edit('Wedding guest dress');
  await pick('Step', 'Quote sent');
  await userEvent.click(field('Name'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(callsOf(adapter, 'updateDeal')).toHaveLength(2), { timeout: 5000 });
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ stepId: 'quote' }]), {
    timeout: 5000,
  });
});

test('edits step, name and value in place, as one change', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  expect(screen.getByRole('combobox', { name: 'Step' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('option', { name: 'Won' });
  await userEvent.keyboard('{ArrowDown}{Enter}{Tab}');
  expect(field('Name')).toHaveFocus();
  await userEvent.keyboard('{Control>}a{/Control}Bridesmaid dress{Tab}');
  expect(field('Value')).toHaveFocus();
  await userEvent.keyboard('{Control>}a{/Control}1500{Enter}');

  const article = await deal('Bridesmaid dress');
  expect(article).toHaveTextContent('R$1,500.00');
  expect(article).toHaveTextContent('Won');
  expect(button('Edit deal Bridesmaid dress')).toHaveFocus();
  await waitFor(() =>
    expect(dealsOf(adapter)).toMatchObject([
      { name: 'Bridesmaid dress', stepId: 'won', value: { amount: '1500', currency: 'BRL' } },
    ]),
  );
  expect(callsOf(adapter, 'updateDeal')).toHaveLength(1);
});

test('Tab inside moves on; leaving the group commits, and the focus goes where it was going', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Dress');
  await userEvent.click(field('Value'));
  expect(callsOf(adapter, 'updateDeal')).toHaveLength(0);
  await userEvent.click(button('outside'));
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ name: 'Dress' }]));
  expect(button('outside')).toHaveFocus();
});

test('Escape closes and forgets, and the focus goes back to the pencil', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Dress');
  await userEvent.keyboard('{Escape}');
  expect(await deal('Wedding guest dress')).toBeVisible();
  expect(button('Edit deal Wedding guest dress')).toHaveFocus();
  expect(callsOf(adapter, 'updateDeal')).toHaveLength(0);
});

test('an edit that changes nothing sends nothing', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.click(field('Name'));
  await userEvent.keyboard('{Enter}');
  await deal('Wedding guest dress');
  expect(callsOf(adapter, 'updateDeal')).toHaveLength(0);
});

test('keeps the editor open on what cannot be taken', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), ' ');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(field('Name')).toHaveAccessibleDescription('Enter a name.'));
  await userEvent.fill(field('Value'), '12,34,x');
  await userEvent.click(button('outside'));
  expect(field('Value')).toHaveValue('12,34,x');
  expect(callsOf(adapter, 'updateDeal')).toHaveLength(0);
});

test('empties the value of a deal', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Value'), '');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ value: null }]));
});

test('opens the editor again with what the server refused, at its field', async () => {
  const adapter = anAdapter();
  adapter.control.failNext(
    'updateDeal',
    new AdapterError('invalid', 'no', { issues: [{ path: 'value', message: 'Too little.' }] }),
  );
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Value'), '1');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(field('Value')).toHaveAccessibleDescription('Too little.'));
  expect(field('Value')).toHaveValue('1');
});

test.each(['unknown', 'malformed'] as const)('keeps an edit that failed (%s): Retry', async (code) => {
  const adapter = anAdapter();
  adapter.control.failNext('updateDeal', new AdapterError(code, 'boom'));
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Dress');
  await userEvent.keyboard('{Enter}');
  const article = await deal('Dress');
  await waitFor(() => expect(article).toHaveAttribute('data-failed'));
  await userEvent.click(button('Retry'));
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ name: 'Dress' }]));
  await waitFor(() => expect(article).not.toHaveAttribute('data-failed'));
});

test.each(['timeout', 'unavailable', 'offline', 'rate-limited', 'unauthorized'] as const)(
  'shows an edit that waits (%s)',
  async (code) => {
    const adapter = anAdapter();
    adapter.control.setFail((method) => (method === 'updateDeal' ? new AdapterError(code, code) : undefined));
    show(adapter);
    await edit('Wedding guest dress');
    await userEvent.fill(field('Name'), 'Dress');
    await userEvent.keyboard('{Enter}');
    expect(await deal('Dress')).toHaveAttribute('data-pending');
  },
);

test('forgets an edit that failed on Discard', async () => {
  const adapter = anAdapter();
  adapter.control.failNext('updateDeal', new AdapterError('unknown', 'boom'));
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Dress');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await findButton('Discard'));
  await deal('Wedding guest dress');
});

test('keeps the text when a colleague changes the field, and asks whose is to stay', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Mine');
  act(() => void adapter.control.actAs('Bruno').updateDeal(marina, 'dress', { name: 'Theirs' }));
  const conflict = await screen.findByRole('group', { name: 'Name: two changes' });
  expect(conflict).toHaveTextContent('Bruno changed this to Theirs');
  expect(field('Name')).toHaveValue('Mine');
  await userEvent.click(field('Name'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(within(conflict).getByRole('button', { name: 'Keep mine' })).toHaveFocus());
  expect(callsOf(adapter, 'updateDeal')).toHaveLength(0);
  await userEvent.keyboard('{Enter}');
  await userEvent.click(field('Name'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ name: 'Mine' }]));
});

test('a colleague’s change of a field that nobody types into stops nothing and is not undone', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Mine');
  act(() => {
    adapter.control.actAs('Bruno').updateDeal(marina, 'dress', { value: { amount: '9', currency: 'BRL' } });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(field('Value')).toHaveValue('1280.00');
  expect(screen.queryByRole('group', { name: /two changes/ })).toBeNull();
  await userEvent.click(field('Name'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ name: 'Mine', value: { amount: '9' } }]));
  expect(await deal('Mine')).toHaveTextContent('R$9.00');
});

test('takes theirs into the editor', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Mine');
  act(() => void adapter.control.actAs('Bruno').updateDeal(marina, 'dress', { name: 'Theirs' }));
  await userEvent.click(await findButton('Take theirs'));
  await waitFor(() => expect(field('Name')).toHaveValue('Theirs'));
});

test('shows a collision found by the server beside the deal', async () => {
  const adapter = anAdapter();
  show(adapter);
  await deal('Wedding guest dress');
  adapter.control.disconnect();
  adapter.control.actAs('Bruno').updateDeal(marina, 'dress', { value: { amount: '9', currency: 'BRL' } });
  await edit('Wedding guest dress');
  await userEvent.fill(field('Value'), '1500');
  await userEvent.keyboard('{Enter}');
  const conflict = await screen.findByRole('group', { name: 'Value: two changes' });
  expect(conflict).toHaveTextContent('R$9.00');
  expect(conflict).toHaveTextContent('Yours: R$1,500.00');
  await userEvent.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ value: { amount: '1500' } }]));
});

test('a deal deleted elsewhere while it is edited: the text can be made a new deal', async () => {
  const adapter = anAdapter();
  show(adapter);
  await edit('Wedding guest dress');
  await userEvent.fill(field('Name'), 'Mine');
  act(() => adapter.control.actAs('Bruno').deleteDeal(marina, 'dress'));
  expect(await screen.findByText('This deal was deleted elsewhere.')).toBeVisible();
  expect(button('Copy my text')).toBeVisible();
  await userEvent.click(button('Create as new'));
  await form();
  expect(field('Name')).toHaveValue('Mine');
  expect(field('Value')).toHaveValue('1280.00');
  await userEvent.click(button('Save deal'));
  await waitFor(() => expect(dealsOf(adapter)).toMatchObject([{ name: 'Mine', stepId: 'quote' }]));
  expect(screen.queryByText('This deal was deleted elsewhere.')).toBeNull();
});

test('a deal that appears by itself stands in the list at once', async () => {
  const adapter = anAdapter();
  show(adapter);
  await deal('Wedding guest dress');
  const draft = {
    pipelineId: 'sales',
    stepId: 'won',
    name: 'Bought in the bot',
    value: null,
    assigneeId: null,
  };
  act(() => void adapter.control.actAs('Bot').createDeal(marina, draft));
  expect(await deal('Bought in the bot')).toBeVisible();
});

test('pages through forty-five deals', async () => {
  const many = Array.from({ length: 45 }, (_, place) =>
    aDeal({ id: `d${place}`, name: `Deal ${place}`, createdAt: undefined }),
  );
  const adapter = anAdapter(many);
  show(adapter);
  await deal('Deal 19');
  expect(screen.getAllByRole('article')).toHaveLength(20);
  await userEvent.click(button(/^Show more deals/));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(40));
  adapter.control.failNext('listDeals', new AdapterError('unavailable', 'down'));
  await userEvent.click(button(/^Show more deals/));
  expect(await screen.findByText('The server is not available now.')).toBeVisible();
  (await findButton('Retry')).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(45));
  expect(screen.queryByRole('button', { name: /^Show more deals/ })).toBeNull();
  await waitFor(() => expect(screen.getByRole('article', { name: 'Deal 40' })).toHaveFocus());
});

test('has no pencil and no form where the backend changes nothing', async () => {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber()],
    deals: { marina: [dress] },
    pipelines: [sales],
    omit: ['createDeal', 'updateDeal'],
  });
  renderPart(<DealList />, adapter);
  await deal('Wedding guest dress');
  expect(screen.queryByRole('button', { name: /Edit deal|Add deal/ })).toBeNull();
});

test('is read-only with the reason, said once', async () => {
  show(anAdapter([dress, sandals]), { readOnly: 'Your role may only read.' });
  await deal('Wedding guest dress');
  expect(screen.getAllByText('Read only: Your role may only read.')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: /Edit deal|Add deal/ })).toBeNull();
});

test('draws nothing where no subscriber is selected', () => {
  const { container } = show(anAdapter(), { subscriber: null });
  expect(container.querySelector('.sbc-deals')).toBeNull();
});

test('a double-click on a deal opens its editor too, and F2', async () => {
  show(anAdapter());
  const article = await deal('Wedding guest dress');
  fireEvent.doubleClick(within(article).getByText('Wedding guest dress'));
  await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.keyboard('{Escape}');
});
