import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Pipeline } from '../../../../src/model/deal.ts';
import { sendAnswer } from '../answer.ts';
import { foldForSearch } from '../foldText.ts';
import { readPageQuery, toPage } from '../paging.ts';
import { toMember } from '../records/toMember.ts';
import { members, pipelines, steps } from '../schema.ts';
import type { AppEnv, Services } from '../services.ts';

/** What belongs to the account and not to a subscriber: pipelines and the team. */
export function catalogueRoutes({ db }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/pipelines', async (c) => {
    const rows = await db
      .select({ pipeline: pipelines, step: steps })
      .from(pipelines)
      .innerJoin(steps, eq(steps.pipelineId, pipelines.id))
      .where(eq(pipelines.workspaceId, c.get('operator').workspaceId))
      .orderBy(asc(pipelines.position), asc(steps.position));
    const byId = new Map<string, Pipeline>();
    for (const { pipeline, step } of rows) {
      const { id, name, currency } = pipeline;
      const known = byId.get(id) ?? { id, name, currency: currency ?? undefined, steps: [] };
      const next = { id: step.id, name: step.name, color: step.color ?? undefined, outcome: step.outcome };
      byId.set(id, { ...known, steps: [...known.steps, next] });
    }
    return sendAnswer(c, { status: 200, body: [...byId.values()] });
  });

  app.get('/members', async (c) => {
    const page = readPageQuery(c, 50);
    const query = foldForSearch(c.req.query('query') ?? '');
    const [key, id] = page.after ?? [];
    const rows = await db
      .select()
      .from(members)
      .where(
        and(
          eq(members.workspaceId, c.get('operator').workspaceId),
          query === '' ? undefined : sql`strpos(${members.searchText}, ${query}) > 0`,
          key === undefined || id === undefined
            ? undefined
            : or(gt(byName, key), and(eq(byName, key), gt(members.id, id))),
        ),
      )
      .orderBy(asc(byName), asc(members.id))
      .limit(page.limit + 1);
    const body = toPage(rows, page, toMember, (row) => [row.searchText, row.id]);
    return sendAnswer(c, { status: 200, body });
  });

  return app;
}

// The same order on every PostgreSQL, whatever its locale.
const byName = sql<string>`${members.searchText} collate "C"`;
