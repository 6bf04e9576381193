import { fireEvent } from '@testing-library/dom';
import { type FieldId, toFieldId } from '../../../src/model/field.ts';
import type { VariableType } from '../../../src/model/variable.ts';
import { shown } from '../../../src/store/mutations.ts';
import { variableTypes } from './createBackend.ts';
import type { Desk } from './Desk.ts';
import { leave } from './leave.ts';

/** Gives a variable of who is shown another value, as its type allows; goes on where it was left open. */
export async function editVariable(desk: Desk): Promise<string> {
  const [label, type] = desk.pick(Object.entries(variableTypes)) ?? ['', 'string'];
  const row = desk.all('.sbc-row').find((it) => it.querySelector('dt')?.textContent?.startsWith(label));
  if (!row) return 'nothing';
  const subscriber = desk.shown();
  const field = toFieldId({ kind: 'variable', key: label });
  if (type !== 'boolean' && row.dataset.editing === undefined) {
    const pencil = desk.find(`[aria-label="Edit ${label}"]`, row);
    if (!pencil) return 'nothing';
    await desk.user.click(pencil);
  }
  const clear = desk.find(`[aria-label="Clear ${label}"]`, row);
  if (clear && desk.chance(0.05)) {
    const since = desk.ledger.now();
    await desk.user.click(clear);
    desk.ledger.intend(subscriber, field, null, since);
    return `clear ${label}`;
  }
  if (type === 'boolean') return toggle(desk, row, subscriber, field);
  return type.endsWith('select')
    ? choose(desk, row, subscriber, field)
    : writeText(desk, row, subscriber, field, type);
}

async function writeText(
  desk: Desk,
  row: HTMLElement,
  subscriber: string,
  field: FieldId,
  type: VariableType,
) {
  const control = desk.find<HTMLInputElement>('input, textarea', row);
  if (!control) return 'nothing';
  const { text, value = text } = write(type, desk.next());
  await replaceText(desk, control, text);
  const way = await leave(desk, control, [{ subscriber, field, value }]);
  return `${field} of ${subscriber}: ${text} by ${way}`;
}

/** As by hand, or pasted. The browser's own fields for dates know neither. */
export async function replaceText(
  { user, chance }: Desk,
  control: HTMLInputElement,
  text: string,
): Promise<void> {
  if (control !== document.activeElement) await user.click(control);
  if (control.type.startsWith('date')) return void fireEvent.input(control, { target: { value: text } });
  await user.clear(control);
  if (chance(0.5)) await user.paste(text);
  else await user.keyboard(text);
}

async function toggle({ user, find, ledger }: Desk, row: HTMLElement, subscriber: string, field: FieldId) {
  const control = find('[role=switch]', row);
  if (!control) return 'nothing';
  const value = control.getAttribute('aria-checked') !== 'true';
  const since = ledger.now();
  await user.click(control);
  ledger.intend(subscriber, field, value, since);
  return `${field} of ${subscriber}: ${value}`;
}

async function choose(desk: Desk, row: HTMLElement, subscriber: string, field: FieldId) {
  const { user, wait, find, random, ledger } = desk;
  const isOne = field.endsWith('Tier');
  const control = await wait(() => find('[role=combobox]', row));
  if (!control) return 'nothing';
  control.focus();
  if (control.getAttribute('aria-expanded') !== 'true') await user.keyboard('{ArrowDown}');
  const place = Math.floor(random() * 4);
  const picked = ['red', 'green', 'blue', 'grey'][place];
  const { mutations, confirmed } = desk.client.getCard({ id: subscriber }).store.getState();
  // To pick what is picked asks for nothing.
  const isNews = shown(mutations, confirmed, field) !== picked;
  const since = ledger.now();
  await user.keyboard(`{Home}${'{ArrowDown}'.repeat(place)}{Enter}`);
  const isKept = desk.client.findCard({ id: subscriber })?.store.getState().drafts.has(field);
  if (!isOne) await leave(desk, control, [{ subscriber, field, value: undefined }]);
  else if (!isKept && isNews) ledger.intend(subscriber, field, picked, since);
  ledger.adopt(since);
  return `${field} of ${subscriber}: option ${place}`;
}

/** What was never written before, as it is typed, and as it is sent where that is another. */
function write(type: VariableType, n: number): { readonly text: string; readonly value?: unknown } {
  const day = new Date(Date.UTC(1950, 0, 1 + n)).toISOString().slice(0, 10);
  switch (type) {
    case 'number':
      return { text: String(n) };
    case 'currency':
      return { text: String(n), value: { amount: String(n), currency: 'USD' } };
    case 'date':
      return { text: day };
    case 'datetime':
      return { text: `${day}T08:30`, value: `${day}T08:30:00Z` };
    case 'phone':
      return { text: `+4420${String(n).padStart(8, '0')}` };
    case 'email':
      return { text: `a${n}@mail.example` };
    case 'url':
      return { text: `https://site.example/${n}` };
    default:
      return { text: `text ${n}` };
  }
}
