const names = Reflect.ownKeys(Object.prototype);

/** Fails where a name from an answer has become a property of every object. */
export function assertUnpolluted(): void {
  const more = Reflect.ownKeys(Object.prototype).filter((name) => !names.includes(name));
  for (const name of more) Reflect.deleteProperty(Object.prototype, name);
  if (more.length > 0) throw new Error(`Every object has got: ${more.map(String).join(', ')}`);
}
