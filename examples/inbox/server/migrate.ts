import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);

const migrations = pgTable('migrations', { version: integer().primaryKey(), name: text().notNull() });

/** Brings the database to the newest version: every file that was not applied yet, in order, all or nothing. */
export async function migrate(db: Database): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return db.transaction(async (tx) => {
    // Two servers that start at once on one database take turns.
    await tx.execute(sql`select pg_advisory_xact_lock(4310)`);
    await tx.execute(
      sql`create table if not exists migrations (version integer primary key, name text not null)`,
    );
    const applied = new Set((await tx.select().from(migrations)).map(({ version }) => version));
    const missing = files.filter((name) => !applied.has(toVersion(name)));
    for (const name of missing) {
      for (const statement of toStatements(await readFile(new URL(name, folder), 'utf8'))) {
        await tx.execute(sql.raw(statement));
      }
      await tx.insert(migrations).values({ version: toVersion(name), name });
    }
    return missing;
  });
}

function toVersion(name: string): number {
  return Number(name.slice(0, 4));
}

// A statement ends with a semicolon at the end of its line; that is the rule for our migrations.
function toStatements(script: string): readonly string[] {
  return script
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
