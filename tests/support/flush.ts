/** Lets everything that has been settled run on. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 24; turn += 1) await undefined;
}
