import { toFieldId } from '../../../src/model/field.ts';
import type { CardState } from '../../../src/store/cardState.ts';
import { shown as shownValue } from '../../../src/store/mutations.ts';
import type { Desk } from './Desk.ts';
import { replaceText } from './editVariable.ts';
import { leave, type Typed } from './leave.ts';

/** So many deals of a subscriber that operators stop adding more. */
const MANY = 8;

async function openTab({ user, all }: Desk, name: RegExp): Promise<void> {
  const tab = all('[role=tab]').find((it) => name.test(it.textContent ?? ''));
  if (tab && tab.getAttribute('aria-selected') !== 'true') await user.click(tab);
}

/** Changes the name, the value or the step of a deal in the list. */
export async function editDeal(desk: Desk): Promise<string> {
  await openTab(desk, /Deals/);
  const { user, find, all, pick, wait } = desk;
  const subscriber = desk.shown();
  const pencil = pick(all('[aria-label^="Edit deal"]'));
  const article = pencil?.closest<HTMLElement>('article');
  const name = article?.querySelector('.sbc-deal-name')?.textContent;
  const { mutations, confirmed } = desk.state();
  const id = confirmed.deals
    .map((deal) => deal.id)
    .find(
      (it) => shownValue(mutations, confirmed, toFieldId({ kind: 'deal', id: it, name: 'name' })) === name,
    );
  if (!pencil || !article || id === undefined) return 'nothing';
  await user.click(pencil);
  const input = await wait(() => find<HTMLInputElement>('.sbc-deal-editor input', article));
  if (!input || desk.shown() !== subscriber) return 'nothing';

  const typed: Typed[] = [];
  const part = pick(['name', 'value', 'step'] as const);
  if (part === 'step') {
    const combobox = find('[role=combobox]', article);
    combobox?.focus();
    const place = Math.floor(desk.random() * 4);
    await user.keyboard(`{ArrowDown}{Home}${'{ArrowDown}'.repeat(place)}{Enter}`);
    typed.push({ subscriber, field: toFieldId({ kind: 'deal', id, name: 'step' }), value: undefined });
  } else {
    const n = desk.next();
    const control = part === 'name' ? input : find<HTMLInputElement>('.sbc-money input', article);
    if (!control) return 'nothing';
    await replaceText(desk, control, part === 'name' ? `Deal ${n}` : String(n));
    const currency = find<HTMLSelectElement>('.sbc-money select', article)?.value;
    const value = part === 'name' ? `Deal ${n}` : { amount: String(n), currency };
    typed.push({ subscriber, field: toFieldId({ kind: 'deal', id, name: part ?? 'name' }), value });
  }
  // In the list of steps Enter picks; the deal is sent from one of its texts.
  input.focus();
  const way = await leave(desk, input, typed);
  return `${part} of ${id} of ${subscriber} by ${way}`;
}

export async function addDeal(desk: Desk): Promise<string> {
  await openTab(desk, /Deals/);
  const { user, find, wait, buttons, ledger, backend } = desk;
  const subscriber = desk.shown();
  if (backend.memory.control.server.deals({ id: subscriber }).length >= MANY) return 'nothing';
  const [add] = buttons(['Add deal']);
  if (add) await user.click(add);
  const input = await wait(() => find<HTMLInputElement>('form[aria-label="New deal"] input'));
  if (!input || desk.shown() !== subscriber) return 'nothing';
  const name = `Deal ${desk.next()}`;
  await replaceText(desk, input, name);
  if (desk.chance(0.15)) return `begin ${name} for ${subscriber}`;
  const since = ledger.now();
  const [save] = buttons(['Save deal']);
  if (save && desk.chance(0.3)) await user.dblClick(save);
  else await user.keyboard('{Enter}');
  ledger.intend(subscriber, `create:${name}`, name, since);
  return `add ${name} for ${subscriber}`;
}

/** Types into the form of the contact, and saves it, leaves it or cancels. */
export async function editContact(desk: Desk): Promise<string> {
  await openTab(desk, /ontact/);
  const { user, all, buttons, ledger, chance } = desk;
  const subscriber = desk.shown();
  const contactId = desk.state().confirmed.contact?.id;
  const inputs = all('.sbc-contact-form input') as HTMLInputElement[];
  const [firstName, lastName] = inputs;
  const phone = inputs.find(({ type }) => type === 'tel');
  if (!firstName || !lastName || firstName.readOnly) return 'nothing';
  const name = `First ${desk.next()}`;
  await replaceText(desk, firstName, name);
  if (contactId !== undefined && chance(0.3)) await replaceText(desk, lastName, `Last ${desk.next()}`);
  if (phone && chance(0.3)) await replaceText(desk, phone, `+3580${String(desk.next()).padStart(8, '0')}`);

  const draw = desk.random();
  if (draw < 0.15) return `begin ${name} of ${subscriber}`;
  const since = ledger.now();
  if (draw < 0.3) {
    const [cancel] = buttons(['Cancel'], firstName.form ?? document);
    if (!cancel) return 'nothing';
    await ledger.giveUp(async () => {
      await user.click(cancel);
      const [discard] = buttons(['Discard'], firstName.form ?? document);
      if (discard) await user.click(discard);
    });
    return `cancel the contact of ${subscriber}`;
  }
  const [save] = buttons(['Save contact']);
  if (save && chance(0.5)) await user.click(save);
  else if (firstName.isConnected) await user.type(firstName, '{Enter}');
  ledger.adopt(since);
  const state = desk.client.findCard({ id: subscriber })?.store.getState();
  if (state?.drafts.size === 0) ledger.intend(subscriber, toAskedField(state, contactId, name), name, since);
  return `contact of ${subscriber}: ${name}`;
}

/** What a saved first name asked for: the contact may have been created, or linked, while it was being typed. */
function toAskedField({ mutations, confirmed }: CardState, before: string | undefined, name: string): string {
  const id = before ?? confirmed.contact?.id;
  if (id === undefined) return `create:${name}`;
  const field = toFieldId({ kind: 'contact', id, name: 'firstName' });
  return before !== undefined || shownValue(mutations, confirmed, field) === name ? field : `create:${name}`;
}
