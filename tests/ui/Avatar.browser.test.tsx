import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Avatar } from '../../src/ui/Avatar.tsx';

async function picture(): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 });
  canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error('the canvas gave no picture');
  return URL.createObjectURL(blob);
}

const box = () => document.querySelector('.sbc-avatar')?.getBoundingClientRect();

function Example(props: Partial<Parameters<typeof Avatar>[0]>) {
  return (
    <div className="sbc-root">
      <Avatar id="42" name="Marina Oliveira" size="large" {...props} />
    </div>
  );
}

test.each([
  ['Marina Oliveira', 'MO'],
  ['  ana  ', 'A'],
  ['Ana María da Silva', 'AS'],
  ['Família 👩‍👩‍👧', 'F'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['Ömer Şahin', 'ÖŞ'],
  ['e\u0301mile zola', 'E\u0301Z'],
  ['हिन्दी', 'हि'],
  ['李小龙', '李'],
  ['\u202eevil\u200b', 'E'],
  ['\ud83d', ''],
  ['', ''],
])('draws the initials of %j', (name, initials) => {
  render(<Example name={name} />);
  expect(document.querySelector('.sbc-avatar')).toHaveTextContent(initials, { normalizeWhitespace: false });
});

test('draws a figure where there is no name', () => {
  render(<Example name="" />);
  expect(document.querySelector('.sbc-avatar-initials svg')).toBeVisible();
});

test('keeps the colour of an id', () => {
  render(
    <>
      <Avatar id="42" name="A" />
      <Avatar id="42" name="B" />
      <Avatar id="43" name="C" />
    </>,
  );
  const tone = (text: string) => screen.getByText(text).dataset.tone;
  expect(tone('A')).toBe(tone('B'));
  expect(tone('A')).not.toBe(tone('C'));
});

test('shows the photo once it has arrived, in the box of the initials', async () => {
  const { rerender } = render(<Example />);
  const before = box();
  rerender(<Example src={await picture()} />);
  await vi.waitFor(() => expect(document.querySelector('img')).toHaveAttribute('data-loaded'));
  expect(screen.queryByText('MO')).toBeNull();
  expect(box()).toEqual(before);
});

test('asks for it politely', async () => {
  render(<Example src={await picture()} />);
  const image = document.querySelector('img');
  expect(image).toHaveAttribute('alt', '');
  expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(image).toHaveAttribute('loading', 'lazy');
  expect(image).toHaveAttribute('decoding', 'async');
});

test('shows the initials when the photo is broken, has expired or never comes', async () => {
  const { rerender } = render(<Example src="blob:nothing-here" />);
  const before = box();
  await vi.waitFor(() => expect(document.querySelector('img')).toBeNull());
  expect(screen.getByText('MO')).toBeVisible();
  expect(box()).toEqual(before);
  rerender(<Example src="https://192.0.2.1/never.jpg" />);
  expect(screen.getByText('MO')).toBeVisible();
  expect(box()).toEqual(before);
});

test('tries again with a new address', async () => {
  const { rerender } = render(<Example src="blob:expired" />);
  await vi.waitFor(() => expect(document.querySelector('img')).toBeNull());
  rerender(<Example src={await picture()} />);
  await vi.waitFor(() => expect(document.querySelector('img')).toHaveAttribute('data-loaded'));
});

test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'http://example.test/a.png', '/a.png'])(
  'never loads %s',
  (src) => {
    render(<Example src={src} />);
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('MO')).toBeVisible();
  },
);
