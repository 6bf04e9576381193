const glyphs = new Map([
  ['telegram', 'M19.5 5.5 4.5 11.3l4.5 1.7 1.7 5 2.8-3.2 4 2.9Z'],
  ['messenger', 'M6.5 14l3.5-3.7 3 2.4 4.5-3.7'],
  ['instagram', 'M5 5h14v14H5zM12 8.7a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6Z'],
  ['whatsapp', 'M8.5 7.5c-.8 4.5 3.5 8.8 8 8l-.3-3-2.7-.5-1 1.2-2-2 1.2-1-.5-2.7Z'],
  ['viber', 'M8 6.5c-1 6 3.5 10.5 9.5 9.5M11 7a6 6 0 0 1 6 6'],
  ['tiktok', 'M13 5v10.5a3 3 0 1 1-3-3M13 5c.4 2.5 2 4 4.5 4.5'],
  ['live-chat', 'M5.5 6h13v9.5H12l-3.5 3v-3h-3Z'],
]);

export interface ChannelMarkProps {
  readonly channel: string;
}

/** The sign of a messaging app. Its name is said beside it. */
export function ChannelMark({ channel }: ChannelMarkProps) {
  return (
    <span
      className="channel-mark"
      data-channel={glyphs.has(channel) ? channel : 'live-chat'}
      aria-hidden="true"
    >
      <svg viewBox="0 0 24 24" focusable="false" aria-hidden="true">
        <path d={glyphs.get(channel) ?? glyphs.get('live-chat')} />
      </svg>
    </span>
  );
}
