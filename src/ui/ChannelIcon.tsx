import clsx from 'clsx';
import { forwardRef, type HTMLAttributes } from 'react';

// Simple marks of our own on a grid of 24, after the idea of each network's sign.
const glyphs = new Map([
  ['telegram', 'M19.5 5.5 4.5 11.3l4.5 1.7 1.7 5 2.8-3.2 4 2.9ZM9 13l7.5-5'],
  [
    'messenger',
    'M12 4.5c-4.6 0-8 3.2-8 7.3 0 2.3 1 4.2 2.7 5.5V20l2.6-1.5a9.5 9.5 0 0 0 2.7.4c4.6 0 8-3.1 8-7.1s-3.4-7.3-8-7.3ZM7.5 13.5l3-3 2.5 2 3.5-2.5',
  ],
  [
    'instagram',
    'M8.5 4h7A4.5 4.5 0 0 1 20 8.5v7a4.5 4.5 0 0 1-4.5 4.5h-7A4.5 4.5 0 0 1 4 15.5v-7A4.5 4.5 0 0 1 8.5 4ZM12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  ],
  ['whatsapp', 'M12 4a8 8 0 0 0-6.9 12L4 20l4.1-1A8 8 0 1 0 12 4ZM9.5 8.8c-.6 3 2.7 6.2 5.7 5.7'],
  [
    'viber',
    'M12 4c-5 0-7.5 2-7.5 7 0 3 .9 5 2.7 6v3l2.6-2.3c5.9.5 9.7-1 9.7-6.7 0-5-2.5-7-7.5-7ZM9.5 8.5c-.5 3 1.9 5.5 5 5.5M13 8a3.5 3.5 0 0 1 2.5 2.5',
  ],
  ['tiktok', 'M13 4v11.5a3 3 0 1 1-3-3M13 4c.4 2.7 2.2 4.3 5 4.5'],
  ['live-chat', 'M5 5h14v10.5h-8L7 19v-3.5H5ZM9 10.3v.01M12 10.3v.01M15 10.3v.01'],
]);

const speechBubble = 'M5 5h14v10.500h-8L7 19v-3.5H5Z';

export interface ChannelIconProps extends HTMLAttributes<HTMLSpanElement> {
  /** `telegram`, `messenger`, `instagram`, `whatsapp`, `viber`, `tiktok` or `live-chat`; any other is a speech bubble. */
  readonly channel: string;
}

/** The mark of a messaging app in its colour. Decorative: say the name beside it. */
export const ChannelIcon = forwardRef<HTMLSpanElement, ChannelIconProps>(function ChannelIcon(
  { channel, className, ...props },
  ref,
) {
  const glyph = glyphs.get(channel);
  return (
    <span
      ref={ref}
      aria-hidden="true"
      className={clsx('sbc-channel-icon', className)}
      data-channel={glyph ? channel : 'other'}
      {...props}
    >
      <svg viewBox="0 0 24 24" className="sbc-icon" focusable="false" aria-hidden="true">
        <path d={glyph ?? speechBubble} />
      </svg>
    </span>
  );
});
