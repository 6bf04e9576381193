import { isEmail } from '../model/email.ts';
import { isPhone } from '../model/phone.ts';
import { safeUrl, urlHost } from '../model/safeUrl.ts';

export interface VariableLink {
  readonly href: string;
  /** Of a web page: its host as the browser will ask for it, and what follows. Other links read as they are given. */
  readonly page: { readonly host: string; readonly path: string } | null;
}

/** Where the value of a phone, an e-mail address or a URL leads; `null` for what leads nowhere safe. */
export function toVariableLink(type: string, value: string): VariableLink | null {
  switch (type) {
    case 'phone':
      return isPhone(value) ? toTel(value) : null;
    case 'email':
      return isEmail(value) ? toMailto(value) : null;
    case 'url': {
      const href = safeUrl(value);
      const host = urlHost(value);
      if (href === null) return null;
      return { href, page: host === null ? null : { host, path: toPath(href) } };
    }
    default:
      return null;
  }
}

function toTel(phone: string): VariableLink | null {
  const [number = '', extension] = phone.normalize('NFKC').split(/(?:ext\.?|x|#)\s*(?=\p{Nd}+$)/iu);
  const digits = number.replace(/[^\p{Nd}+]/gu, '') + (extension === undefined ? '' : `;ext=${extension}`);
  // No telephone knows the digits of other scripts.
  return /^[\d+;=ext]+$/.test(digits) ? { href: `tel:${digits}`, page: null } : null;
}

function toMailto(address: string): VariableLink | null {
  try {
    return { href: `mailto:${encodeURIComponent(address).replace('%40', '@')}`, page: null };
  } catch {
    // A lone surrogate cannot be written into an address.
    return null;
  }
}

function toPath(href: string): string {
  const { pathname, search, hash } = new URL(href);
  const path = pathname + search + hash;
  return path === '/' ? '' : path;
}
