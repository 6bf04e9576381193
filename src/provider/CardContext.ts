'use client';
import { createContext } from 'react';
import type { DataAdapter } from '../adapters/DataAdapter.ts';
import type { PartClassNames, PartComponents } from '../components/parts.ts';
import type { Locale } from '../i18n/messages.ts';
import type { Member } from '../model/member.ts';
import type { SubscriberRef } from '../model/subscriber.ts';
import type { Card, CardClient } from '../store/createCardClient.ts';
import type { AnyVariableType, VariableValidators } from './variableTypes.ts';

/** What the provider holds for everything below it. */
export interface CardContextValue {
  readonly client: CardClient;
  readonly adapter: DataAdapter;
  readonly viewer: Member | undefined;
  readonly locale: CardLocale;
  readonly headingLevel: 2 | 3 | 4 | 5;
  /** `false`, or why nothing may be edited. */
  readonly readOnly: false | string;
  readonly resolveAvatarUrl: ((url: string) => string | null) | undefined;
  readonly onOpenSubscriber: ((subscriber: SubscriberRef) => void) | undefined;
  /** The host's own types of variables. */
  readonly variableTypes: { readonly [name: string]: AnyVariableType };
  readonly validators: VariableValidators;
  /** The host's own parts, instead of ours. */
  readonly components: PartComponents;
  /** The host's own classes, beside ours. */
  readonly classNames: PartClassNames;
}

/** The language, with the host's own texts over it, and what else a value is written by. */
export interface CardLocale extends Locale {
  /** IANA name, the operator's. */
  readonly timeZone: string;
  /** ISO 4217 code that amounts start with where nothing else says. */
  readonly currency: string;
}

export const CardContext = createContext<CardContextValue | null>(null);

/** The subscriber whose card the parts below show. `null`: none is selected. */
export interface SubscriberContextValue {
  readonly ref: SubscriberRef | null;
  readonly card: Card;
}

export const SubscriberContext = createContext<SubscriberContextValue | null>(null);
