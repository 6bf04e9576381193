import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forgetAnswers } from '../../examples/inbox/server/idempotency.ts';
import { migrate } from '../../examples/inbox/server/migrate.ts';
import { answers, sessions } from '../../examples/inbox/server/schema.ts';
import { type Inbox, type OperatorAtInbox, startInbox } from './startInbox.ts';

let inbox: Inbox;
let ana: OperatorAtInbox;
let bruno: OperatorAtInbox;
let webFolder: string;
let now: Date;

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'inbox-web-'));
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><script nonce="__CSP_NONCE__"></script>');
  await writeFile(join(webFolder, 'app.js'), 'start();');
  now = new Date();
  inbox = await startInbox({ webFolder, eventLimit: 5, now: () => now });
  ana = await inbox.signIn('ana');
  bruno = await inbox.signIn('bruno');
}, 120_000);

afterAll(async () => {
  await inbox?.close();
  await rm(webFolder, { recursive: true });
});

/** Reads a stream for a while. */
async function listen(path: string, headers: Record<string, string>, ms = 400): Promise<string> {
  const response = await fetch(inbox.url + path, {
    headers: { authorization: `Bearer ${ana.token}`, ...headers },
    signal: AbortSignal.timeout(ms),
  });
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const piece of response.body ?? []) text += decoder.decode(piece, { stream: true });
  } catch {
    // The time is up.
  }
  return text;
}

const toBlocks = (stream: string) => stream.split('\n\n').filter((block) => block.startsWith('id:'));

describe('signing in', () => {
  it('offers the operators, and nobody else', async () => {
    const { body } = await ana.send('GET', '/api/operators');
    expect(body.map(({ id }: { id: string }) => id)).toEqual(['ana', 'bruno']);
  });

  it.each(['carla', 'helen', 'nobody', ''])('refuses %j', async (operatorId) => {
    expect((await ana.send('POST', '/api/session', { operatorId })).status).toBe(404);
  });

  it('says who is signed in', async () => {
    const { body } = await ana.send('GET', '/api/session');
    expect(body).toMatchObject({
      operator: { id: 'ana', name: 'Ana Souza' },
      workspace: { name: 'Ateliê Mar' },
    });
  });

  it('ends the live events of a session with it', async () => {
    const guest = await inbox.signIn('ana');
    const headers = { authorization: `Bearer ${guest.token}` };
    const events = await fetch(`${inbox.url}/api/inbox/events`, { headers });
    expect(events.status).toBe(200);
    await guest.send('DELETE', '/api/session');
    // Resolves only when the server has closed the stream.
    expect(await events.text()).toContain('id: ');
  });

  it('ends a session', async () => {
    const guest = await inbox.signIn('ana');
    expect((await guest.send('DELETE', '/api/session')).status).toBe(204);
    expect((await guest.send('GET', '/api/session')).status).toBe(401);
  });

  it('keeps no token that could be read out of the database', async () => {
    const kept = JSON.stringify(await inbox.db.select().from(sessions));
    expect(kept).not.toContain(ana.token);
  });

  it.each([
    '/api/v1/subscribers/marina-oliveira',
    '/api/v1/subscribers/marina-oliveira/events',
    '/api/v1/tags',
    '/api/inbox/conversations',
    '/api/inbox/events',
  ])('refuses %s without a token, and with a wrong one', async (path) => {
    for (const authorization of ['', 'Bearer x', `Bearer ${'x'.repeat(43)}`, `Basic ${ana.token}`]) {
      const response = await fetch(inbox.url + path, { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ status: 401, code: 'unauthorized' });
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});

describe('another workspace', () => {
  it('does not exist for the operators of this one', async () => {
    const patient = '/api/v1/subscribers/patient-of-the-clinic';
    const contact = '/api/v1/contacts/contact-patient-of-the-clinic';
    const deal = await inbox.db.query.deals.findFirst({
      where: (deals, { eq }) => eq(deals.workspaceId, 'lumen-clinic'),
    });
    const attempts = [
      ana.send('GET', patient),
      ana.send('GET', `${patient}/events`),
      ana.send('GET', `${patient}/deals`),
      ana.send('GET', `${patient}/contact`),
      ana.send('PUT', `${patient}/variables/email`, { value: 'x@y.z' }),
      ana.send('PUT', `${patient}/tags/tag-1`),
      ana.send('DELETE', `${patient}/tags/tag-1`),
      ana.send('POST', `${patient}/tags`, { name: 'VIP' }),
      ana.send('POST', `${patient}/deals`, {}),
      ana.send('PATCH', `/api/v1/deals/${deal?.id}`, { name: 'x' }),
      ana.send('DELETE', `/api/v1/deals/${deal?.id}`),
      ana.send('POST', `${patient}/contact`, {}),
      ana.send('PUT', `${patient}/contact`, { contactId: 'contact-marina-oliveira' }),
      ana.send('PUT', '/api/v1/subscribers/kim-seoyeon/contact', {
        contactId: 'contact-patient-of-the-clinic',
      }),
      ana.send('PATCH', contact, { firstName: 'x' }),
      ana.send('GET', '/api/inbox/conversations/chat-patient-of-the-clinic/messages'),
      ana.send('POST', '/api/inbox/conversations/chat-patient-of-the-clinic/messages', { text: 'x' }),
      ana.send('POST', '/api/inbox/conversations/chat-patient-of-the-clinic/read'),
    ];
    for (const { status, body } of await Promise.all(attempts)) {
      expect([status, body.code]).toEqual([404, 'not-found']);
    }
    const list = await ana.send('GET', '/api/inbox/conversations');
    expect(list.text).not.toContain('clinic');
  });
});

describe('requests that make no sense', () => {
  it.each([
    ['no JSON', '{'],
    ['no object', '[1]'],
    ['nothing', ''],
  ])('refuses a body that is %s', async (_what, body) => {
    const answer = await ana.send('PUT', '/api/v1/subscribers/marina-oliveira/variables/plan', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid']);
  });

  it.each(['limit=0', 'limit=x', 'cursor=!', 'cursor=WzFd', 'cursor=WyJhIl0'])(
    'refuses a page with %s',
    async (query) => {
      const answer = await ana.send('GET', `/api/v1/subscribers/sophie-dubois/deals?${query}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
    },
  );

  it('refuses characters that cannot be stored, wherever they are', async () => {
    expect((await ana.send('GET', '/api/v1/subscribers/a%00b')).status).toBe(400);
    const tag = await ana.send('POST', '/api/v1/subscribers/kim-seoyeon/tags', '{"name":"a\\u0000"}');
    expect(tag.body.issues).toMatchObject([{ path: 'name' }]);
    const contact = await ana.send(
      'POST',
      '/api/v1/subscribers/kim-seoyeon/contact',
      '{"phones":[{"value":"\\ud800"}]}',
    );
    expect(contact.body.issues).toMatchObject([{ path: 'phones.0.value' }]);
  });

  it('treats SQL as text', async () => {
    const name = `'); drop table tags; --`;
    const created = await ana.send('POST', '/api/v1/subscribers/kim-seoyeon/tags', { name });
    expect(created.body.tags.at(-1)).toMatchObject({ name });
    const found = await ana.send('GET', `/api/v1/tags?query=${encodeURIComponent(name)}`);
    expect(found.body.items).toHaveLength(1);
    expect((await ana.send('GET', '/api/v1/tags?query=%25')).body.items).toEqual([]);
  });

  it('refuses a body that is too large', async () => {
    const text = 'x'.repeat(5_000_000);
    const answer = await ana.send('POST', '/api/inbox/conversations/chat-kim-seoyeon/messages', { text });
    expect([answer.status, answer.body.code]).toEqual([413, 'invalid']);
  });

  it('tells nothing of its inside when it fails', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fault = new Error('select secret from inside.ts');
    vi.spyOn(inbox.db, 'transaction').mockRejectedValueOnce(fault);
    const answer = await ana.send('POST', '/api/v1/subscribers/kim-seoyeon/tags', { name: 'x' });
    expect([answer.status, answer.body.code]).toEqual([500, 'unavailable']);
    expect(answer.text).not.toMatch(/secret|inside|\.ts/);
    expect(log).toHaveBeenCalledWith(fault);
    vi.restoreAllMocks();
  });

  it('refuses an Idempotency-Key that is too long', async () => {
    const key = { 'idempotency-key': 'k'.repeat(256) };
    const answer = await ana.send('POST', '/api/v1/subscribers/kim-seoyeon/tags', { name: 'x' }, key);
    expect(answer.status).toBe(400);
  });

  it('answers addresses that are not there', async () => {
    expect((await ana.send('GET', '/api/v1/planets')).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await ana.send('GET', '/nothing.js')).status).toBe(404);
  });
});

describe('preconditions', () => {
  const path = '/api/v1/subscribers/emre-yilmaz/variables/phone';

  it('understands If-Match with several tags and with a star, and no weak ones', async () => {
    const put = (value: string, match: string) => ana.send('PUT', path, { value }, { 'if-match': match });
    expect((await put('111', '"7", "1"')).headers.get('etag')).toBe('"2"');
    expect((await put('222', '*')).status).toBe(200);
    const refused = await put('333', 'W/"3"');
    expect(refused.status).toBe(412);
    expect(refused.headers.get('etag')).toBe('"3"');
    expect(refused.body.current).toMatchObject({ value: '222', revision: 3 });
  });
});

describe('idempotency', () => {
  it('forgets a key after a day', async () => {
    const path = '/api/v1/subscribers/emre-yilmaz/tags';
    const post = () => ana.send('POST', path, { name: 'VIP' }, { 'idempotency-key': 'once a day' });
    const first = await post();
    await ana.send('DELETE', `${path}/tag-1`);
    expect((await post()).body).toEqual(first.body);
    now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
    const fresh = await post();
    expect(fresh.body.revision).toBe(first.body.revision + 2);
    expect(await inbox.db.select().from(answers)).toHaveLength(1);
    now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
    await forgetAnswers({ db: inbox.db, now: () => now });
    expect(await inbox.db.select().from(answers)).toEqual([]);
  });
});

describe('streams', () => {
  const path = '/api/v1/subscribers/kim-seoyeon/events';
  const setSize = (value: string) =>
    ana.send('PUT', '/api/v1/subscribers/kim-seoyeon/variables/dress_size', { value });

  it('replays what was missed after the Last-Event-ID, in order', async () => {
    const start = Number(/id: (\d+)/.exec(await listen(path, {}))?.[1]);
    now = new Date(now.getTime() + 60_000);
    for (const size of ['1', '2', '3']) await setSize(size);
    const missed = toBlocks(await listen(path, { 'last-event-id': String(start + 1) }));
    expect(missed.slice(1).map((block) => /"value":"(\d)"/.exec(block)?.[1])).toEqual(['2', '3']);
    expect(missed.map((block) => Number(/^id: (\d+)/.exec(block)?.[1]))).toEqual([
      start + 1,
      start + 2,
      start + 3,
    ]);
  });

  it('begins with the events of the last seconds where there is no Last-Event-ID', async () => {
    await setSize('4');
    expect(toBlocks(await listen(path, {})).at(-1)).toContain('"value":"4"');
    now = new Date(now.getTime() + 60_000);
    expect(await listen(path, {})).not.toContain('data:');
  });

  it.each(['0', 'garbage', '999999'])('says invalidated after %s, which it cannot continue', async (id) => {
    for (let size = 10; size < 20; size += 1) await setSize(String(size));
    now = new Date(now.getTime() + 60_000);
    const blocks = toBlocks(await listen(path, { 'last-event-id': id }));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toContain('{"type":"invalidated"}');
  });

  it('hums, so that nobody takes it for dead', async () => {
    expect((await listen(path, {}, 700)).match(/^:$/gm)?.length).toBeGreaterThan(1);
  });
});

describe('conversations', () => {
  it('lists them, the newest first, with what was said last', async () => {
    const { body } = await ana.send('GET', '/api/inbox/conversations');
    expect(body.length).toBeGreaterThanOrEqual(12);
    expect(new Set(body.map(({ channel }: { channel: string }) => channel))).toEqual(
      new Set(['instagram', 'telegram', 'messenger', 'whatsapp', 'viber', 'tiktok', 'live-chat']),
    );
    expect(body[0]).toMatchObject({
      id: 'chat-marina-oliveira',
      subscriberId: 'marina-oliveira',
      name: 'Marina Oliveira',
      unread: 2,
      lastMessage: { author: 'subscriber' },
    });
    const times = body.map(({ lastMessageAt }: { lastMessageAt: string }) => lastMessageAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('shows which message answers which ad', async () => {
    const { body } = await ana.send('GET', '/api/inbox/conversations/chat-ahmed-alfarsi/messages');
    expect(body[0]).toMatchObject({ campaignId: 'click-to-whatsapp', campaign: { source: 'Instagram ad' } });
    expect(body[1]).toMatchObject({ author: 'bot', campaignId: null, campaign: null });
  });

  it('takes a message and tells the other operator', async () => {
    const heard = listen('/api/inbox/events', { authorization: `Bearer ${bruno.token}` });
    const path = '/api/inbox/conversations/chat-ahmed-alfarsi';
    const posted = await ana.send('POST', `${path}/messages`, { text: 'تم، شكراً' });
    expect(posted.status).toBe(201);
    expect(posted.body).toMatchObject({ author: 'operator', authorName: 'Ana Souza', text: 'تم، شكراً' });
    expect((await ana.send('POST', `${path}/read`)).status).toBe(204);
    const stream = await heard;
    expect(stream).toContain('"messageCreated"');
    expect(stream).toContain('"conversationRead"');
    const list = await ana.send('GET', '/api/inbox/conversations');
    expect(list.body[0]).toMatchObject({
      id: 'chat-ahmed-alfarsi',
      unread: 0,
      lastMessage: { text: 'تم، شكراً' },
    });
  });

  it.each(['', '   ', 5, 'x'.repeat(10_001)])('refuses a message that is none', async (text) => {
    const answer = await ana.send('POST', '/api/inbox/conversations/chat-ahmed-alfarsi/messages', { text });
    expect(answer.body.issues).toMatchObject([{ path: 'text' }]);
  });
});

describe('the page', () => {
  it('is served for every address of its own, with a policy and a nonce that nobody can guess', async () => {
    const read = async (path: string) => {
      const response = await fetch(inbox.url + path, { headers: { accept: 'text/html' } });
      return { policy: response.headers.get('content-security-policy'), html: await response.text() };
    };
    const first = await read('/');
    const nonce = /nonce="([^"]+)"/.exec(first.html)?.[1];
    expect(first.policy).toContain(`'nonce-${nonce}'`);
    expect(first.policy).toContain("frame-ancestors 'none'");
    expect(first.policy).not.toContain('unsafe');
    const second = await read('/c/chat-marina-oliveira');
    expect(second.html).toMatch(/^<!doctype html>/);
    expect(second.html).not.toBe(first.html);
  });

  it('brings its files, and none from outside of its folder', async () => {
    expect((await ana.send('GET', '/app.js')).text).toBe('start();');
    expect((await ana.send('GET', '/..%2fpackage.json')).status).toBe(404);
  });

  it('draws portraits, except for the one whose link has expired', async () => {
    const portrait = await ana.send('GET', '/avatars/marina-oliveira.svg');
    expect(portrait.headers.get('content-type')).toBe('image/svg+xml');
    expect((await ana.send('GET', '/avatars/expired-olena.svg')).status).toBe(404);
  });

  it('shows an ad, whose words are no markup', async () => {
    expect((await ana.send('GET', '/ads/120211337')).text).toContain('Linho que respira');
    const deal = await ana.send('GET', '/crm/deals/%3Cscript%3E');
    expect(deal.text).not.toContain('<script>');
  });
});

describe('migrations', () => {
  it('are applied once', async () => {
    expect(await migrate(inbox.db)).toEqual([]);
  });
});

describe('many writes at once', { timeout: 60_000 }, () => {
  it('all happen: none waits for another that waits for it', async () => {
    await ana.send('PUT', '/api/v1/subscribers/kim-seoyeon/contact', {
      contactId: 'contact-marina-oliveira',
    });
    const rounds = Array.from({ length: 8 }, (_, round) => {
      const subscriber = `/api/v1/subscribers/${round % 2 ? 'marina-oliveira' : 'kim-seoyeon'}`;
      const contactId = round % 3 ? 'contact-marina-oliveira' : 'contact-james-oconnor';
      return [ana, bruno].flatMap(({ send }) => [
        send('PATCH', '/api/v1/contacts/contact-marina-oliveira', { fields: { city: `City ${round}` } }),
        send('PUT', `${subscriber}/variables/dress_size`, { value: `Size ${round}` }),
        send('PUT', `${subscriber}/contact`, { contactId }),
        send(round % 2 ? 'PUT' : 'DELETE', `${subscriber}/tags/tag-9`),
        send('POST', '/api/inbox/conversations/chat-marina-oliveira/messages', { text: `Round ${round}` }),
      ]);
    });
    const answers = await Promise.all(rounds.flat());
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
  });
});
