/** What an editor holds, as text: all that can be told of it where there is no editor. */
export function toInputText(input: unknown): string {
  if (typeof input === 'string') return input;
  if (typeof input === 'number') return String(input);
  if (Array.isArray(input)) return joinTexts(input, ', ');
  if (typeof input !== 'object' || input === null) return '';
  if ('amount' in input && 'currency' in input) {
    return input.amount === '' ? '' : `${toInputText(input.amount)} ${toInputText(input.currency)}`;
  }
  if ('value' in input) return toInputText(input.value);
  return joinTexts(Object.values(input), ' ');
}

function joinTexts(inputs: readonly unknown[], separator: string): string {
  const texts = inputs.map((input) => toInputText(input).trim());
  return texts.filter(Boolean).join(separator);
}
