import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Tabs } from '../../../src/ui/Tabs.tsx';
import { focusName } from './focus.ts';

// Tabs that open as the focus moves, after the WAI-ARIA authoring practices.

const tabs = [
  { id: 'deals', label: 'Deals', count: 2 },
  { id: 'contact', label: 'Contact' },
  { id: 'files', label: 'Files' },
];

function Example({ dir }: { readonly dir: 'ltr' | 'rtl' }) {
  const [value, setValue] = useState('deals');
  return (
    <div dir={dir}>
      <button type="button">Before</button>
      <Tabs label="CRM" tabs={tabs} value={value} onValueChange={setValue}>
        <button type="button">In {value}</button>
      </Tabs>
    </div>
  );
}

const tab = (name: string) => screen.getByRole('tab', { name });

async function begin(keys: string, dir: 'ltr' | 'rtl' = 'ltr') {
  render(<Example dir={dir} />);
  act(() => tab('Deals').focus());
  if (keys !== '') await userEvent.keyboard(keys);
}

type Row = readonly [keys: string, outcome: string, focus: string, panel: string];

describe('the keys of tabs', () => {
  const rows: readonly Row[] = [
    ['{ArrowRight}', 'opens the next tab', 'Contact', 'contact'],
    ['{ArrowRight}{ArrowRight}', 'opens the one after it', 'Files', 'files'],
    ['{ArrowRight}{ArrowRight}{ArrowRight}', 'goes on from the last tab to the first', 'Deals2', 'deals'],
    ['{ArrowLeft}', 'goes on from the first tab to the last', 'Files', 'files'],
    ['{ArrowRight}{ArrowLeft}', 'opens the tab before', 'Deals2', 'deals'],
    ['{End}', 'opens the last tab', 'Files', 'files'],
    ['{End}{Home}', 'opens the first tab', 'Deals2', 'deals'],
    ['{Tab}', 'goes into the panel', 'In deals', 'deals'],
    ['{ArrowRight}{Tab}', 'goes into the panel of the open tab', 'In contact', 'contact'],
    ['{ArrowRight}{Tab}{Shift>}{Tab}{/Shift}', 'comes back to the open tab', 'Contact', 'contact'],
    ['{ArrowRight}{Shift>}{Tab}{/Shift}', 'leaves by one stop', 'Before', 'contact'],
    ['{ArrowDown}', 'is the page’s', 'Deals2', 'deals'],
    ['{Control>}{ArrowRight}{/Control}', 'is the browser’s', 'Deals2', 'deals'],
    ['{Enter}', 'leaves the open tab open', 'Deals2', 'deals'],
    [' ', 'leaves the open tab open', 'Deals2', 'deals'],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, focus, panel) => {
    await begin(keys);
    expect(focusName()).toBe(focus);
    expect(screen.getByRole('tabpanel')).toHaveTextContent(`In ${panel}`);
  });

  const mirrored: readonly Row[] = [
    ['{ArrowLeft}', 'opens the next tab', 'Contact', 'contact'],
    ['{ArrowRight}', 'goes on from the first tab to the last', 'Files', 'files'],
    ['{End}{ArrowRight}', 'opens the tab before', 'Contact', 'contact'],
  ];
  test.each(mirrored)('%s %s, right to left', async (keys, _outcome, focus, panel) => {
    await begin(keys, 'rtl');
    expect(focusName()).toBe(focus);
    expect(screen.getByRole('tabpanel')).toHaveTextContent(`In ${panel}`);
  });
});

describe('the roles and states of tabs', () => {
  const rows: readonly (readonly [what: string, check: () => void])[] = [
    ['the row of tabs has a name', () => screen.getByRole('tablist', { name: 'CRM' })],
    ['a tab has the role tab inside of it', () => expect(screen.getAllByRole('tab')).toHaveLength(3)],
    ['the open tab is selected', () => expect(tab('Contact')).toHaveAttribute('aria-selected', 'true')],
    ['the others are not', () => expect(screen.getAllByRole('tab', { selected: false })).toHaveLength(2)],
    ['the open tab is the stop of Tab', () => expect(tab('Contact').tabIndex).toBe(0)],
    ['the others are none', () => expect([tab('Deals').tabIndex, tab('Files').tabIndex]).toEqual([-1, -1])],
    ['the panel has the name of its tab', () => screen.getByRole('tabpanel', { name: 'Contact' })],
    [
      'aria-controls of the open tab refers to its panel',
      () => expect(tab('Contact')).toHaveAttribute('aria-controls', screen.getByRole('tabpanel').id),
    ],
    [
      'a tab without a panel controls nothing',
      () => expect(tab('Deals')).not.toHaveAttribute('aria-controls'),
    ],
  ];
  test.each(rows)('%s', async (_what, check) => {
    await begin('{ArrowRight}');
    check();
  });
});
