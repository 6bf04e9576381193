/** Phones are kept and shown as given: a few digits, with what people write between and after them. */
export function isPhone(text: string): boolean {
  if (text.length > 64 || !/^[+(\p{Nd}]/u.test(text)) return false;
  const [number = '', extension] = text.split(/(?:ext\.?|x|#)\s*(?=\p{Nd}+$)/iu);
  return (
    /^[\p{Nd}\s\p{Pd}()+./]+$/u.test(number) &&
    countDigits(number) >= 3 &&
    (extension === undefined || /^\p{Nd}+$/u.test(extension))
  );
}

function countDigits(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}
