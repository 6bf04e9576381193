import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { aCampaign, aContact, aDeal, aPipeline, aSubscriber, aVariable } from '../support/fixtures.ts';
import { hostileUrls } from '../support/hostileUrls.ts';
import { renderPart } from '../support/renderPart.tsx';
import { watchPage } from './watchPage.ts';

let watched: ReturnType<typeof watchPage>;
beforeEach(() => {
  watched = watchPage();
});
afterEach(() => watched.stop());

/** One who has the address wherever an address is. */
function linked(url: string) {
  return createMemoryAdapter({
    subscribers: [
      aSubscriber({
        kind: 'group',
        channel: 'carrier-pigeon',
        username: null,
        avatarUrl: url,
        profileUrl: url,
        group: { memberCount: 3, shareLink: url, inviteLink: { url } },
        campaigns: [aCampaign({ url, imageUrl: url }), aCampaign({ id: 'first', url, imageUrl: url })],
        variables: [aVariable({ key: 'url', label: 'Website', type: 'url', value: url })],
      }),
    ],
    pipelines: [aPipeline()],
    deals: { marina: [aDeal({ url })] },
    contacts: {
      marina: aContact({ url, fields: [aVariable({ key: 'url', label: 'Page', type: 'url', value: url })] }),
    },
  });
}

async function draw(url: string) {
  const onNavigate = vi.fn();
  const { container, unmount } = renderPart(<SubscriberCard subscriber={{ id: 'marina' }} />, linked(url), {
    onNavigate,
  });
  await waitFor(() => expect(container.querySelector('[data-part=deal-item]')).not.toBeNull());
  const links = [...container.querySelectorAll('a')];
  const images = [...container.querySelectorAll('img')];
  await userEvent.click(screen.getByRole('tab', { name: 'Contact' }));
  await waitFor(() =>
    expect(
      container.querySelector('[data-part=contact-form] form, [data-part=contact-form] dl'),
    ).not.toBeNull(),
  );
  links.push(...container.querySelectorAll('a'));
  return { links, images, onNavigate, unmount };
}

test('there are more than forty', () => {
  expect(hostileUrls.length).toBeGreaterThan(40);
});

test.each(hostileUrls)(
  '%j is no link anywhere, and no image from the page or a foreign protocol',
  async (url) => {
    const { links, images, onNavigate } = await draw(url);
    expect(links.map(({ href }) => href)).toEqual([]);
    expect(images.filter(({ src }) => !/^(https|blob):/.test(src))).toEqual([]);
    expect(onNavigate).not.toHaveBeenCalled();
    expect(watched.events.filter((event) => !event.includes('blob:'))).toEqual([]);
  },
);

test('a good one is a link in all those places, which says nothing of the page it comes from', async () => {
  const { links } = await draw('https://192.0.2.1/page');
  expect(new Set(links.map(({ href }) => href))).toEqual(new Set(['https://192.0.2.1/page']));
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) {
    expect(link.rel).toBe('noopener noreferrer');
    expect(link.referrerPolicy).toBe('no-referrer');
    expect(link.target).toBe('_blank');
  }
});
