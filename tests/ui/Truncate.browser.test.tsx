import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Truncate } from '../../src/ui/Truncate.tsx';
import '../../src/styles/styles.css';

const latin = 'Prefers natural fabrics and muted colours, needs the parcel before Friday';
const arabic = 'تفضل التواصل بالعربية بعد العصر ولا تحب الرسائل الصوتية الطويلة أبدا';

function draw(dir: 'ltr' | 'rtl', text: string) {
  render(
    <div className="sbc-root" dir={dir} style={{ inlineSize: 160 }}>
      <Truncate>{text}</Truncate>
    </div>,
  );
  const element = screen.getByText(text);
  const box = element.getBoundingClientRect();
  const range = document.createRange();
  /** Whether a character lies in what is seen. */
  const sees = (place: number) => {
    range.setStart(element.firstChild as Text, place);
    range.setEnd(element.firstChild as Text, place + 1);
    const { left, right } = range.getBoundingClientRect();
    return left >= box.left - 1 && right <= box.right + 1;
  };
  return { sees, box, range };
}

test.each([
  ['ltr', latin],
  ['ltr', arabic],
  ['rtl', latin],
  ['rtl', arabic],
] as const)('in a card from %s the beginning of a long text is read: %s', (dir, text) => {
  const { sees } = draw(dir, text);
  expect(sees(0)).toBe(true);
  expect(sees(text.length - 1)).toBe(false);
});

test.each([
  ['ltr', 'M / 40'],
  ['ltr', 'الرياض'],
  ['rtl', 'M / 40'],
  ['rtl', 'الرياض'],
] as const)('in a card from %s a short text stands where lines begin: %s', (dir, text) => {
  const { box, range } = draw(dir, text);
  range.selectNodeContents(screen.getByText(text));
  const { left, right } = range.getBoundingClientRect();
  const gap = dir === 'ltr' ? left - box.left : box.right - right;
  expect(Math.abs(gap)).toBeLessThan(1);
});
