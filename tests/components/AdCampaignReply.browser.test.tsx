import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { AdCampaignReply } from '../../src/components/AdCampaignReply.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { aCampaign } from '../support/fixtures.ts';
import { renderParts } from '../support/renderParts.tsx';

const campaign = aCampaign({
  title: 'Linen for the heat',
  body: 'Cut in São Paulo.',
  messageId: 'message-1',
});

test('quotes the ad that led to a message', async () => {
  renderParts(<AdCampaignReply messageId="message-1" />, {
    campaigns: [aCampaign({ id: 'other' }), campaign],
  });
  const quote = await screen.findByRole('blockquote', { name: 'Reply to the ad Spring collection' });
  expect(quote).toHaveTextContent('Linen for the heat');
  expect(quote).toHaveTextContent('Cut in São Paulo.');
  expect(screen.getByRole('link', { name: /^Spring collection/ })).toBeVisible();
});

test('draws nothing above a message that answers no ad', async () => {
  const { container, adapter } = renderParts(<AdCampaignReply messageId="message-2" />, {
    campaigns: [campaign],
  });
  await expect.poll(() => adapter.control.calls.length).toBe(1);
  await expect.poll(() => container.textContent).toBe('');
});

test('quotes an ad that the host knows, without a subscriber', () => {
  render(
    <SubscriberCardProvider adapter={createMemoryAdapter()}>
      <AdCampaignReply campaign={campaign} />
    </SubscriberCardProvider>,
  );
  expect(screen.getByRole('blockquote')).toHaveTextContent('Spring collection');
});

test('says so where the ad has no preview, and never links an unsafe address', () => {
  render(
    <SubscriberCardProvider adapter={createMemoryAdapter()}>
      <AdCampaignReply campaign={aCampaign({ url: 'javascript:alert(1)' })} />
    </SubscriberCardProvider>,
  );
  expect(screen.getByRole('blockquote')).toHaveTextContent('No preview of this ad');
  expect(screen.queryByRole('link')).toBeNull();
});
