import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import * as schema from './schema.ts';

/** The embedded PostgreSQL or a real one: the same SQL runs on both. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface DatabaseOptions {
  /** A real PostgreSQL: `postgres://…`. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded one keeps its files. Without it, it lives in memory. */
  readonly dataFolder?: string | undefined;
}

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

export async function openDatabase({ databaseUrl, dataFolder }: DatabaseOptions): Promise<OpenDatabase> {
  if (databaseUrl) return openPostgres(databaseUrl);
  const unlock = dataFolder ? await lock(dataFolder) : async () => {};
  const client = await PGlite.create(dataFolder ? join(dataFolder, 'pglite') : 'memory://');
  return {
    db: drizzlePglite(client, { schema, casing: 'snake_case' }),
    async close() {
      await client.close();
      await unlock();
    },
  };
}

async function openPostgres(databaseUrl: string): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: databaseUrl });
  // An idle connection that the server ends is replaced on the next query; unheard, it would end the process.
  pool.on('error', () => {});
  return {
    db: drizzlePg(pool, { schema, casing: 'snake_case' }),
    close: () => pool.end(),
  };
}

/** The embedded database belongs to one process: a second one would damage it. */
async function lock(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (owner && owner !== process.pid && isAlive(owner)) {
    throw new Error(`Process ${owner} uses the data in ${folder}. Stop it, or set DATABASE_URL.`);
  }
  await rm(path, { force: true });
  const file = await open(path, 'wx');
  await file.writeFile(String(process.pid));
  await file.close();
  return () => rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
