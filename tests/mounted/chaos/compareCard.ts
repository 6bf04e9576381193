import { en } from '../../../src/i18n/en.ts';
import { formatMoney } from '../../../src/i18n/format.ts';
import { formatVariable } from '../../../src/i18n/formatVariable.ts';
import type { Variable } from '../../../src/model/variable.ts';
import type { Desk } from './Desk.ts';

/** Milliseconds after which what has not arrived never will. */
const PATIENCE = 3_000;

/** How what a reader sees of who is shown differs from what the server holds. */
export async function compareCard(desk: Desk): Promise<string[]> {
  const found: string[] = [];
  for (const tab of ['Deals', 'ontact']) {
    const button = desk.all('[role=tab]').find((it) => it.textContent?.includes(tab));
    if (button) await desk.user.click(button);
    await leaveEditors(desk);
    const until = Date.now() + PATIENCE;
    let differences = toDifferences(desk, tab);
    while (differences.length > 0 && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      differences = toDifferences(desk, tab);
    }
    found.push(...differences);
  }
  return found;
}

/** An editor that was opened, and in which nothing was changed, is in the place of what is to be seen. */
async function leaveEditors({ all, user }: Desk): Promise<void> {
  for (const part of all('.sbc-row[data-editing], .sbc-deal[data-editing]')) {
    part.querySelector<HTMLElement>('input, textarea, [role=combobox]')?.focus();
    await user.keyboard('{Escape}{Escape}');
  }
}

function toDifferences(desk: Desk, tab: string): string[] {
  const { all, shown, backend } = desk;
  const id = shown();
  const { server } = backend.memory.control;
  const subscriber = server.subscriber({ id });
  const rows = all('.sbc-row').filter((row) => !row.closest('.sbc-contact'));
  const pairs: (readonly [what: string, shown: unknown, held: unknown])[] = [
    ['name', desk.find('h2')?.textContent, subscriber?.name],
    ...(subscriber?.variables ?? []).map((variable) => {
      const row = rows.find((it) => it.querySelector('dt')?.textContent?.startsWith(variable.label));
      return [
        variable.label,
        row
          ?.querySelector('.sbc-editable-preview')
          ?.textContent?.replace(` ${en.messages.card.opensInNewTab}`, ''),
        toText(variable),
      ] as const;
    }),
    ['tags', textsOf(desk, '.sbc-chip').sort(), subscriber?.tagging.tags.map(({ name }) => name).sort()],
    ['pending', all('[data-pending], [data-failed], [data-conflict]').length, 0],
  ];
  if (tab === 'Deals') {
    const steps = backend.memory.control.server.deals({ id });
    pairs.push([
      'deals',
      all('article.sbc-deal').map(toDealText),
      steps.map(
        (deal) =>
          `${deal.name} ${deal.value ? formatMoney(deal.value, 'en') : en.messages.deals.noValue} ${stepNames[deal.stepId]}`,
      ),
    ]);
  } else if (server.contact({ id })) {
    const contact = server.contact({ id });
    const inputs = (all('.sbc-contact-form input') as HTMLInputElement[]).map(({ value }) => value);
    const phones = contact?.phones.map(({ value }) => value) ?? [];
    const emails = contact?.emails.map(({ value }) => value) ?? [];
    const held = [contact?.firstName ?? '', contact?.lastName ?? '', ...orBlank(phones), ...orBlank(emails)];
    pairs.push(['contact', inputs, held]);
  }
  return pairs.flatMap(([what, seen, held]) =>
    JSON.stringify(seen) === JSON.stringify(held)
      ? []
      : [`${what} of ${id}: shown ${JSON.stringify(seen)}, server ${JSON.stringify(held)}`],
  );
}

const stepNames: Readonly<Record<string, string>> = {
  lead: 'Lead',
  quote: 'Quote sent',
  won: 'Won',
  lost: 'Lost',
};

function toDealText(article: HTMLElement): string {
  const step = article.querySelector('.sbc-deal-outcome bdi') ?? article.querySelector('.sbc-deal-outcome');
  return (
    ['.sbc-deal-name', '.sbc-deal-value'].map((part) => article.querySelector(part)?.textContent).join(' ') +
    ` ${step?.textContent}`
  );
}

function toText(variable: Variable): string {
  const text = formatVariable(variable, variable.value, {
    locale: 'en',
    timeZone: 'UTC',
    messages: en.messages,
  });
  if (text === null || (text === '' && typeof variable.value !== 'string'))
    return en.messages.variables.notSet;
  return variable.type === 'url' ? text.replace('https://', '') : text || en.messages.variables.emptyText;
}

function textsOf({ all }: Desk, selector: string): string[] {
  return all(selector).map(({ textContent }) => textContent ?? '');
}

function orBlank(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : [''];
}
