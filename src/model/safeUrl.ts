const LONGEST = 4096;
const protocols: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * The URL as it may stand in a link, or `null`: absolute, of a protocol that runs no script, without a user name
 * that could pose as the host. What is returned is what the parser understood, not what was written.
 */
export function safeUrl(url: string | null | undefined): string | null {
  const parsed = parse(url);
  if (!parsed || !protocols.includes(parsed.protocol)) return null;
  return isWeb(parsed) ? withinLength(parsed.href) : safeAddress(parsed);
}

/** The URL as it may stand in an image, or `null`: `https:`, or a `blob:` that the host's own page made. */
export function safeImageUrl(url: string | null | undefined): string | null {
  const parsed = parse(url);
  if (!parsed) return null;
  const { protocol, hostname, href } = parsed;
  // Whoever develops against a server of their own has no certificate; nothing crosses the network there.
  const isLocal = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return isLocal || protocol === 'https:' || protocol === 'blob:' ? withinLength(href) : null;
}

/** The host that a link really leads to, in ASCII, so that a look-alike letter shows. `null` for no web page. */
export function urlHost(url: string | null | undefined): string | null {
  const safe = safeUrl(url);
  if (safe === null) return null;
  const parsed = new URL(safe);
  return isWeb(parsed) ? parsed.host : null;
}

function parse(url: string | null | undefined): URL | null {
  if (typeof url !== 'string' || url.length > LONGEST) return null;
  try {
    const parsed = new URL(url);
    // A space in the host: some browsers take it, and a server that draws the same card does not.
    const isHost = !parsed.hostname.includes('%');
    return isHost && parsed.username === '' && parsed.password === '' ? parsed : null;
  } catch {
    return null;
  }
}

/** A mail or phone link carries the address alone: no copy to others, no ready-made text, no line break. */
function safeAddress({ protocol, host, pathname }: URL): string | null {
  // An address never begins with a slash; written anew it would be read as a host.
  if (host !== '' || pathname === '' || pathname.startsWith('/')) return null;
  if (/[\s<>"]|%0[ad]/i.test(pathname)) return null;
  return withinLength(protocol + pathname);
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function withinLength(href: string): string | null {
  return href.length <= LONGEST ? href : null;
}
