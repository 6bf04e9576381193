import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Issue } from '../../../../src/adapters/AdapterError.ts';
import { sendAnswer } from '../answer.ts';
import { emptyContact } from '../checkContact.ts';
import { checkMoney } from '../checkValue.ts';
import { invalid, notFound, Problem } from '../problem.ts';
import { createDeal } from '../records/createDeal.ts';
import { postMessage } from '../records/postMessage.ts';
import { readContact } from '../records/readContact.ts';
import type { SubscriberRow } from '../records/readSubscriber.ts';
import { createContact, findContactIds, linkContact } from '../records/writeContact.ts';
import { type Body, isRecord, readBody } from '../request.ts';
import { conversations, deals, pipelines, steps, subscribers } from '../schema.ts';
import type { AppEnv, Services } from '../services.ts';
import { transact, type Unit } from '../transact.ts';

/** What the chatbot's platform calls: signed, and harmless when it is sent twice. */
export function webhookRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use('*', requireSignature(services.webhookSecret));

  app.post('/purchase', async (c) => {
    const purchase = readPurchase(await readBody(c));
    const { workspaceId } = await findAnySubscriber(services, purchase.subscriberId);
    const answer = await transact(services, { name: 'Shop bot', workspaceId }, async (unit) => {
      const [subscriber] = await unit.db
        .select()
        .from(subscribers)
        .where(eq(subscribers.id, purchase.subscriberId))
        .for('no key update');
      if (!subscriber) throw notFound('subscriber');
      const [known] = await unit.db
        .select({ dealId: deals.id, contactId: deals.contactId })
        .from(deals)
        .where(and(eq(deals.workspaceId, workspaceId), eq(deals.purchaseId, purchase.purchaseId)));
      if (known) return { status: 200 as const, body: known };
      const contactId = await findBuyer(unit, subscriber, purchase);
      const form = {
        name: purchase.product,
        step: await findWonStep(unit),
        value: purchase.amount,
        assigneeId: null,
      };
      const deal = await createDeal(unit, { id: subscriber.id, contactId }, form, purchase.purchaseId);
      return { status: 201 as const, body: { dealId: deal.id, contactId } };
    });
    return sendAnswer(c, answer);
  });

  app.post('/message', async (c) => {
    const { id, subscriberId, text } = readTexts(await readBody(c), ['id', 'subscriberId', 'text']);
    const { workspaceId, name } = await findAnySubscriber(services, subscriberId);
    const message = await transact(services, { name, workspaceId }, async (unit) => {
      const [conversation] = await unit.db
        .select()
        .from(conversations)
        .where(eq(conversations.subscriberId, subscriberId));
      if (!conversation) throw notFound('conversation');
      const posted = await postMessage(unit, {
        id,
        conversationId: conversation.id,
        author: 'subscriber',
        text,
      });
      if (posted) await noteActivity(unit, subscriberId);
      return posted;
    });
    return sendAnswer(c, { status: message ? 201 : 200, body: { id } });
  });

  return app;
}

export function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** The raw body, signed with the shared secret, in `X-Signature: sha256=…`. */
function requireSignature(secret: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const expected = Buffer.from(sign(secret, await c.req.text()));
    const given = Buffer.from(c.req.header('X-Signature') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new Problem(401, 'unauthorized', 'The signature does not match.');
    }
    await next();
  };
}

interface Purchase {
  readonly purchaseId: string;
  readonly subscriberId: string;
  readonly product: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly customer: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone: string;
  };
}

function readPurchase(body: Body): Purchase {
  const texts = readTexts(body, ['purchaseId', 'subscriberId', 'product']);
  const amount = checkMoney(body.amount);
  if (!amount.ok) throw invalid([{ path: 'amount', message: amount.message }]);
  const customer = isRecord(body.customer) ? body.customer : {};
  return {
    ...texts,
    amount: amount.value,
    customer: {
      firstName: toText(customer.firstName),
      lastName: toText(customer.lastName),
      email: toText(customer.email),
      phone: toText(customer.phone),
    },
  };
}

function readTexts<Name extends string>(body: Body, names: readonly Name[]): Record<Name, string> {
  const issues: Issue[] = [];
  const entries = names.map((name): [Name, string] => {
    const text = toText(body[name]);
    if (text === '' || text.length > 10_000) issues.push({ path: name, message: 'This has to be a text.' });
    return [name, text];
  });
  if (issues.length > 0) throw invalid(issues);
  return Object.fromEntries(entries) as Record<Name, string>;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

// A webhook speaks for the whole platform, so the subscriber says which workspace it is about.
async function findAnySubscriber({ db }: Services, id: string): Promise<SubscriberRow> {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id));
  if (!row) throw notFound('subscriber');
  return row;
}

/** The contact that is linked, else the one with the buyer's e-mail address, else a new one. */
async function findBuyer(unit: Unit, subscriber: SubscriberRow, { customer }: Purchase): Promise<string> {
  if (subscriber.contactId !== null) return subscriber.contactId;
  const { firstName, lastName, email, phone } = customer;
  const [knownId] = await findContactIds(unit, 'email', [email]);
  const contact = knownId
    ? await readContact(unit.db, knownId)
    : await createContact(unit, {
        ...emptyContact,
        firstName: firstName || subscriber.name,
        lastName,
        phones: phone ? [{ value: phone, primary: true }] : [],
        emails: email ? [{ value: email, primary: true }] : [],
      });
  await linkContact(unit, subscriber.id, contact);
  return contact.id;
}

async function findWonStep({ db, workspaceId }: Unit) {
  const [step] = await db
    .select({ pipelineId: pipelines.id, stepId: steps.id })
    .from(pipelines)
    .innerJoin(steps, eq(steps.pipelineId, pipelines.id))
    .where(
      and(
        eq(pipelines.workspaceId, workspaceId),
        eq(pipelines.takesPurchases, true),
        eq(steps.outcome, 'won'),
      ),
    )
    .orderBy(asc(pipelines.position), asc(steps.position))
    .limit(1);
  if (!step) throw new Problem(409, 'unsupported', 'No pipeline of this workspace takes purchases.');
  return step;
}

async function noteActivity(unit: Unit, subscriberId: string): Promise<void> {
  const [row] = await unit.db
    .select()
    .from(subscribers)
    .where(eq(subscribers.id, subscriberId))
    .for('no key update');
  if (!row?.profile.subscription) return;
  const subscription = { ...row.profile.subscription, lastActivityAt: unit.at.toISOString() };
  const revision = row.revision + 1;
  await unit.db
    .update(subscribers)
    .set({ revision, profile: { ...row.profile, subscription } })
    .where(eq(subscribers.id, subscriberId));
  await unit.announce([subscriberId], { type: 'subscriberChanged', patch: { subscription }, revision });
}
