import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** Stands in the built page where the answer's own nonce comes. */
export const NONCE = 'the-nonce-of-this-answer';

export interface Policy {
  /** The Content-Security-Policy. */
  readonly header: string;
  readonly nonce?: string;
}

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves a built page on this machine, under a policy. */
export async function servePage(folder: string, { header, nonce = '' }: Policy) {
  const server = createServer(({ url = '/' }, answer) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return answer.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    answer.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': header,
    });
    const content = readFileSync(file);
    return answer.end(extname(file) === '.html' ? content.toString().replaceAll(NONCE, nonce) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
