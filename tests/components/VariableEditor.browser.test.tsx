import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { FieldRow } from '../../src/components/FieldRow.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { useSection } from '../../src/hooks/useSection.ts';
import { useContactField } from '../../src/hooks/useVariable.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import type { Variable } from '../../src/model/variable.ts';
import { aContact, aSubscriber, aVariable } from '../support/fixtures.ts';
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
const many: Variable[] = Array.from({ length: 15 }, (_, place) =>
  aVariable({ key: `v${place}`, label: `Field ${place}`, value: `value ${place}` }),
);

const rowLabels = () => [...document.querySelectorAll('dt')].map((label) => label.textContent);
const row = (label: string) => within(getRow(label));
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 300)));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the section', () => {
  test('is a region with its heading one level below the name, and a count that is no part of it', async () => {
    renderPart(<VariableEditor className="mine" id="variables" />, adapterWith([plan]), { headingLevel: 3 });
    await findPencil('Plan');
    const region = screen.getByRole('region', { name: 'Variables' });
    expect(region).toHaveClass('mine');
    expect(region).toHaveAttribute('id', 'variables');
    expect(screen.getByRole('heading', { name: 'Variables', level: 4 })).toHaveTextContent('1');
  });

  test('takes another title and shows what the host lets through', async () => {
    renderPart(<VariableEditor title="Sizes" filter={({ key }) => key === 'v1'} />, adapterWith(many));
    await findPencil('Field 1');
    expect(screen.getByRole('heading', { name: 'Sizes' })).toBeVisible();
    expect(rowLabels()).toEqual(['Field 1']);
  });

  test('puts groups under their headings, after the rows without one', async () => {
    const variables = [
      aVariable({ key: 'a', label: 'A', group: 'Delivery' }),
      aVariable({ key: 'b', label: 'B' }),
      aVariable({ key: 'c', label: 'C', group: 'Billing' }),
      aVariable({ key: 'd', label: 'D', group: 'Delivery' }),
    ];
    renderPart(<VariableEditor />, adapterWith(variables));
    await findPencil('A');
    expect(rowLabels()).toEqual(['B', 'A', 'D', 'C']);
    expect(screen.getAllByRole('heading', { level: 4 }).map((it) => it.textContent)).toEqual([
      'Delivery',
      'Billing',
    ]);
  });

  test('says what to do when there is no variable yet', async () => {
    renderPart(<VariableEditor />, adapterWith([]));
    expect(await screen.findByText(/^No variables yet\./)).toBeVisible();
    expect(screen.getByText(/create for your bot/)).toBeVisible();
  });

  test('draws nothing where no subscriber is selected', () => {
    renderPart(<VariableEditor />, adapterWith([plan]), { subscriber: null });
    expect(screen.queryByRole('region')).toBeNull();
  });

  test('holds variables with the names of object properties', async () => {
    const names = ['__proto__', 'constructor', 'toString', ''];
    const { adapter } = render(names.map((key) => aVariable({ key, label: `L ${key}` })));
    await typeInto('L __proto__', 'x');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, '__proto__')).toBe('x'));
    expect(storedValue(adapter, 'constructor')).toBe('free');
  });

  test('has nothing that axe objects to, also while a value is edited', async () => {
    const variables = [
      plan,
      aVariable({ key: 'b', label: 'Wants news', type: 'boolean', value: null }),
      aVariable({ key: 'm', label: 'Tax', masked: true, updatedAt: '2026-01-01T10:00:00Z' }),
      aVariable({ key: 'r', label: 'Number', readOnly: 'From the shop.' }),
      aVariable({ key: 'u', label: 'Odd', type: 'colour', value: 'red', group: 'More' }),
      aVariable({ key: 'e', label: 'Email', type: 'email', value: 'a@b.co' }),
    ];
    const { container } = render(variables);
    await typeInto('Email', 'nobody');
    await userEvent.keyboard('{Enter}');
    const { violations } = await axe.run(container, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe('search', () => {
  const searchButton = () => screen.getByRole('button', { name: 'Find a variable' });
  const searchField = () => screen.getByRole('searchbox', { name: 'Find a variable' });

  async function search(query: string) {
    const shown = render([...many.slice(0, 13), aVariable({ key: 'é', label: 'Endereço', value: 'Rua 1' })]);
    await findPencil('Field 1');
    await userEvent.click(searchButton());
    await userEvent.fill(searchField(), query);
    return shown;
  }

  test('is offered from thirteen variables on', async () => {
    render(many.slice(0, 12));
    await findPencil('Field 1');
    expect(screen.queryByRole('button', { name: 'Find a variable' })).toBeNull();
  });

  test('finds by label, whatever its accents and case', async () => {
    await search('ENDERECO');
    expect(rowLabels()).toEqual(['Endereço']);
  });

  test('finds by the value that is shown, and tells how many', async () => {
    const { adapter } = await search('value 1');
    expect(rowLabels()).toEqual(['Field 1', 'Field 10', 'Field 11', 'Field 12']);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('4 variables'));
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'v2', 'value 1 too'));
    await waitFor(() => expect(rowLabels()).toContain('Field 2'));
  });

  test('says when nothing is found', async () => {
    await search('zebra');
    expect(screen.getByText('No variable matches “zebra”. Try another word.')).toBeVisible();
  });

  test('keeps the row that is being edited', async () => {
    await search('value 12');
    await typeInto('Field 12', 'else');
    expect(rowLabels()).toEqual(['Field 12']);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(rowLabels()).toEqual([]));
  });

  test('Escape clears it, then closes it, and stays in the card', async () => {
    const onKeyDown = vi.fn();
    document.addEventListener('keydown', onKeyDown);
    await search('zebra');
    onKeyDown.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(searchField()).toHaveValue('');
    expect(searchField()).toHaveFocus();
    expect(rowLabels()).toHaveLength(14);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(searchButton()).toHaveFocus();
    expect(onKeyDown).not.toHaveBeenCalled();
    document.removeEventListener('keydown', onKeyDown);
  });

  test('does not find a masked value', async () => {
    render([...many.slice(0, 13), aVariable({ key: 't', label: 'Tax', value: 'secret', masked: true })]);
    await findPencil('Field 1');
    await userEvent.click(searchButton());
    await userEvent.fill(searchField(), 'secret');
    expect(rowLabels()).toEqual([]);
  });

  test('is empty again for another subscriber', async () => {
    const { show } = await search('zebra');
    show({ id: 'bea' });
    await waitFor(() => expect(rowLabels()).toHaveLength(14));
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('what a value looks like', () => {
  test.each<[string, Partial<Variable>, string]>([
    ['number', { value: '1234.5' }, '1,234.5'],
    ['currency', { value: { amount: '1280.5', currency: 'BRL' } }, 'R$1,280.50'],
    ['date', { value: '1991-09-23' }, 'Sep 23, 1991'],
    ['datetime', { value: '2026-07-04T02:05:00Z' }, 'Jul 3, 2026, 11:05 PM'],
    ['select', { value: 'g', options: [{ id: 'g', label: 'Gold' }] }, 'Gold'],
    ['select', { value: 'gone' }, 'gone'],
    ['boolean', { value: false }, 'No'],
    ['string', { value: null }, 'Not set'],
    ['string', { value: '' }, 'Empty text'],
    ['number', { value: '0' }, '0'],
  ])('%s %j', async (type, given, text) => {
    renderPart(<VariableEditor />, adapterWith([aVariable({ type, ...given })]), {
      timeZone: 'America/Sao_Paulo',
    });
    expect((await screen.findByText('Plan')).closest('.sbc-row')).toHaveTextContent(`Plan${text}`);
    const isUnset = given.value === null || given.value === '';
    expect(getRow('Plan').hasAttribute('data-empty')).toBe(isUnset);
  });

  test.each([
    ['phone', '+55 (11) 98123-4567', 'tel:+5511981234567'],
    ['email', 'ana+x@example.com', 'mailto:ana%2Bx@example.com'],
    ['url', 'https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ])('a %s is a link', async (type, value, href) => {
    render([aVariable({ type, value })]);
    const link = await screen.findByRole('link');
    expect(link).toHaveAttribute('href', href);
    expect(link.querySelector('bdi')).toHaveAttribute('dir', 'ltr');
  });

  test('an email that needs two lines breaks before its @', async () => {
    render([aVariable({ type: 'email', value: 'marina@example.com' })]);
    const link = await screen.findByRole('link', { name: /^marina@example\.com/ });
    expect(link.querySelector('wbr')?.nextSibling?.textContent).toBe('@example.com');
  });

  test.each([
    ['email', 'james@whitfieldandsons.co.uk', ['@whitfieldandsons', '.co', '.uk']],
    ['email', 'olena.kovalenko@ukr.net', ['@ukr.net']],
    ['url', 'https://www.whitfieldandsons.co.uk/', ['.whitfieldandsons', '.co', '.uk']],
  ])(
    'an address breaks before the dots of a domain that is longer than a line: %s %s',
    async (type, value, breaks) => {
      render([aVariable({ type, value })]);
      const marks = [...(await screen.findByRole('link')).querySelectorAll('wbr')];
      expect(marks.map((mark) => mark.nextSibling?.textContent)).toEqual(breaks);
    },
  );

  test('a link shows the host that it really leads to', async () => {
    render([aVariable({ type: 'url', value: 'https://аpple.com/login' })]);
    expect(await screen.findByRole('link')).toHaveTextContent('xn--pple-43d.com/login');
  });

  test.each([
    ['url', 'javascript:alert(1)'],
    ['url', 'https://bank.com@evil.test/'],
    ['phone', 'ask at the desk'],
    ['email', 'nobody'],
  ])('a %s that leads nowhere safe is text', async (type, value) => {
    render([aVariable({ type, value })]);
    expect(await screen.findByText(value)).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('a type that is not known is text that cannot be edited', async () => {
    render([aVariable({ type: 'colour', value: 'red' })]);
    expect(await screen.findByText('red')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    expect(row('Plan').getByText(/“colour” is not known/)).toBeInTheDocument();
  });

  test('a masked value is shown when it is asked for', async () => {
    render([aVariable({ value: '123.456', masked: true })]);
    await findPencil('Plan');
    expect(row('Plan').getByText('Hidden')).toBeVisible();
    expect(screen.queryByText('123.456')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy Plan' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show Plan' }));
    expect(screen.getByText('123.456')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Hide Plan' }));
    expect(screen.queryByText('123.456')).toBeNull();
  });

  test('a long text is clipped, and whole on hover and on focus', async () => {
    const value = `start ${'long '.repeat(200)}end`;
    render([aVariable({ value })]);
    const text = (await screen.findByText(/^start/)).closest<HTMLElement>('.sbc-truncate');
    expect(text?.textContent.length).toBeLessThan(310);
    await userEvent.hover(text as HTMLElement);
    expect(text?.title).toBe(value);
    getPencil('Plan').focus();
    while (document.activeElement !== text) await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(text?.textContent).toBe(value);
    await userEvent.keyboard('{Tab}');
    expect(text?.textContent.length).toBeLessThan(310);
  });

  test('a text that runs against the sentence stays in its own direction', async () => {
    render([aVariable({ label: 'اسم', value: 'مرحبا' })]);
    const text = await screen.findByText('مرحبا');
    expect(text.tagName).toBe('BDI');
    expect(screen.getByRole('button', { name: /Edit/ })).toHaveAccessibleName('Edit \u2068اسم\u2069');
  });
});

describe('tools', () => {
  test('copies what is shown, and a phone as it was given', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render([
      aVariable({ key: 'd', label: 'Day', type: 'date', value: '1991-09-23' }),
      aVariable({ key: 'p', label: 'Phone', type: 'phone', value: '+55 11 98123-4567' }),
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Copy Day' }));
    expect(writeText).toHaveBeenLastCalledWith('Sep 23, 1991');
    await userEvent.click(screen.getByRole('button', { name: 'Copy Phone' }));
    expect(writeText).toHaveBeenLastCalledWith('+55 11 98123-4567');
  });

  test('clears, and the focus goes to the pencil', async () => {
    const { adapter } = render([plan]);
    await userEvent.click(await findPencil('Plan'));
    await userEvent.click(screen.getByRole('button', { name: 'Clear Plan' }));
    await waitFor(() => expect(storedValue(adapter, 'plan')).toBeNull());
    expect(row('Plan').getByText('Not set')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Clear Plan' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy Plan' })).toBeNull();
    expect(getPencil('Plan')).toHaveFocus();
  });

  test('does not clear what is required, and refuses to save it empty', async () => {
    const { adapter } = render([aVariable({ required: true })]);
    await typeInto('Plan', '  ');
    expect(screen.queryByRole('button', { name: 'Clear Plan' })).toBeNull();
    await userEvent.keyboard('{Enter}');
    expect(getField('Plan')).toHaveAccessibleDescription('Enter a value.');
    expect(sentValues(adapter)).toEqual([]);
  });

  test('a lock says why a variable cannot be edited', async () => {
    render([aVariable({ readOnly: 'Comes from the shop.' })]);
    expect(await screen.findByText('Read only: Comes from the shop.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Clear Plan' })).toBeNull();
    expect(getRow('Plan')).toHaveAttribute('data-readonly');
  });

  test.each([
    ['the host', {}, { readOnly: 'You only watch.' }],
    ['the subscriber', { readOnly: 'You only watch.' }, {}],
  ])('nothing can be edited where %s says so', async (_, subscriber, props) => {
    const adapter = createMemoryAdapter({
      subscribers: [
        aSubscriber({
          variables: [plan, aVariable({ key: 'b', label: 'News', type: 'boolean' })],
          ...subscriber,
        }),
      ],
    });
    renderPart(<VariableEditor />, adapter, props);
    expect(await screen.findAllByText('Read only: You only watch.')).not.toHaveLength(0);
    expect(screen.queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  test('there is no pencil where the adapter cannot save, and no lock', async () => {
    const adapter = createMemoryAdapter({
      subscribers: [aSubscriber({ variables: [plan] })],
      omit: ['setVariable'],
    });
    renderPart(<VariableEditor />, adapter);
    expect(await screen.findByText('free')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy Plan' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Edit Plan' })).toBeNull();
    expect(screen.queryByText(/Read only/)).toBeNull();
  });
});

describe('who set it', () => {
  const touched = aVariable({
    updatedBy: 'Ana Souza',
    updatedAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    description: 'What they pay for.',
  });

  test('is told under the pointer, with what the variable is for', async () => {
    render([touched]);
    await findPencil('Plan');
    await userEvent.hover(screen.getByText('Plan'));
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent('What they pay for.Set by Ana Souza, 3 days ago');
  });

  test('is told by keyboard, and follows the news', async () => {
    const { adapter } = render([touched]);
    await findPencil('Plan');
    act(() => void adapter.control.actAs('Bruno').setVariable(marina, 'plan', 'team'));
    screen.getByRole('button', { name: 'Variables' }).focus();
    await userEvent.keyboard('{Tab}');
    expect(screen.getByRole('button', { name: 'Copy Plan' })).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Copy Plan' })).toHaveAccessibleDescription(
      /Set by Bruno, now/,
    );
  });

  test('is told by the label where there is nothing to copy', async () => {
    render([{ ...touched, value: null }]);
    await findPencil('Plan');
    screen.getByRole('button', { name: 'Variables' }).focus();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toHaveTextContent('Plan');
    expect(document.activeElement).toHaveAccessibleDescription(/Set by Ana Souza/);
  });
});

const contact = aContact({ fields: [aVariable({ key: 'vat', label: 'VAT', value: '1' })] });

function ContactFieldRow() {
  const { status } = useSection('contact');
  const [field] = contact.fields;
  return status === 'ready' && field ? <Row field={field} /> : null;
}

function Row({ field }: { field: Variable }) {
  return (
    <dl className="sbc-root sbc-variables">
      <FieldRow variable={field} state={useContactField(contact.id, field)} />
    </dl>
  );
}

describe('a row of another record', () => {
  test('is edited in the same way', async () => {
    const adapter = createMemoryAdapter({ subscribers: [aSubscriber()], contacts: { marina: contact } });
    renderPart(<ContactFieldRow />, adapter);
    await typeInto('VAT', '2');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(adapter.control.server.contact(marina)?.fields[0]?.value).toBe('2'));
    await settle();
    expect(getPencil('VAT')).toHaveFocus();
  });
});

test('speaks the language of the host', async () => {
  renderPart(<VariableEditor />, adapterWith([plan]), { locale: ptBR });
  expect(
    await screen.findByRole('button', { name: ptBR.messages.variables.edit('Plan') }),
  ).toBeInTheDocument();
});

function render(variables: readonly Variable[]) {
  const adapter = adapterWith(variables);
  return { adapter, ...renderPart(<VariableEditor />, adapter) };
}
