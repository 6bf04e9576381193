import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ChannelIcon } from '../../src/ui/ChannelIcon.tsx';
import '../../src/styles/styles.css';

type Point = readonly [x: number, y: number];

/** Where each mark has ink, and where what is behind it is seen, on its grid of 24. */
const marks: readonly (readonly [channel: string, ink: readonly Point[], hole: readonly Point[]])[] = [
  [
    'telegram',
    [
      [17, 12],
      [3, 12.6],
    ],
    [
      [6, 6],
      [8, 16],
    ],
  ],
  [
    'messenger',
    [
      [12, 2],
      [5, 22],
    ],
    [
      [9.5, 10],
      [15, 13.5],
    ],
  ],
  [
    'instagram',
    [
      [12, 1],
      [12, 7],
      [18.4, 5.6],
    ],
    [
      [12, 12],
      [12, 4],
    ],
  ],
  [
    'whatsapp',
    [
      [12, 1],
      [1, 23],
      [9, 9],
    ],
    [[12, 4]],
  ],
  [
    'viber',
    [
      [12, 0.8],
      [6.4, 22],
      [8, 8],
    ],
    [
      [12, 3],
      [4, 10],
    ],
  ],
  [
    'tiktok',
    [
      [14, 10],
      [4, 16],
      [20, 7],
    ],
    [
      [9, 16],
      [5, 4],
    ],
  ],
  [
    'live-chat',
    [[12, 5]],
    [
      [8, 10],
      [12, 10],
      [16, 10],
    ],
  ],
];

function draw(channel: string) {
  const { container } = render(<ChannelIcon channel={channel} />);
  const path = container.querySelector('path') as SVGPathElement;
  return { icon: container.firstElementChild as HTMLElement, path };
}

test.each(marks)('%s has its own mark, in one colour on its disc', (channel, ink, hole) => {
  const { icon, path } = draw(channel);
  const isInk = ([x, y]: Point) => path.isPointInFill(new DOMPoint(x, y));
  expect(ink.filter((point) => !isInk(point))).toEqual([]);
  expect(hole.filter(isInk)).toEqual([]);
  const { x, y, width, height } = path.getBBox();
  expect(Math.min(x, y)).toBeGreaterThan(-0.6);
  expect(Math.max(x + width, y + height)).toBeLessThan(24.6);
  const { fill, stroke } = getComputedStyle(path);
  expect([fill, stroke]).toEqual([getComputedStyle(icon).color, 'none']);
  expect(icon.dataset.channel).toBe(channel);
});

test('another app has a speech bubble, and what it is called is said beside a mark', () => {
  const { icon, path } = draw('pigeon');
  expect(icon.dataset.channel).toBe('other');
  expect(path.isPointInFill(new DOMPoint(12, 10))).toBe(true);
  expect(icon).toHaveAttribute('aria-hidden', 'true');
});
