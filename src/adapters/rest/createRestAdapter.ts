import type { Contact, ContactDraft, ContactPatch } from '../../model/contact.ts';
import type { Deal, Pipeline } from '../../model/deal.ts';
import type { Member } from '../../model/member.ts';
import type { Subscriber, Tagging } from '../../model/subscriber.ts';
import type { Tag } from '../../model/tag.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataAdapter, Page, WriteContext } from '../DataAdapter.ts';
import { createHttp, type HttpHeaders, type HttpOptions, type HttpRequest } from '../http.ts';
import { followEvents } from './followEvents.ts';
import { toContactBody, toContactError, toPath, toQuery, toSubscriberPath } from './mapping.ts';

export type { HttpHeaders, HttpOptions };

/** The optional methods of a {@link DataAdapter}. */
export type Capability = Exclude<keyof DataAdapter, 'idempotent' | 'getSubscriber'>;

export interface RestAdapterOptions extends HttpOptions {
  /** What the backend does not implement: `{ deleteDeal: false }`. Everything else is offered. */
  readonly capabilities?: { readonly [name in Capability]?: boolean | undefined } | undefined;
}

/** An adapter for a backend that speaks the HTTP contract of `openapi.yaml`. */
export function createRestAdapter({ capabilities = {}, ...options }: RestAdapterOptions): DataAdapter {
  const http = createHttp(options);

  // The card checks every answer against its schemas, so an answer is only given its name here.
  async function read<T>(path: string, { signal }: { signal: AbortSignal }): Promise<T> {
    return (await http.json(path, { signal })) as T;
  }

  async function write<T>(
    method: Exclude<HttpRequest['method'], 'GET'>,
    path: string,
    { signal, idempotencyKey, ifRevision }: WriteContext,
    body?: unknown,
  ): Promise<T> {
    const headers = {
      'idempotency-key': idempotencyKey,
      ...(ifRevision !== undefined && { 'if-match': `"${ifRevision}"` }),
      ...(method === 'PATCH' && { 'content-type': 'application/merge-patch+json' }),
    };
    return (await http.json(path, { method, headers, body, signal })) as T;
  }

  async function writeContact(
    method: 'POST' | 'PATCH',
    path: string,
    draft: ContactDraft | ContactPatch,
    context: WriteContext,
  ): Promise<Contact> {
    try {
      return await write<Contact>(method, path, context, toContactBody(draft));
    } catch (thrown) {
      throw toContactError(thrown, draft.fields);
    }
  }

  const adapter: Required<DataAdapter> = {
    idempotent: true,

    getSubscriber: async (ref, context) => read<Subscriber>(toSubscriberPath(ref), context),

    async setVariable(ref, key, value, context) {
      const path = toSubscriberPath(ref, ['variables', key]);
      return { value: await write<Variable>('PUT', path, context, { value }) };
    },

    searchTags: (query, page, context) => read<Page<Tag>>(`/tags${toQuery({ query, ...page })}`, context),
    async addTag(ref, tagId, context) {
      return { value: await write<Tagging>('PUT', toSubscriberPath(ref, ['tags', tagId]), context) };
    },
    async removeTag(ref, tagId, context) {
      return { value: await write<Tagging>('DELETE', toSubscriberPath(ref, ['tags', tagId]), context) };
    },
    async createTag(ref, name, context) {
      return { value: await write<Tagging>('POST', toSubscriberPath(ref, ['tags']), context, { name }) };
    },

    listPipelines: (context) => read<readonly Pipeline[]>('/pipelines', context),
    searchMembers: (query, page, context) =>
      read<Page<Member>>(`/members${toQuery({ query, ...page })}`, context),

    listDeals: async (ref, page, context) =>
      read<Page<Deal>>(toSubscriberPath(ref, ['deals'], { ...page }), context),
    createDeal: async (ref, draft, context) =>
      write<Deal>('POST', toSubscriberPath(ref, ['deals']), context, draft),
    updateDeal: async (_ref, dealId, patch, context) =>
      write<Deal>('PATCH', toPath('deals', dealId), context, patch),
    async deleteDeal(_ref, dealId, context) {
      await write<null>('DELETE', toPath('deals', dealId), context);
    },

    getContact: async (ref, context) => read<Contact | null>(toSubscriberPath(ref, ['contact']), context),
    createContact: async (ref, draft, context) =>
      writeContact('POST', toSubscriberPath(ref, ['contact']), draft, context),
    updateContact: async (_ref, contactId, patch, context) =>
      writeContact('PATCH', toPath('contacts', contactId), patch, context),
    linkContact: async (ref, contactId, context) =>
      write<Contact>('PUT', toSubscriberPath(ref, ['contact']), context, { contactId }),
    findContacts: async (query, { signal }) =>
      (await http.json('/contacts/search', { method: 'POST', body: query, signal })) as readonly Contact[],

    subscribe: (ref, listener, { signal }) =>
      followEvents(http, toSubscriberPath(ref, ['events']), listener, signal),
  };

  return withoutMissing(adapter, capabilities);
}

/** An optional method is a capability, so what the backend lacks must not be there at all. */
function withoutMissing(
  adapter: Required<DataAdapter>,
  capabilities: NonNullable<RestAdapterOptions['capabilities']>,
): DataAdapter {
  const offered: DataAdapter = { ...adapter };
  for (const name of Object.keys(capabilities) as Capability[]) {
    if (capabilities[name] === false) delete offered[name];
  }
  return offered;
}
