import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Money } from '../../../src/model/money.ts';
import { postMessage } from './records/postMessage.ts';
import { changes, conversations, deals, ruleRuns, rules, steps, subscribers } from './schema.ts';
import type { Services } from './services.ts';
import { transact, type Unit } from './transact.ts';

type ChangeRow = typeof changes.$inferSelect;
type RuleRow = typeof rules.$inferSelect;

export interface Automations {
  /** Looks for changes that no rule has seen. */
  wake(): void;
  /** Resolves when there is nothing left to do. */
  idle(): Promise<void>;
}

/**
 * The automation rules of the chatbot. Changes of deals wait in their table until the rules had their turn, so none
 * is missed when the server stops in between; the row of a run makes sure that no rule runs twice for one change.
 */
export function createAutomations(services: Omit<Services, 'wakeAutomations'>): Automations {
  let work = Promise.resolve();

  async function handleAll() {
    const waiting = await services.db
      .select()
      .from(changes)
      .where(isNull(changes.handledAt))
      .orderBy(asc(changes.id));
    for (const change of waiting) await handle(change);
  }

  async function handle(change: ChangeRow) {
    const matching = await services.db
      .select()
      .from(rules)
      .where(
        and(
          eq(rules.workspaceId, change.workspaceId),
          eq(rules.active, true),
          // Deletions and the like are in the table too; no rule asks for them.
          eq(rules.trigger, change.kind as RuleRow['trigger']),
          or(isNull(rules.field), eq(rules.field, change.field ?? '')),
        ),
      )
      .orderBy(asc(rules.id));
    const bot = { name: 'Bot', workspaceId: change.workspaceId };
    for (const rule of matching) {
      await transact({ ...services, wakeAutomations: wake }, bot, (unit) => run(unit, rule, change));
    }
    await services.db.update(changes).set({ handledAt: services.now() }).where(eq(changes.id, change.id));
  }

  function wake() {
    work = work.then(handleAll).catch((error: unknown) => console.error(error));
  }

  return { wake, idle: () => work };
}

async function run(unit: Unit, rule: RuleRow, change: ChangeRow): Promise<void> {
  const { db, at } = unit;
  const [found] = await db
    .select({ deal: deals, step: steps, subscriber: subscribers, conversation: conversations })
    .from(deals)
    .innerJoin(steps, eq(steps.id, deals.stepId))
    .innerJoin(subscribers, eq(subscribers.id, deals.subscriberId))
    .innerJoin(conversations, eq(conversations.subscriberId, subscribers.id))
    .where(eq(deals.id, change.subjectId));
  if (!found || (rule.stepId !== null && rule.stepId !== toStepId(change))) return;
  // The bot may not write to those who left it.
  const status = found.subscriber.profile.subscription?.status ?? 'active';
  const outcome = status === 'active' ? 'sent' : 'skipped';
  const first = await db
    .insert(ruleRuns)
    .values({ ruleId: rule.id, changeId: change.id, outcome, at })
    .onConflictDoNothing()
    .returning();
  if (first.length === 0 || outcome === 'skipped') return;
  await postMessage(unit, {
    conversationId: found.conversation.id,
    author: 'bot',
    text: fill(rule.text, {
      name: found.subscriber.name,
      deal: found.deal.name,
      step: found.step.name,
    }),
  });
}

/** Where the deal came to stand by this change; it may have moved on since. */
function toStepId({ after }: ChangeRow): string | null {
  const change = after as { step?: { stepId: string }; stepId?: string; value?: Money } | null;
  return change?.step?.stepId ?? change?.stepId ?? null;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
