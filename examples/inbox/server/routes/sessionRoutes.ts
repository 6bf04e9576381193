import { and, asc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { sendAnswer } from '../answer.ts';
import { endSession, requireOperator, startSession } from '../auth.ts';
import { toMember } from '../records/toMember.ts';
import { readBody } from '../request.ts';
import { members, workspaces } from '../schema.ts';
import type { AppEnv, Services } from '../services.ts';

/** The sign-in of an example: whoever opens the page chooses who they are. */
export function sessionRoutes(services: Services): Hono<AppEnv> {
  const { db, now } = services;
  const app = new Hono<AppEnv>();

  app.get('/operators', async (c) => {
    const rows = await db
      .select({ member: members, workspace: workspaces })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.isOperator, true), eq(members.active, true)))
      .orderBy(asc(members.name));
    const body = rows.map(({ member, workspace }) => ({ ...toMember(member), workspace }));
    return sendAnswer(c, { status: 200, body });
  });

  app.post('/session', async (c) => {
    const { operatorId } = await readBody(c);
    const token = await startSession(db, String(operatorId), now());
    return sendAnswer(c, { status: 201, body: { token, ...(await readSession(String(operatorId))) } });
  });

  app.get('/session', requireOperator(services), async (c) =>
    sendAnswer(c, { status: 200, body: await readSession(c.get('operator').id) }),
  );

  app.delete('/session', async (c) => {
    await endSession(db, c.req.header('Authorization'));
    return sendAnswer(c, { status: 204 });
  });

  async function readSession(operatorId: string) {
    const [row] = await db
      .select({ member: members, workspace: workspaces })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(eq(members.id, operatorId));
    return row && { operator: toMember(row.member), workspace: row.workspace };
  }

  return app;
}
