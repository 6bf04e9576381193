import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FieldConflict, type FieldConflictProps } from '../../src/components/FieldConflict.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import { aVariable } from '../support/fixtures.ts';
import { type PartOptions, renderPart } from '../support/renderPart.tsx';
import { adapterWith } from '../support/variableRows.tsx';

function show(given: Partial<FieldConflictProps> = {}, options: PartOptions = {}) {
  const verbs = { onKeepMine: vi.fn(), onTakeTheirs: vi.fn() };
  renderPart(<FieldConflict field="Plan" theirs="team" {...verbs} {...given} />, adapterWith([]), options);
  return { ...verbs, conflict: screen.getByRole('group') };
}

const fiveSecondsAgo = () => new Date(Date.now() - 5500).toISOString();

test('says who changed it to what, and when', () => {
  const { conflict } = show({ by: 'Ana', at: fiveSecondsAgo() });
  expect(conflict).toHaveAccessibleName('Plan: two changes');
  expect(conflict).toHaveTextContent('Ana changed this to team, 5 seconds ago');
});

test('says what is known where that is less', () => {
  expect(show().conflict).toHaveTextContent('Someone else changed this to team');
});

test('says that it was cleared', () => {
  expect(show({ theirs: null, by: 'Ana' }).conflict).toHaveTextContent('Ana cleared this');
});

test('says it in the order of the language', () => {
  const { conflict } = show({ by: 'Ana', theirs: 'equipe' }, { locale: ptBR });
  const said = ptBR.messages.conflict.changed({ by: 'Ana', value: 'equipe', when: undefined });
  expect(conflict).toHaveTextContent(said);
});

test('keeps a name and a value from reordering the sentence', () => {
  const { conflict } = show({ by: '\u202Eأنا', theirs: 'فريق' });
  for (const text of ['\u202Eأنا', 'فريق']) expect(within(conflict).getByText(text).tagName).toBe('BDI');
});

test('shows mine beside theirs where it is in no editor, and lets it be copied', () => {
  const { conflict } = show({ mine: 'pro' });
  expect(conflict).toHaveTextContent('Yours: pro');
  expect(screen.getByRole('button', { name: 'Copy mine' })).toBeVisible();
});

test('tells a long value by its beginning', () => {
  expect(show({ theirs: 'x'.repeat(10_000) }).conflict.textContent.length).toBeLessThan(250);
});

test('offers both', async () => {
  const { onKeepMine, onTakeTheirs } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(onKeepMine).toHaveBeenCalledOnce();
  expect(onTakeTheirs).toHaveBeenCalledOnce();
});

test('says that mine was cleared, which is nothing to copy', () => {
  const { conflict } = show({ mine: null });
  expect(conflict).toHaveTextContent('Yours: Not set');
  expect(screen.queryByRole('button', { name: 'Copy mine' })).toBeNull();
});

test('copies nothing that is hidden', async () => {
  const variable = aVariable({ label: 'Tax number', key: 'tax', masked: true, value: '1' });
  const adapter = adapterWith([variable]);
  renderPart(<VariableEditor />, adapter);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Tax number' }));
  await userEvent.fill(screen.getByLabelText('Tax number'), '22');
  adapter.control.disconnect();
  adapter.control.actAs('Ana').setVariable({ id: 'marina' }, 'tax', '333');
  await userEvent.keyboard('{Enter}');
  const conflict = await screen.findByRole('group', { name: 'Tax number: two changes' });
  expect(conflict).toHaveTextContent('Yours: Hidden');
  expect(within(conflict).queryByRole('button', { name: 'Copy mine' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show Tax number' }));
  expect(conflict).toHaveTextContent('Yours: 22');
  expect(within(conflict).getByRole('button', { name: 'Copy mine' })).toBeVisible();
});
