/** As lenient as it can be without being useless: whether mail arrives, only sending tells. */
export function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text);
}
