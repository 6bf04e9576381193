'use client';
import { createContext } from 'react';
import type { OpenSection, OpenSections } from '../hooks/useOpenSections.ts';

/** A part of the card, for its texts and its frame. */
export type CardPart = 'subscriber' | 'subscription' | 'campaign' | OpenSection;

/** What the whole card decides for its parts. */
export interface CardFrameValue extends OpenSections {
  /** Of the parts that come with one read, the one that says when it is slow or has failed. */
  readonly speaker: CardPart | undefined;
}

/** `null` around a part that stands alone. */
export const CardFrame = createContext<CardFrameValue | null>(null);
