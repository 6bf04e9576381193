import { screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdCampaignBadge } from '../../src/components/AdCampaignBadge.tsx';
import type { Campaign } from '../../src/model/campaign.ts';
import { aCampaign } from '../support/fixtures.ts';
import { renderParts } from '../support/renderParts.tsx';

function renderCampaigns(...campaigns: Campaign[]) {
  return renderParts(<AdCampaignBadge />, { campaigns });
}

describe('the last ad', () => {
  test('is a link with its source and the time of the click', async () => {
    renderCampaigns(aCampaign({ clickedAt: '2025-11-09T18:42:00Z' }));
    const link = await screen.findByRole('link', { name: 'Spring collection (opens in a new tab)' });
    expect(link).toHaveAttribute('href', 'https://www.facebook.com/ads/library/?id=804512293671145');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByText('Facebook ad')).toBeVisible();
    expect(screen.getByText(/^clicked Nov 9, 2025/)).toBeVisible();
  });

  test('tells in its title which host it really opens', async () => {
    renderCampaigns(aCampaign({ name: 'facebook.com', url: 'https://fаcebook.com/x' }));
    expect(await screen.findByRole('link')).toHaveAttribute('title', expect.stringMatching(/^Opens xn--/));
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'https://www.facebook.com@evil.example/',
    '/relative',
    'not a url',
    '',
  ])('is text and no link where its address is %j', async (url) => {
    const { container } = renderCampaigns(aCampaign({ url }));
    expect(await screen.findByText('Spring collection')).toBeVisible();
    expect(container.querySelector('a')).toBeNull();
  });

  test('is shown by its name even if it has no address', async () => {
    renderCampaigns(aCampaign({ name: 'autumn-sale', url: null, source: 'utm_source=google' }));
    expect(await screen.findByText('autumn-sale')).toBeVisible();
    expect(screen.getByText('utm_source=google')).toBeVisible();
  });

  test('lets the router of the host follow the link', async () => {
    const onNavigate = vi.fn((_url: string, event: { preventDefault(): void }) => event.preventDefault());
    renderParts(<AdCampaignBadge />, { campaigns: [aCampaign()] }, { onNavigate });
    await userEvent.click(await screen.findByRole('link'));
    expect(onNavigate).toHaveBeenCalledOnce();
  });
});

describe('the first ad', () => {
  const last = aCampaign();
  const first = aCampaign({ id: 'touch-0', name: 'Summer linen', adId: '77', source: 'Instagram ad' });

  test('is told where it is another one', async () => {
    renderCampaigns(last, aCampaign({ id: 'touch-2', name: 'In between' }), first);
    expect(await screen.findByRole('link', { name: /^Summer linen/ })).toBeVisible();
    expect(screen.getByText('First ad').closest('.sbc-campaign-first')).toHaveTextContent(
      /^First ad.*Summer linen/,
    );
    expect(screen.queryByText('In between')).toBeNull();
  });

  test('is not repeated where it is the same', async () => {
    renderCampaigns(last, { ...last, id: 'touch-0' });
    await screen.findByText('Spring collection');
    expect(screen.queryByText(/First ad/)).toBeNull();
  });
});

test('tells who came from no ad from who cannot be known', async () => {
  renderCampaigns();
  expect(await screen.findByText('Did not come from an ad')).toBeVisible();
});

test('draws nothing where the platform tells nothing about ads', async () => {
  const { container, adapter } = renderParts(<AdCampaignBadge />);
  await expect.poll(() => adapter.control.calls.length).toBe(1);
  await expect.poll(() => container.textContent).toBe('');
});
