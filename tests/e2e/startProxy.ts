import { createServer, request as forward, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between the browser and the server, and can lose the API while the page itself still loads. */
export interface ServerProxy {
  readonly url: string;
  /** Breaks every connection to the API, streams included, and lets none come about. */
  cutOff(): void;
  /** Lets the API through again. */
  letBack(): void;
  /** How many requests of the API were answered since it was let back. */
  readonly answered: number;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<ServerProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<ServerResponse>();
  let isCut = false;
  let answered = 0;

  const server = createServer((incoming, outgoing) => {
    const { method, url: path = '/', headers } = incoming;
    const isApi = path.startsWith('/api/');
    if (isApi && isCut) return incoming.socket.destroy();
    if (isApi) open.add(outgoing);
    const passed = forward({ hostname, port, method, path, headers }, (answer) => {
      if (isApi) answered += 1;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => {
      open.delete(outgoing);
      passed.destroy();
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutOff() {
      isCut = true;
      for (const outgoing of open) outgoing.destroy();
    },
    letBack() {
      isCut = false;
      answered = 0;
    },
    get answered() {
      return answered;
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
