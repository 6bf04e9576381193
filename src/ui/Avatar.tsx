'use client';
import clsx from 'clsx';
import { forwardRef, type HTMLAttributes } from 'react';
import { Icon } from './Icon.tsx';
import { SafeImage } from './SafeImage.tsx';

export interface AvatarProps extends HTMLAttributes<HTMLSpanElement> {
  /** Chooses the colour behind the initials, always the same one for an id. */
  readonly id: string;
  readonly name: string;
  readonly src?: string | null | undefined;
  /** Default `medium`. */
  readonly size?: 'small' | 'medium' | 'large' | undefined;
}

const TONES = 8;

/** A photo, or initials where there is none, or a figure where there is no name. Decorative: the name stands beside it. Children are a badge on its corner. */
export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { id, name, src, size = 'medium', className, children, ...props },
  ref,
) {
  const initials = (
    <span className="sbc-avatar-initials" data-tone={toTone(id)}>
      {toInitials(name, size === 'small') || <Icon name="user" />}
    </span>
  );
  return (
    <span ref={ref} aria-hidden="true" className={clsx('sbc-avatar', className)} data-size={size} {...props}>
      <SafeImage src={src} className="sbc-avatar-image" fallback={initials} />
      {children}
    </span>
  );
});

/** First letters of the first and the last word, or of the first alone where two could not be read, as the reader counts letters; an emoji only where there is no word. */
function toInitials(name: string, isShort: boolean): string {
  const words =
    name.slice(0, 200).match(/[\p{L}\p{N}]\S*/gu) ??
    name.slice(0, 200).match(/\p{Extended_Pictographic}\S*/u) ??
    [];
  const picked = words.length > 1 && !isShort ? [words[0], words[words.length - 1]] : words;
  return picked
    .slice(0, isShort ? 1 : 2)
    .map((word) => firstLetter(word ?? ''))
    .join('')
    .toUpperCase();
}

let segmenter: Intl.Segmenter | undefined;

/** In these scripts a letter is one character, unless a mark or a joiner follows. */
const PLAIN = /^[\d\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}](?![\p{M}\u200D])/u;

function firstLetter(word: string): string {
  const [plain] = PLAIN.exec(word) ?? [];
  if (plain !== undefined) return plain;
  if (!('Segmenter' in Intl)) return [...word][0] ?? '';
  // To make one takes longer than a whole row of a list.
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const segments = segmenter.segment(word.slice(0, 32));
  for (const { segment } of segments) return segment;
  return '';
}

function toTone(id: string): number {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0;
  return hash % TONES;
}
