import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';

/** An operator in front of the page, in a browser of their own. */
export interface Desk {
  readonly page: Page;
  readonly card: Locator;
  readonly messages: Locator;
  /** Addresses outside of the server that the page tried to open. None was fetched. */
  readonly outside: readonly string[];
  /** Opens the conversation with this name by its line in the list. */
  open(name: string): Promise<void>;
  /** A second tab of the same browser, where the same operator signs in. */
  openTab(): Promise<Desk>;
  /** What the page reported since the last time this was asked. */
  takeErrors(): string[];
  close(): Promise<void>;
}

export interface DeskOptions extends BrowserContextOptions {
  /** The inbox: `http://127.0.0.1:4310`. */
  readonly url: string;
  readonly operator: string;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: [...chromiumArguments], ...(executablePath && { executablePath }) });
}

/** Opens the page, and signs in by its sign-in page. */
export async function openDesk(browser: Browser, { url, operator, ...options }: DeskOptions): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Sao_Paulo',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(8_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  const outside: string[] = [];
  await context.route(
    (address) => address.origin !== url,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );

  return sitDown(context, { url, operator, outside });
}

async function sitDown(
  context: BrowserContext,
  seat: Pick<DeskOptions, 'url' | 'operator'> & Pick<Desk, 'outside'>,
): Promise<Desk> {
  const { url, operator, outside } = seat;
  const page = await context.newPage();
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(url);
  await page.getByRole('button', { name: operator }).click();
  await page.getByRole('navigation').getByRole('link').first().waitFor();

  return {
    page,
    card: page.getByRole('complementary', { name: 'Subscriber card' }),
    messages: page.getByRole('log', { name: 'Messages' }),
    outside,
    async open(name) {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: new RegExp(`^${name} `) })
        .click();
      await page.getByRole('main').getByRole('heading', { name, level: 2 }).waitFor();
    },
    openTab: () => sitDown(context, seat),
    takeErrors() {
      const taken = errors.filter((error) => !isSeeded(error));
      errors = [];
      return taken;
    },
    close: () => context.close(),
  };
}

/** The seed has a photo whose address has expired, and the browser itself notes that. */
function isSeeded(error: string): boolean {
  return error.includes('/avatars/expired-');
}
