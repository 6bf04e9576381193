import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createAutomations } from './automations.ts';
import { createBells } from './bells.ts';
import { createApp } from './createApp.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { forgetAnswers } from './idempotency.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed/seed.ts';
import type { Services } from './services.ts';

type NodeHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface ServerOptions extends DatabaseOptions {
  /** `0` takes any free port. */
  readonly port: number;
  readonly webhookSecret: string;
  /** Where the built page is. */
  readonly webFolder?: string | undefined;
  /** Serves the page instead of the built one: Vite, while developing. */
  readonly page?: NodeHandler | undefined;
  readonly now?: (() => Date) | undefined;
  readonly heartbeatMs?: number | undefined;
  readonly eventLimit?: number | undefined;
  /** Hears, line by line, how the start goes on. */
  readonly log?: ((line: string) => void) | undefined;
}

export interface InboxServer {
  /** `http://127.0.0.1:4310` */
  readonly url: string;
  /** The server's own handle: the embedded database admits no second one. */
  readonly db: Database;
  /** Resolves when the automation rules have seen every change. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const ownPaths = /^\/(api|webhooks|avatars|ads|crm)(\/|$)/;

/** Starts the server. The port is taken first, so that a second start fails before it touches any data. */
export async function createServer({
  port,
  webhookSecret,
  webFolder = fileURLToPath(new URL('../web/dist', import.meta.url)),
  page,
  now = () => new Date(),
  heartbeatMs = 15_000,
  eventLimit = 1_000,
  log = () => {},
  ...databaseOptions
}: ServerOptions): Promise<InboxServer> {
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = sayStarting;
  const http = createHttpServer((request, response) => handle(request, response));
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  try {
    log(databaseOptions.databaseUrl ? 'connecting to PostgreSQL …' : 'starting the embedded PostgreSQL …');
    const { db, close: closeDatabase } = await openDatabase(databaseOptions);
    const applied = await migrate(db);
    if (applied.length > 0) log(`migrated: ${applied.join(', ')}`);
    if (await seed(db, now())) log('seeded the example workspace');

    const bells = createBells();
    const shared = { db, bells, now, webhookSecret, heartbeatMs, eventLimit };
    const automations = createAutomations(shared);
    const services: Services = { ...shared, wakeAutomations: automations.wake };
    automations.wake();
    const forget = () => forgetAnswers(services).catch((error: unknown) => console.error(error));
    await forget();
    const forgetting = setInterval(forget, 60 * 60 * 1000);
    const app = getRequestListener(createApp(services, { webFolder }).fetch);
    handle = (request, response) => {
      if (!page || ownPaths.test(request.url ?? '')) return app(request, response);
      page(request, response, () => app(request, response));
    };

    return {
      url,
      db,
      idle: automations.idle,
      async close() {
        clearInterval(forgetting);
        bells.close();
        const closed = new Promise((resolve) => http.close(resolve));
        http.closeIdleConnections();
        // Streams end by themselves; whoever does not let go is cut off.
        const patience = setTimeout(() => http.closeAllConnections(), 1_000);
        await closed;
        clearTimeout(patience);
        await automations.idle();
        await closeDatabase();
      },
    };
  } catch (error) {
    http.close();
    http.closeAllConnections();
    throw error;
  }
}

function sayStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' });
  response.end('The server is starting.');
}
