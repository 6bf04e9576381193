import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type InboxServer } from '../../examples/inbox/server/createServer.ts';

let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'inbox-data-'));
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

function start(port = 0): Promise<InboxServer> {
  return createServer({ port, dataFolder, webhookSecret: 'secret' });
}

async function signIn({ url }: InboxServer): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', body: '{"operatorId":"ana"}' });
  return ((await answer.json()) as { token: string }).token;
}

describe('the embedded database', { timeout: 120_000 }, () => {
  it('keeps what was saved, the sessions and the answers over a restart, and ends open streams', async () => {
    const first = await start();
    const headers = { authorization: `Bearer ${await signIn(first)}`, 'idempotency-key': randomUUID() };
    const put = ({ url }: InboxServer) =>
      fetch(`${url}/api/v1/subscribers/kim-seoyeon/variables/email`, {
        method: 'PUT',
        headers,
        body: '{"value":"kim@example.com"}',
      });
    const answer: unknown = await (await put(first)).json();
    const stream = await fetch(`${first.url}/api/inbox/events`, { headers });
    const ended = stream.text();
    await first.close();
    await ended;

    const second = await start();
    expect(await (await put(second)).json()).toEqual(answer);
    await second.close();
  });

  it('belongs to one process, and outlives one that was killed', async () => {
    // Process 1 is always there and never this one.
    await writeFile(join(dataFolder, 'lock'), '1');
    await expect(start()).rejects.toThrow('Process 1 uses the data');
    await writeFile(join(dataFolder, 'lock'), '99999999');
    const server = await start();
    await expect(start(Number(new URL(server.url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await server.close();
  });
});
