import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Disclosure } from '../../../src/ui/Disclosure.tsx';
import { Switch } from '../../../src/ui/Switch.tsx';
import { focusName } from './focus.ts';

// Disclosure and switch, after the WAI-ARIA authoring practices.

function Section() {
  return (
    <>
      <Disclosure title="Tags" count={3}>
        <button type="button">VIP</button>
      </Disclosure>
      <button type="button">After</button>
    </>
  );
}

const toggle = () => screen.getByRole('button', { name: 'Tags' });

describe('a disclosure', () => {
  const rows: readonly (readonly [keys: string, outcome: string, isOpen: boolean, focus: string])[] = [
    ['', 'it is open', true, 'Tags3'],
    ['{Enter}', 'folds', false, 'Tags3'],
    [' ', 'folds', false, 'Tags3'],
    ['{Enter}{Enter}', 'unfolds again', true, 'Tags3'],
    ['  ', 'unfolds again', true, 'Tags3'],
    ['{Tab}', 'goes to what is inside', true, 'VIP'],
    ['{Enter}{Tab}', 'passes what is folded', false, 'After'],
    ['{Tab}{Shift>}{Tab}{/Shift}', 'comes back to the button', true, 'Tags3'],
    ['{ArrowDown}', 'is the page’s', true, 'Tags3'],
    ['{Escape}', 'is the host’s', true, 'Tags3'],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, isOpen, focus) => {
    render(<Section />);
    act(() => toggle().focus());
    if (keys !== '') await userEvent.keyboard(keys);
    expect(toggle()).toHaveAttribute('aria-expanded', String(isOpen));
    expect(screen.queryByRole('button', { name: 'VIP' }) !== null).toBe(isOpen);
    expect(focusName()).toBe(focus);
  });

  const states: readonly (readonly [what: string, check: () => void])[] = [
    ['its button stands in the heading', () => expect(toggle().closest('h3')).not.toBeNull()],
    ['the count is no part of its name', () => expect(toggle()).toHaveTextContent('Tags3')],
    [
      'aria-controls refers to what it shows',
      () =>
        expect(document.getElementById(toggle().getAttribute('aria-controls') ?? '')).toHaveTextContent(
          'VIP',
        ),
    ],
    ['the section has its name', () => screen.getByRole('region', { name: 'Tags' })],
  ];
  test.each(states)('%s', (_what, check) => {
    render(<Section />);
    check();
  });

  test('a folded one controls nothing', async () => {
    render(<Section />);
    act(() => toggle().focus());
    await userEvent.keyboard('{Enter}');
    expect(toggle()).not.toHaveAttribute('aria-controls');
  });
});

function Consent() {
  const [checked, setChecked] = useState(false);
  return (
    <>
      <Switch label="Agreed" checked={checked} onCheckedChange={setChecked} />
      <button type="button">After</button>
    </>
  );
}

describe('a switch', () => {
  const rows: readonly (readonly [keys: string, outcome: string, checked: boolean, focus: string])[] = [
    ['', 'it is off', false, 'Agreed'],
    [' ', 'turns it on', true, 'Agreed'],
    ['{Enter}', 'turns it on', true, 'Agreed'],
    ['  ', 'turns it off again', false, 'Agreed'],
    ['{Enter}{Enter}', 'turns it off again', false, 'Agreed'],
    ['{Tab}', 'leaves it as it is', false, 'After'],
    ['{ArrowRight}', 'is not one of its keys', false, 'Agreed'],
  ];
  test.each(rows)('%s %s', async (keys, _outcome, checked, focus) => {
    render(<Consent />);
    act(() => screen.getByRole('switch', { name: 'Agreed' }).focus());
    if (keys !== '') await userEvent.keyboard(keys);
    expect(screen.getByRole('switch')).toHaveAttribute('aria-checked', String(checked));
    expect(screen.getByRole('switch')).toHaveAccessibleName('Agreed');
    expect(focusName()).toBe(focus);
  });
});
