import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the built pages: `/ours/card` is the card of ours. */
export async function servePages(folder: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    // Isolated, the page's clock has steps of 5 µs, else of 100.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const ending = extname(path);
    if (ending === '') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(toDocument(path));
      return;
    }
    try {
      const content = await readFile(join(folder, path));
      response.setHeader('Content-Type', types[ending] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function toDocument(path: string): string {
  const [, contestant, kind] = path.split('/');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${contestant} ${kind}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${contestant}/style.css">
<style>body { margin: 0 } #place { width: 380px } .list #place { height: 600px; overflow: auto }</style>
<body class="${kind}">
<div id="place"></div>
<script type="module" src="/${contestant}/${kind}.js"></script>`;
}
