import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

// The backend of the guide "Writing an adapter": the one of its table, and no more.

interface Person {
  id: string;
  version: number;
  attributes: { name: string; title: string; kind: string; value: string | null }[];
  labels: { id: string; title: string; colour: string }[];
  [fact: string]: unknown;
}

interface Answer {
  status: number;
  body: unknown;
}

const operators = new Map([
  ['Bearer ana', 'Ana'],
  ['Bearer bruno', 'Bruno'],
]);

const nobody: Answer = { status: 404, body: {} };

/** Starts it on a free port of this machine. */
export async function startAcme() {
  const people = new Map<string, Person>();
  const labels = ['VIP', 'New', 'São Paulo'].map((title, index) => ({
    ...{ id: `label/${index}`, title, colour: '#0a7d5a' },
  }));
  const remembered = new Map<string, Answer>();
  let changedBy = '';

  function addPerson(): Person {
    const id = String(people.size + 1);
    const attributes = [
      { name: 'city', title: 'City', kind: 'text', value: 'Recife' },
      { name: '__proto__', title: 'A hostile name', kind: 'text', value: null },
      { name: 'orders', title: 'Orders', kind: 'number', value: '3' },
      { name: 'birthday', title: 'Birthday', kind: 'date', value: null },
      { name: 'wants_mail', title: 'Wants mail', kind: 'flag', value: 'false' },
    ];
    const person = {
      ...{ id, version: 1, network: 'telegram', full_name: `Person ${id}`, handle: null },
      ...{
        photo: 'https://cdn.example.com/ana.png',
        opted_in_at: '2026-01-31T09:30:00Z',
        opted_out_at: null,
      },
      ...{ attributes, labels: labels.slice(0, 1) },
    };
    people.set(id, person);
    return person;
  }

  function change(person: Person, name: string, run: () => void): Answer {
    run();
    person.version += 1;
    changedBy = name;
    return { status: 200, body: person };
  }

  function write(person: Person, parts: string[], method: string, body: unknown, name: string): Answer {
    const [kind, id] = parts;
    if (kind === 'attributes') {
      const attribute = person.attributes.find((each) => each.name === id);
      if (!attribute) return nobody;
      const value = (body as { value: unknown }).value;
      const text = value === null ? null : String(value);
      if (attribute.kind === 'date' && text !== null && !/^\d{4}-\d\d-\d\d$/.test(text)) {
        return { status: 422, body: { reason: 'Not a date.' } };
      }
      return change(person, name, () => Object.assign(attribute, { value: text }));
    }
    if (method === 'POST') {
      const label = {
        id: `label/${labels.length}`,
        title: (body as { title: string }).title,
        colour: '#3b5bdb',
      };
      if (label.title === '') return { status: 422, body: { reason: 'A label needs a title.' } };
      labels.push(label);
      return change(person, name, () => person.labels.push(label));
    }
    const label = labels.find((each) => each.id === id);
    if (!label) return nobody;
    if (person.labels.includes(label) === (method === 'PUT')) return { status: 200, body: person };
    const others = person.labels.filter((each) => each !== label);
    return change(person, name, () => {
      person.labels = method === 'PUT' ? [...others, label] : others;
    });
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method = 'GET', headers } = request;
    const name = operators.get(headers.authorization ?? '');
    if (!name) return { status: 401, body: {} };
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://acme.test');
    const [noun, id, ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
    if (noun === 'labels') return { status: 200, body: list(searchParams) };
    if (method === 'POST' && id === undefined) return { status: 200, body: addPerson() };
    const person = people.get(id ?? '');
    if (noun !== 'people' || !person || (rest.length === 0) !== (method === 'GET')) return nobody;
    if (method === 'GET') return { status: 200, body: person };
    const text = (await request.toArray()).join('');
    const key = String(headers['idempotency-key']);
    const known = remembered.get(key);
    if (known) return known;
    if (headers['if-match'] && Number(headers['if-match']) !== person.version) {
      return { status: 412, body: { person, changed_by: changedBy } };
    }
    const done = write(person, rest, method, text === '' ? null : JSON.parse(text), name);
    remembered.set(key, { ...done, body: structuredClone(done.body) });
    return done;
  }

  function list(search: URLSearchParams) {
    const title = search.get('title')?.toLowerCase() ?? '';
    const [page, size] = [Number(search.get('page')), Number(search.get('per_page'))];
    const found = labels.filter((each) => each.title.toLowerCase().includes(title));
    const end = page * size;
    return { labels: found.slice(end - size, end), next_page: end < found.length ? page + 1 : null };
  }

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch(() => ({ status: 400, body: {} }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
