import type { Channel } from './subscriber.ts';

const pages = new Map<Channel, string>([
  ['telegram', 'https://t.me/'],
  ['instagram', 'https://www.instagram.com/'],
  ['tiktok', 'https://www.tiktok.com/@'],
]);

/** The public page of a person, or `null` where the network has none: Messenger shows nobody's user name. */
export function toProfileUrl(channel: Channel, username: string | null | undefined): string | null {
  const page = pages.get(channel);
  const name = username?.trim().replace(/^@/, '') ?? '';
  // A name of dots alone would climb out of its path, and half a surrogate pair cannot be encoded.
  if (page === undefined || /^\.*$/.test(name) || /\p{Cs}/u.test(name)) return null;
  return page + encodeURIComponent(name);
}
