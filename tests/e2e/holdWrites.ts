import type { Desk } from './openDesk.ts';

export interface HeldWrites {
  /** Resolves when a write of this desk stands before the server. */
  readonly arrived: Promise<void>;
  /** Lets through what was held, and everything after it. */
  release(): Promise<void>;
}

/** Keeps what a desk writes on its way, so that two desks can be let go together. */
export async function holdWrites({ page }: Desk): Promise<HeldWrites> {
  let arrive = () => {};
  let open = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/api/v1/**', async (route) => {
    if (route.request().method() !== 'GET') {
      arrive();
      await opened;
    }
    await route.fallback();
  });
  return {
    arrived,
    async release() {
      open();
      await page.unroute('**/api/v1/**');
    },
  };
}
