/** More digits than any amount has, and few enough for every engine to format exactly. */
const LONGEST = 300;

/**
 * The one way to write a decimal: `'+007.50'` is `'7.5'`, `'-0'` is `'0'`. `null` for anything but digits with an
 * optional sign and point. Digits are never lost: no float is made.
 */
export function canonicalDecimal(text: string): string | null {
  if (text.length > LONGEST) return null;
  const [, sign, whole, fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const integer = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const digits = rest === '' ? integer : `${integer}.${rest}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}
