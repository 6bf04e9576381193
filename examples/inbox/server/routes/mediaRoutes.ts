import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { campaigns } from '../schema.ts';
import type { AppEnv, Services } from '../services.ts';

/**
 * What stands outside of the inbox in real life: pictures, the page of an ad, the CRM. Public, and without a word
 * about anybody.
 */
export function mediaRoutes({ db }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/avatars/:file{[a-z0-9-]+\\.svg}', (c) => {
    const name = c.req.param('file').slice(0, -'.svg'.length);
    // The network's link to this one has expired.
    if (name.startsWith('expired-')) return c.notFound();
    return sendSvg(c.body(drawPortrait(hash(name))));
  });

  app.get('/ads/:file{[a-z0-9-]+\\.svg}', (c) => sendSvg(c.body(drawAd(hash(c.req.param('file'))))));

  app.get('/ads/:adId', async (c) => {
    const [ad] = await db
      .select()
      .from(campaigns)
      .where(eq(campaigns.adId, c.req.param('adId')));
    if (!ad) return c.notFound();
    return c.html(toPage(ad.title ?? ad.name, [ad.body ?? '', `${ad.source} · ${ad.name}`]));
  });

  app.get('/crm/:kind{deals|contacts}/:id', (c) => {
    const title = c.req.param('kind') === 'deals' ? 'Deal' : 'Contact';
    return c.html(toPage(title, ['Here the page of your CRM opens.', c.req.param('id')]));
  });

  return app;
}

function sendSvg(response: Response): Response {
  response.headers.set('Content-Type', 'image/svg+xml');
  response.headers.set('Cache-Control', 'public, max-age=3600');
  response.headers.set('Content-Security-Policy', "default-src 'none'");
  return response;
}

function drawPortrait(seed: number): string {
  const hue = seed % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
  <linearGradient id="g" x2="1" y2="1">
    <stop stop-color="hsl(${hue} 70% 82%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360} 60% 58%)"/>
  </linearGradient>
  <rect width="96" height="96" fill="url(#g)"/>
  <circle cx="48" cy="40" r="17" fill="hsl(${hue} 45% 94%)"/>
  <path d="M14 96a34 30 0 0 1 68 0z" fill="hsl(${(hue + 20) % 360} 55% 38%)"/>
</svg>`;
}

function drawAd(seed: number): string {
  const hue = seed % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160">
  <radialGradient id="g" cx=".3" cy=".25" r="1">
    <stop stop-color="hsl(${hue} 90% 86%)"/><stop offset="1" stop-color="hsl(${(hue + 20) % 360} 60% 46%)"/>
  </radialGradient>
  <rect width="160" height="160" fill="url(#g)"/>
  <circle cx="112" cy="116" r="30" fill="hsl(${(hue + 180) % 360} 50% 92% / .5)"/>
</svg>`;
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 7);
}

function toPage(title: string, lines: readonly string[]): string {
  const body = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<h1>${escapeHtml(title)}</h1>
${body}
</html>`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
