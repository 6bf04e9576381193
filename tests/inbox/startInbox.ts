import {
  createServer,
  type InboxServer,
  type ServerOptions,
} from '../../examples/inbox/server/createServer.ts';
import { createRestAdapter } from '../../src/adapters/rest/createRestAdapter.ts';
import { createDatabase } from './createDatabase.ts';

export const webhookSecret = 'a secret of the tests';

export interface Inbox extends InboxServer {
  /** An operator at the inbox: the card's adapter, and plain requests with their token. */
  signIn(operatorId: string): Promise<OperatorAtInbox>;
}

export type OperatorAtInbox = Awaited<ReturnType<typeof signIn>>;

/**
 * The real server of the example, in this process, over a database of its own: the embedded PostgreSQL in memory, or
 * a fresh database on the server that DATABASE_URL names.
 */
export async function startInbox(options: Partial<ServerOptions> = {}): Promise<Inbox> {
  const database = await createDatabase();
  const server = await createServer({
    port: 0,
    webhookSecret,
    heartbeatMs: 200,
    ...database.options,
    ...options,
  });
  return {
    ...server,
    signIn: (operatorId) => signIn(server.url, operatorId),
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

async function signIn(url: string, operatorId: string) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ operatorId }),
  });
  const { token } = (await answer.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const adapter = createRestAdapter({ baseUrl: `${url}/api/v1`, headers });

  /** A request beside the adapter; `path` from the root of the server. */
  async function send(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
    const init: RequestInit = { method, headers: { ...headers, ...more } };
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  }

  return { token, adapter, send };
}
