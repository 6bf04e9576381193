import { createServer } from '../../examples/inbox/server/createServer.ts';
import type { DatabaseOptions } from '../../examples/inbox/server/database.ts';
import { webhookSecret } from '../inbox/startInbox.ts';
import { createRecords } from './createRecords.ts';

/** The real server in a process of its own, which stops in the middle of a save when it is told to. */
export interface ProcessOptions extends DatabaseOptions {
  readonly port: number;
}

/** `before-commit`: everything is written and nothing of it is kept. `after-commit`: all is kept, nobody knows. */
export type Moment = 'before-commit' | 'after-commit';

export type Order =
  | { readonly type: 'stopAt'; readonly moment: Moment }
  | { readonly type: 'read'; readonly id: number; readonly what: string; readonly args: readonly string[] };

export type Report =
  | { readonly type: 'ready'; readonly url: string }
  | { readonly type: 'stopped'; readonly count: number }
  | { readonly type: 'read'; readonly id: number; readonly answer: unknown };

const report = (message: Report) => process.send?.(message);
const options = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions;
const server = await createServer({ ...options, webhookSecret, heartbeatMs: 1_000 });
const { db } = server;
let stopAt: Moment | undefined;
let stopped = 0;

// Every write of the server is one transaction of this handle.
const transact = db.transaction.bind(db);
const transactUntilStopped: typeof transact = async (work, config) => {
  const done = await transact(async (unit) => {
    const written = await work(unit);
    if (stopAt === 'before-commit') await standStill();
    return written;
  }, config);
  if (stopAt === 'after-commit') await standStill();
  return done;
};
Object.assign(db, { transaction: transactUntilStopped });

function standStill(): Promise<never> {
  stopped += 1;
  report({ type: 'stopped', count: stopped });
  return new Promise(() => {});
}

const records = new Map(Object.entries(createRecords(server)));
process.on('message', async (order: Order) => {
  if (order.type === 'stopAt') stopAt = order.moment;
  // What is asked for is a function of the records, and gets what it was called with.
  else
    report({ ...order, answer: await Reflect.apply(records.get(order.what) ?? Object, records, order.args) });
});
report({ type: 'ready', url: server.url });
