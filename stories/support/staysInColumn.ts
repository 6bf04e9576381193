import { expect, waitFor } from 'storybook/test';

/** A play function for text that is too long: nothing sticks out of the column, however wide it is. */
export async function staysInColumn({ canvasElement }: { readonly canvasElement: HTMLElement }) {
  const column = canvasElement.querySelector<HTMLElement>('.story-column')!;
  await waitFor(() => expect(column.querySelector('[aria-busy]')).toBeNull());
  const width = column.style.inlineSize;
  for (const other of ['280px', '340px', '420px', width]) {
    column.style.inlineSize = other;
    await expect(column.scrollWidth).toBeLessThanOrEqual(column.clientWidth);
  }
}
