import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SubscriptionStatus } from '../../src/components/SubscriptionStatus.tsx';
import type { InstagramRelation, Subscription } from '../../src/model/subscriber.ts';
import { renderParts } from '../support/renderParts.tsx';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function renderStatus(subscription: Subscription, timeZone = 'UTC') {
  return renderParts(<SubscriptionStatus />, { subscription }, { timeZone });
}

describe('the subscription', () => {
  test.each([
    ['active', 'Subscribed'],
    ['unsubscribed', 'Unsubscribed'],
    ['disabled', 'Disabled'],
    ['blocked', 'Blocked the bot'],
  ] as const)('that is %s reads "%s"', async (status, text) => {
    renderStatus({ status });
    expect(await screen.findByText(text)).toHaveAttribute('data-status', status);
  });

  test('says since when, as the day it was where the operator is', async () => {
    renderStatus({ status: 'active', subscribedAt: '2025-05-12T23:30:00Z' }, 'Europe/Kyiv');
    expect(await screen.findByText('since May 13, 2025')).toBeVisible();
  });

  test('that has ended says since when, and when it began', async () => {
    renderStatus({
      status: 'unsubscribed',
      subscribedAt: '2025-05-12T10:00:00Z',
      unsubscribedAt: '2025-06-01T10:00:00Z',
    });
    expect(await screen.findByText('since Jun 1, 2025')).toBeVisible();
    expect(screen.getByText('was subscribed from May 12, 2025')).toBeVisible();
  });

  test('tells a date that is not known from one that cannot be known', async () => {
    renderStatus({ status: 'active', subscribedAt: null });
    expect(await screen.findByText('Date of subscription unknown')).toBeVisible();
    expect(screen.queryByText(/activ/i)).toBeNull();
  });

  test('says how long the automation is paused, until then', async () => {
    renderStatus({ status: 'active', automationPausedUntil: '2222-05-12T10:00:00Z' });
    expect(await screen.findByText(/^Automation paused until .*2222/)).toBeVisible();
  });

  test('says nothing of a pause that is over', async () => {
    renderStatus({ status: 'active', automationPausedUntil: ago(1) });
    await screen.findByText('Subscribed');
    expect(screen.queryByText(/paused/)).toBeNull();
  });
});

describe('the last activity', () => {
  test('is relative, and exact in the zone of the operator on focus', async () => {
    renderStatus({ status: 'active', lastActivityAt: ago(4) }, 'Asia/Kolkata');
    const time = await screen.findByText('Last active 4 minutes ago');
    await userEvent.tab();
    expect(time).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/GMT\+5:30|IST/);
  });

  test('that could be known and is not reads so', async () => {
    renderStatus({ status: 'active', lastActivityAt: null });
    expect(await screen.findByText('Last activity unknown')).toBeVisible();
  });
});

describe('the follow status', () => {
  function renderFollow(given: Partial<InstagramRelation>) {
    return renderParts(<SubscriptionStatus />, {
      instagram: { followsBusiness: null, followedByBusiness: null, ...given },
    });
  }
  async function texts() {
    const list = await screen.findByRole('list', { name: 'Instagram follow status' });
    return within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  }

  test.each<[Partial<InstagramRelation>, string[]]>([
    [{ followsBusiness: true, followedByBusiness: false }, ['Follows you', 'You do not follow them']],
    [{ followsBusiness: false, followedByBusiness: true }, ['Does not follow you', 'You follow them']],
    [{}, ['Not known whether they follow you', 'Not known whether you follow them']],
    [{ unavailable: 'no-consent' }, ['Instagram tells this once they agree to share it.']],
    [{ unavailable: 'blocked' }, ['They blocked you, so Instagram does not tell.']],
    [
      { followedByBusiness: true, unavailable: 'no-consent' },
      ['You follow them', 'Instagram tells this once they agree to share it.'],
    ],
  ])('of %j reads %j', async (given, expected) => {
    renderFollow(given);
    expect(await texts()).toEqual(expected);
  });

  test('says when it was checked, on hover', async () => {
    renderFollow({ followsBusiness: true, checkedAt: '2025-11-09T18:42:00Z' });
    const list = await screen.findByRole('list', { name: 'Instagram follow status' });
    expect(list).toHaveAttribute('title', expect.stringContaining('Checked Nov 9, 2025'));
  });

  test('tells no followers from an unknown number of them', async () => {
    renderFollow({ followsBusiness: true, followerCount: 0 });
    expect(await screen.findByText('0 followers')).toBeVisible();
  });
});

test('draws nothing where the platform knows neither', async () => {
  const { container, adapter } = renderParts(<SubscriptionStatus />);
  await expect.poll(() => adapter.control.calls.length).toBe(1);
  await expect.poll(() => container.textContent).toBe('');
});
