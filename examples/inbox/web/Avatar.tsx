import { type ReactNode, useState } from 'react';

export interface AvatarProps {
  /** Decides the colour behind the initials. */
  readonly id: string;
  readonly name: string;
  readonly src?: string | null | undefined;
  readonly children?: ReactNode;
}

/** A face, or initials where there is none. Decorative: the name stands beside it. */
export function Avatar({ id, name, src, children }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <span className="avatar" data-tone={toTone(id)} aria-hidden="true">
      {src && src !== broken ? (
        <img src={src} alt="" decoding="async" onError={() => setBroken(src)} />
      ) : (
        <span className="avatar-initials">{toInitials(name)}</span>
      )}
      {children}
    </span>
  );
}

function toInitials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase() || '#';
}

function toTone(id: string): number {
  return [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 8, 0);
}
