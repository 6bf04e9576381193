import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import type { AppEnv } from '../services.ts';

/** Vite writes this where a nonce has to stand (`html.cspNonce`). */
const noncePlaceholder = '__CSP_NONCE__';

/** The built page: its files, and for every other address the page itself, which knows its own addresses. */
export function siteRoutes(folder: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const page = join(folder, 'index.html');

  async function sendPage(c: Context) {
    const html = await readFile(page, 'utf8').catch(() => null);
    if (html === null) return c.text('The page is not built yet: run npm start.', 503);
    const nonce = randomBytes(16).toString('base64');
    c.header('Content-Security-Policy', toPolicy(nonce));
    c.header('Cache-Control', 'no-cache');
    return c.html(html.replaceAll(noncePlaceholder, nonce));
  }

  app.get('/', sendPage);
  app.get('/index.html', sendPage);
  if (existsSync(folder)) {
    const cacheFor = (path: string) =>
      path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    app.use(
      '*',
      serveStatic({ root: folder, onFound: (path, c) => c.header('Cache-Control', cacheFor(path)) }),
    );
  }
  app.get('*', (c, next) => (c.req.header('Accept')?.includes('text/html') ? sendPage(c) : next()));
  return app;
}

function toPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
