import type { Context } from 'hono';
import type { Bells } from './bells.ts';
import type { Database } from './database.ts';

/** What every route needs. */
export interface Services {
  readonly db: Database;
  readonly bells: Bells;
  readonly now: () => Date;
  readonly webhookSecret: string;
  /** A stream says something at least this often. */
  readonly heartbeatMs: number;
  /** How many events of a feed are kept for those who come back. */
  readonly eventLimit: number;
  /** Rung when a deal has changed. */
  readonly wakeAutomations: () => void;
}

/** The operator whose token came with the request. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
}

export interface AppEnv {
  Variables: { operator: Operator };
}

export type AppContext = Context<AppEnv>;
