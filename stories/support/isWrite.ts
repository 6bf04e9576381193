/** Whether a method of an adapter changes something, by its name: every other one gets, lists, searches or finds. */
export function isWrite(method: string): boolean {
  return !/^(get|list|search|find|subscribe)/.test(method);
}
