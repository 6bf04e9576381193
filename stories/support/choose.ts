import { userEvent, within } from 'storybook/test';

/** Chooses from a select of a form, be it the card's own or the browser's. */
export async function choose(field: HTMLElement, option: string): Promise<void> {
  if (field instanceof HTMLSelectElement) return userEvent.selectOptions(field, option);
  await userEvent.click(field);
  await userEvent.click(await within(field.ownerDocument.body).findByRole('option', { name: option }));
}
