import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { chromiumArguments, findChromium } from '../../tests/support/chromium.mjs';
import { categories, type TraceEvent } from './breakDown.ts';
import { servePages } from './servePages.ts';

/** One Chromium, and the pages of all contestants. */
export interface Stage {
  readonly version: string;
  /** Where the pages are built. */
  readonly folder: string;
  open<Api extends object>(contestant: string, kind: string): Promise<OpenPage<Api>>;
  startTrace(): Promise<void>;
  stopTrace(): Promise<readonly TraceEvent[]>;
  close(): Promise<void>;
}

/** A page of one contestant in a context of its own: nothing is cached for the next one. */
export interface OpenPage<Api extends object> {
  readonly page: Page;
  readonly session: CDPSession;
  /** Calls what the page offers. */
  call<Name extends keyof Api & string>(
    name: Name,
    ...parameters: Parameters<Extract<Api[Name], Method>>
  ): Promise<Awaited<ReturnType<Extract<Api[Name], Method>>>>;
  /** Fails where the page has reported an error. */
  close(): Promise<void>;
}

type Method = (...parameters: never[]) => unknown;

const extraArguments = [
  // At 60 frames a second everything takes 16.7 ms.
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
  '--js-flags=--expose-gc',
];

export async function openStage(folder: string): Promise<Stage> {
  const executablePath = findChromium();
  const browser: Browser = await chromium.launch({
    args: [...chromiumArguments, ...extraArguments],
    ...(executablePath && { executablePath }),
  });
  const server = await servePages(folder);

  return {
    version: browser.version(),
    folder,
    async open<Api extends object>(contestant: string, kind: string): Promise<OpenPage<Api>> {
      const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${server.url}/${contestant}/${kind}`);
      await page.waitForFunction(() => 'bench' in window);
      const session = await context.newCDPSession(page);
      return {
        page,
        session,
        call: (name, ...parameters) =>
          page.evaluate(
            ([method, given]) => {
              const api = (window as unknown as { bench: Record<string, (...all: unknown[]) => unknown> })
                .bench;
              return api[method as string]?.(...(given as unknown[]));
            },
            [name, parameters] as const,
          ) as Promise<never>,
        async close() {
          await context.close();
          if (errors.length > 0) throw new Error(`${contestant}: the page reported: ${errors.join('; ')}`);
        },
      };
    },
    startTrace: () => browser.startTracing(undefined, { categories }),
    async stopTrace() {
      const trace = await browser.stopTracing();
      return JSON.parse(trace.toString()).traceEvents;
    },
    async close() {
      server.close();
      await browser.close();
    },
  };
}
