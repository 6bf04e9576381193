import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SafeLink } from '../../src/ui/SafeLink.tsx';
import { UiProvider } from '../../src/ui/UiContext.tsx';

test('opens a page in a new tab, tells nobody where from, and says so to a screen reader', () => {
  render(
    <SafeLink href="https://example.test/ad" opensInNewTab="(opens in a new tab)">
      Spring
    </SafeLink>,
  );
  const link = screen.getByRole('link', { name: 'Spring (opens in a new tab)' });
  expect(link).toHaveAttribute('target', '_blank');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
});

test('keeps mail and phone links in their tab', () => {
  render(<SafeLink href="mailto:ana@example.test">Write</SafeLink>);
  expect(screen.getByRole('link', { name: 'Write' })).not.toHaveAttribute('target');
});

test.each([
  'javascript:alert(1)',
  ' jAvA\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'https://user:pass@example.test/',
  '/relative',
  '//example.test',
  '',
  null,
  undefined,
])('draws %j as plain text', (href) => {
  render(<SafeLink href={href}>Spring</SafeLink>);
  expect(screen.getByText('Spring').tagName).toBe('SPAN');
  expect(document.querySelector('a')).toBeNull();
});

test('lets the host’s router follow pages, and only pages', async () => {
  const onNavigate = vi.fn((_url: string, event: { preventDefault(): void }) => event.preventDefault());
  render(
    <UiProvider onNavigate={onNavigate}>
      <SafeLink href="https://example.test/deal/7">Deal</SafeLink>
      <SafeLink href="tel:+551198123" onClick={(event) => event.preventDefault()}>
        Call
      </SafeLink>
    </UiProvider>,
  );
  await userEvent.click(screen.getByRole('link', { name: 'Deal' }));
  await userEvent.click(screen.getByRole('link', { name: 'Call' }));
  expect(onNavigate.mock.calls.map(([url]) => url)).toEqual(['https://example.test/deal/7']);
});
