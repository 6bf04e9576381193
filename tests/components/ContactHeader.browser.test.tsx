import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ContactHeader } from '../../src/components/ContactHeader.tsx';
import type { Channel, Group } from '../../src/model/subscriber.ts';
import { renderParts } from '../support/renderParts.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

const heading = (name: string) => screen.findByRole('heading', { level: 2, name });

describe('who writes', () => {
  test.each([
    ['telegram', 'Telegram', 'https://t.me/ana'],
    ['instagram', 'Instagram', 'https://www.instagram.com/ana'],
    ['tiktok', 'TikTok', 'https://www.tiktok.com/@ana'],
    ['messenger', 'Messenger', null],
    ['whatsapp', 'WhatsApp', null],
    ['viber', 'Viber', null],
    ['live-chat', 'Live chat', null],
    ['carrier-pigeon', 'carrier-pigeon', null],
    ['constructor', 'constructor', null],
  ] satisfies [Channel, string, string | null][])(
    'on %s has a name, a badge that says %s, and a link only where the network has a page',
    async (channel, called, href) => {
      renderParts(<ContactHeader />, { channel, name: 'Ana Souza', username: 'ana' });
      expect(await heading('Ana Souza')).toBeVisible();
      expect(screen.getByText(`Writes from ${called}`)).toBeInTheDocument();
      const link = screen.queryByRole('link', { name: /^@ana/ });
      expect(link?.getAttribute('href') ?? null).toBe(href);
      expect(screen.getByText('@ana')).toBeVisible();
    },
  );

  test('without a user name has no line for one', async () => {
    renderParts(<ContactHeader />, { username: null });
    await heading('Marina Oliveira');
    expect(screen.queryByText('@', { exact: false })).toBeNull();
  });

  test('has the profile link that the backend gives before the one that the card knows', async () => {
    renderParts(<ContactHeader />, { profileUrl: 'https://example.com/m' });
    expect(await screen.findByRole('link', { name: /@marina/ })).toHaveAttribute(
      'href',
      'https://example.com/m',
    );
  });

  test.each(['', '   ', '\u200B\u2060', '\u3164'])(
    'is "(no name)" where nothing of %j can be seen',
    async (name) => {
      renderParts(<ContactHeader />, { name });
      expect(await heading('(no name)')).toBeVisible();
    },
  );

  test('keeps a name that runs the other way in an isolate of its own', async () => {
    renderParts(<ContactHeader />, { name: 'نورة العتيبي' });
    expect((await heading('نورة العتيبي')).querySelector('bdi')).not.toBeNull();
  });

  test('has its heading at the level that the host chose', async () => {
    renderParts(<ContactHeader />, {}, { headingLevel: 4 });
    expect(await screen.findByRole('heading', { level: 4, name: 'Marina Oliveira' })).toBeVisible();
  });
});

describe('the photo', () => {
  test('becomes initials when it cannot be loaded', async () => {
    const { container } = renderParts(<ContactHeader />, { avatarUrl: 'https://127.0.0.1:9/expired.jpg' });
    await heading('Marina Oliveira');
    await waitFor(() => expect(container.querySelector('img')).toBeNull());
    expect(screen.getByText('MO')).toBeVisible();
  });

  test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'http://tracker.example/1.gif'])(
    'is never asked for at %s',
    async (avatarUrl) => {
      const { container } = renderParts(<ContactHeader />, { avatarUrl });
      await heading('Marina Oliveira');
      expect(container.querySelector('img')).toBeNull();
    },
  );

  test('is fetched from where the host says', async () => {
    const { container } = renderParts(
      <ContactHeader />,
      { avatarUrl: 'https://cdn.example.com/m.jpg' },
      { resolveAvatarUrl: (url) => `https://127.0.0.1:9/proxy?${encodeURIComponent(url)}` },
    );
    await waitFor(() =>
      expect(container.querySelector('img')).toHaveAttribute(
        'src',
        'https://127.0.0.1:9/proxy?https%3A%2F%2Fcdn.example.com%2Fm.jpg',
      ),
    );
  });
});

describe('a Telegram group', () => {
  const link = { url: 'https://t.me/+secret' };
  function renderGroup(group: Partial<Group>) {
    return renderParts(<ContactHeader />, {
      channel: 'telegram',
      kind: 'group',
      group: { memberCount: 1280, ...group },
    });
  }

  test('says how many members it has', async () => {
    renderGroup({ memberCount: 1280 });
    expect(await screen.findByText('1,280 members')).toBeVisible();
  });

  test('says that the number of members is not known', async () => {
    renderGroup({ memberCount: null });
    expect(await screen.findByText('Number of members unknown')).toBeVisible();
  });

  test('copies its share link and its invite link', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    renderGroup({ shareLink: 'https://t.me/padel', inviteLink: link });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy share link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Copy invite link' }));
    expect(writeText.mock.calls).toEqual([['https://t.me/padel'], ['https://t.me/+secret']]);
  });

  test('offers the link as selected text where the clipboard is refused, and never says "Copied"', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    renderGroup({ shareLink: 'https://t.me/padel' });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy share link' }));
    const text = await screen.findByRole('textbox', { name: /^Could not copy/ });
    expect(text).toHaveValue('https://t.me/padel');
    expect(text).toHaveFocus();
    expect(screen.queryByText('Copied')).toBeNull();
  });

  test('says that an invite link was revoked, and does not offer it', async () => {
    renderGroup({ inviteLink: { ...link, revoked: true } });
    expect(await screen.findByText('The invite link was revoked')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Copy invite link' })).toBeNull();
  });

  test('says that an invite link has expired, and does not offer it', async () => {
    renderGroup({ inviteLink: { ...link, expiresAt: '2020-01-01T00:00:00Z' } });
    expect(await screen.findByText('The invite link has expired')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Copy invite link' })).toBeNull();
  });

  test('says when an invite link will expire', async () => {
    renderGroup({ inviteLink: { ...link, expiresAt: '2222-05-12T18:42:00Z' } });
    expect(await screen.findByText(/^Invite link expires .*2222/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy invite link' })).toBeVisible();
  });

  test('tells a link that it has not from one that cannot be known', async () => {
    renderGroup({ shareLink: null });
    expect(await screen.findByText('No share link')).toBeVisible();
    expect(screen.queryByText('No invite link')).toBeNull();
  });
});

test('stands alone under a provider with the theme and a voice of its own', async () => {
  const { container } = renderParts(<ContactHeader className="mine" id="who" />);
  await heading('Marina Oliveira');
  expect(container.querySelector('.sbc-root #who.mine')).not.toBeNull();
  expect(screen.getByRole('status')).toBeInTheDocument();
});
