import { toFieldId } from '../../../src/model/field.ts';
import type { Desk } from './Desk.ts';

/** So many that operators stop inventing new ones. */
const MANY = 30;

/** Takes a tag off, puts one on, or invents one. */
export async function editTags(desk: Desk): Promise<string> {
  if (desk.chance(0.45)) return removeTag(desk);
  const input = desk.find<HTMLInputElement>('.sbc-tag-input input');
  if (!input) return 'nothing';
  const subscriber = desk.shown();
  const { user, ledger, backend } = desk;
  const tags = backend.memory.control.server.tags();
  const isNew = tags.length < MANY && desk.chance(0.25);
  const name = isNew ? `tag ${desk.next()}` : (desk.pick(tags)?.name ?? '');
  await user.click(input);
  await user.clear(input);
  await user.keyboard(name);
  const option = await desk.wait(() =>
    desk.all('[role=option]').find((it) => it.textContent === (isNew ? `Create “${name}”` : name)),
  );
  if (option && desk.shown() === subscriber) {
    const isThere = option.getAttribute('aria-selected') === 'true';
    const since = ledger.now();
    await user.click(option);
    const id = tags.find((tag) => tag.name === name)?.id ?? '';
    if (isNew) ledger.intend(subscriber, `create:${name}`, name, since);
    else ledger.intend(subscriber, toFieldId({ kind: 'tag', id }), !isThere, since);
  }
  await user.keyboard('{Escape}{Escape}');
  return `tag ${name} of ${subscriber}`;
}

async function removeTag({ all, pick, backend, shown, user, ledger }: Desk): Promise<string> {
  // What could not be saved has other buttons.
  const chip = pick(all('.sbc-chip:not([data-failed])').filter((it) => it.querySelector('button')));
  const name = chip?.textContent ?? '';
  const id = backend.memory.control.server.tags().find((tag) => tag.name === name)?.id;
  const button = chip?.querySelector('button');
  if (id === undefined || !button) return 'nothing';
  const subscriber = shown();
  const since = ledger.now();
  await user.click(button);
  ledger.intend(subscriber, toFieldId({ kind: 'tag', id }), false, since);
  return `untag ${name} of ${subscriber}`;
}
