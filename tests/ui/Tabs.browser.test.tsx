import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Tabs } from '../../src/ui/Tabs.tsx';

const tabs = [
  { id: 'deals', label: 'Deals', count: 2 },
  { id: 'contact', label: 'Contact' },
  { id: 'files', label: 'Files', count: 0 },
];

function Example() {
  const [value, setValue] = useState('deals');
  return (
    <Tabs label="CRM" tabs={tabs} value={value} onValueChange={setValue}>
      The panel of {value}
    </Tabs>
  );
}

const tab = (name: string) => screen.getByRole('tab', { name });

test('names its tabs without their counts, and its panel by the open tab', () => {
  render(<Example />);
  expect(screen.getByRole('tablist', { name: 'CRM' })).toBeVisible();
  expect(tab('Deals')).toHaveAttribute('aria-selected', 'true');
  expect(tab('Deals')).toHaveTextContent('Deals2');
  expect(tab('Files')).toHaveTextContent('Files0');
  expect(screen.getByRole('tabpanel', { name: 'Deals' })).toHaveTextContent('The panel of deals');
});

test('is one stop of Tab, and the arrows, Home and End open', async () => {
  render(<Example />);
  await userEvent.tab();
  expect(tab('Deals')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(tab('Contact')).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'Contact' })).toBeVisible();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(tab('Deals')).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(tab('Files')).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(tab('Deals')).toHaveFocus();
  await userEvent.keyboard('{End}');
  expect(tab('Files')).toHaveFocus();
  await userEvent.tab();
  expect(document.body).toHaveFocus();
});

test('follows the direction of the text', async () => {
  render(
    <div dir="rtl">
      <Example />
    </div>,
  );
  await userEvent.click(tab('Deals'));
  await userEvent.keyboard('{ArrowLeft}');
  expect(tab('Contact')).toHaveFocus();
});
