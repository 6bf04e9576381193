import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseOptions } from '../../examples/inbox/server/database.ts';

export interface TestDatabase {
  readonly options: DatabaseOptions;
  drop(): Promise<void>;
}

/**
 * A database of its own: on the server that DATABASE_URL names, else the embedded PostgreSQL, which forgets
 * everything with its process unless it `isLasting`.
 */
export async function createDatabase({ isLasting = false } = {}): Promise<TestDatabase> {
  const admin = process.env.DATABASE_URL;
  if (admin) return createOnServer(admin);
  if (!isLasting) return { options: {}, drop: async () => {} };
  const dataFolder = await mkdtemp(join(tmpdir(), 'inbox-data-'));
  return { options: { dataFolder }, drop: () => rm(dataFolder, { recursive: true, force: true }) };
}

async function createOnServer(admin: string): Promise<TestDatabase> {
  const name = `inbox_test_${randomBytes(6).toString('hex')}`;
  await execute(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    options: { databaseUrl: url.href },
    drop: () => execute(admin, `drop database ${name} with (force)`),
  };
}

async function execute(connectionString: string, statement: string) {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}
