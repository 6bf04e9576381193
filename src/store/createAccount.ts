import type { QueryClient } from '@tanstack/query-core';
import type { AdapterError } from '../adapters/AdapterError.ts';
import {
  checkContact,
  checkList,
  checkMember,
  checkPage,
  checkPipelines,
  checkTag,
} from '../adapters/checkAnswer.ts';
import type { DataAdapter } from '../adapters/DataAdapter.ts';
import type { Pipeline } from '../model/deal.ts';
import type { Member } from '../model/member.ts';
import type { Tag } from '../model/tag.ts';
import { can } from './can.ts';
import type { Clock } from './clock.ts';
import { type Catalogue, createCatalogue } from './createCatalogue.ts';
import type { Connection } from './createConnection.ts';

/** What an account has, whoever is shown. */
export interface Account {
  readonly tags: Catalogue<Tag>;
  readonly members: Catalogue<Member>;
  readonly pipelines: Catalogue<Pipeline>;
  /** Contacts that have this address or number. Rejects with an `AdapterError`. */
  findContacts: NonNullable<DataAdapter['findContacts']>;
}

export interface AccountOptions {
  readonly getAdapter: () => DataAdapter;
  readonly clock: Clock;
  readonly connection: Connection;
  readonly queryClient: QueryClient;
  readonly queryKey: readonly unknown[];
  readonly onError: (error: AdapterError) => void;
}

export function createAccount({
  getAdapter,
  clock,
  connection,
  queryClient,
  queryKey,
  onError,
}: AccountOptions): Account {
  const common = { clock, connection, queryClient };
  return {
    tags: createCatalogue({
      ...common,
      queryKey: [...queryKey, 'tags'],
      async read(query, page, signal) {
        const answer = await can(getAdapter(), 'searchTags').searchTags(query, page, { signal });
        return checkPage(checkTag, answer, onError);
      },
    }),
    members: createCatalogue({
      ...common,
      queryKey: [...queryKey, 'members'],
      async read(query, page, signal) {
        const answer = await can(getAdapter(), 'searchMembers').searchMembers(query, page, { signal });
        return checkPage(checkMember, answer, onError);
      },
    }),
    pipelines: createCatalogue({
      ...common,
      queryKey: [...queryKey, 'pipelines'],
      async read(_query, _page, signal) {
        const answer = await can(getAdapter(), 'listPipelines').listPipelines({ signal });
        return { items: checkPipelines(answer, onError) };
      },
    }),
    async findContacts(query, { signal }) {
      const answer = await connection.call(
        (inner) => can(getAdapter(), 'findContacts').findContacts(query, { signal: inner }),
        signal,
      );
      return checkList(checkContact, answer, onError);
    },
  };
}
