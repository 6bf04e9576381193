'use client';
import type { QueryClient } from '@tanstack/query-core';
import { type MouseEvent, type ReactNode, useEffect, useInsertionEffect, useMemo, useState } from 'react';
import type { DataAdapter } from '../adapters/DataAdapter.ts';
import type { PartClassNames, PartComponents } from '../components/parts.ts';
import { en } from '../i18n/en.ts';
import type { Locale } from '../i18n/messages.ts';
import { type MessagesOverride, resolveMessages } from '../i18n/resolveMessages.ts';
import type { Member } from '../model/member.ts';
import type { Subscriber, SubscriberRef } from '../model/subscriber.ts';
import { callSafely } from '../store/callSafely.ts';
import { type CardClient, type CardClientHandlers, createCardClient } from '../store/createCardClient.ts';
import type { PersistOptions } from '../store/createPersistence.ts';
import { type Density, type Theme, UiProvider } from '../ui/UiContext.tsx';
import { CardContext, type CardContextValue } from './CardContext.ts';
import type { CustomVariableTypes, VariableValidators } from './variableTypes.ts';

export interface SubscriberCardProviderProps extends CardClientHandlers {
  readonly children?: ReactNode;
  /** Talks to the host's backend. A new object under the same `scope` is used from the next call on. */
  readonly adapter?: DataAdapter | undefined;
  /** A client made by the host with `createCardClient`, instead of `adapter`. */
  readonly client?: CardClient | undefined;
  /** The account. Another scope is another client: nothing of one is shown or sent under the other. */
  readonly scope?: string | undefined;
  /** The operator who looks: a new deal is theirs until they choose somebody else. */
  readonly viewer?: Member | undefined;
  /** The language: English, or one imported from `subscriber-card/locales/*`. */
  readonly locale?: Locale | undefined;
  /** The host's own texts, over those of the language. */
  readonly messages?: MessagesOverride | undefined;
  /** IANA name such as `America/Sao_Paulo`. Default: the browser's. */
  readonly timeZone?: string | undefined;
  /** ISO 4217 code that new amounts start with. Default `USD`. */
  readonly currency?: string | undefined;
  /** Default `auto`: as the operating system says. */
  readonly theme?: Theme | undefined;
  /** Default `comfortable`. */
  readonly density?: Density | undefined;
  /** The level of the heading with the subscriber's name; the sections are one below. Default 2. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | undefined;
  /** Where popovers are put. Default: beside what they belong to, in the browser's top layer. */
  readonly portalContainer?: HTMLElement | null | undefined;
  /** For hosts with a strict Content-Security-Policy. */
  readonly nonce?: string | undefined;
  /** Draws the browser's own select in forms, for hosts that enforce Trusted Types. */
  readonly nativeSelect?: boolean | undefined;
  /** A reason why nothing may be edited. */
  readonly readOnly?: false | string | undefined;
  /** The host's query client, for its cache: none of its defaults is used. Read once per scope. */
  readonly queryClient?: QueryClient | undefined;
  /** Records known before the first read. Read once per scope. */
  readonly initialData?: readonly Subscriber[] | undefined;
  /**
   * Keeps what is typed, and what is not sent, over a reload of the page, such as
   * `{ storage: createSessionStorage(), scope: accountId }`. Off by default. Read once per scope.
   */
  readonly persist?: PersistOptions | undefined;
  /**
   * Types of variables of the host's own, such as `{ rating: { Display, Editor, parse } }`. Keep it stable between
   * renders.
   */
  readonly variableTypes?: CustomVariableTypes | undefined;
  /**
   * Standard Schemas by the key of a variable, such as `{ phone: phoneSchema }`. One judges what is typed or captured
   * after the card's own rules, answers at once, and is not asked about `null`. Keep it stable between renders.
   */
  readonly validators?: VariableValidators | undefined;
  /**
   * Parts of the host's own, such as `{ DealItem: MyDeal }`, each with the props of the one it stands for. Make the
   * components outside of what draws, and keep the object stable between renders.
   */
  readonly components?: PartComponents | undefined;
  /** Classes of the host's own for parts, such as `{ DealItem: 'my-deal' }`. Keep it stable between renders. */
  readonly classNames?: PartClassNames | undefined;
  /** Opens the conversation of a subscriber, from a notice about one who is not shown. Without it none is offered. */
  readonly onOpenSubscriber?: ((subscriber: SubscriberRef) => void) | undefined;
  /** Lets the host's router follow http and https links; `event.preventDefault()` keeps the browser out. */
  readonly onNavigate?: ((url: string, event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
  /** Rewrites the URLs of photos, for a host that fetches them through its own proxy. `null` shows initials. */
  readonly resolveAvatarUrl?: ((url: string) => string | null) | undefined;
}

/**
 * Where the host plugs in: one around all cards of an account. Two providers on a page are two worlds.
 *
 * @throws Error where neither `adapter` nor `client` is given.
 */
export function SubscriberCardProvider(props: SubscriberCardProviderProps) {
  const { locale = en, messages, viewer, currency = 'USD', headingLevel = 2, readOnly = false } = props;
  const client = useClient(props);
  const timeZone = props.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const adapter = (!props.client && props.adapter) || client.getAdapter();
  const { resolveAvatarUrl, onOpenSubscriber } = props;
  const { validators = none, components = none, classNames = none } = props;
  // Each is asked with values and inputs of its own type only.
  const variableTypes = (props.variableTypes ?? none) as CardContextValue['variableTypes'];
  const value = useMemo(
    () => ({
      client,
      adapter,
      viewer,
      locale: { ...locale, messages: resolveMessages(locale, messages), timeZone, currency },
      headingLevel,
      readOnly,
      resolveAvatarUrl,
      onOpenSubscriber: guard(onOpenSubscriber),
      variableTypes,
      validators,
      components,
      classNames,
    }),
    [
      client,
      adapter,
      viewer,
      locale,
      messages,
      timeZone,
      currency,
      headingLevel,
      readOnly,
      resolveAvatarUrl,
      onOpenSubscriber,
      variableTypes,
      validators,
      components,
      classNames,
    ],
  );
  const onNavigate = useMemo(() => guard(props.onNavigate), [props.onNavigate]);
  return (
    <CardContext.Provider value={value}>
      <UiProvider
        theme={props.theme}
        density={props.density}
        dir={locale.dir}
        lang={locale.locale}
        portalContainer={props.portalContainer}
        nonce={props.nonce}
        nativeSelect={props.nativeSelect}
        onNavigate={onNavigate}
      >
        {props.children}
      </UiProvider>
    </CardContext.Provider>
  );
}

const none = {};

/** A callback of the host's that cannot break what calls it. */
function guard<Given extends unknown[]>(callback: ((...given: Given) => void) | undefined) {
  return callback && ((...given: Given) => callSafely(callback, ...given));
}

function useClient(props: SubscriberCardProviderProps): CardClient {
  const { adapter, scope, queryClient, initialData, persist } = props;
  // One for each account that was shown: who comes back to one finds there what was typed.
  const [clients] = useState(() => new Map<string | undefined, CardClient>());
  let client = props.client ?? clients.get(scope);
  if (!client) {
    if (!adapter) throw new Error('SubscriberCardProvider needs an `adapter` or a `client`.');
    // A host may keep the work of all accounts under one name; they are told apart all the same.
    const kept = persist && scope !== undefined && { scope: JSON.stringify([scope, persist.scope]) };
    // Made while rendering, so that the first frame can show `initialData`.
    client = createCardClient({
      adapter,
      queryClient,
      initialData,
      persist: persist && { ...persist, ...kept },
    });
    clients.set(scope, client);
  }
  const { handlers, setAdapter } = client;
  // Before any effect below: what is read there may fail at once, and uses the adapter of this render.
  useInsertionEffect(() => {
    for (const name of handlerNames) if (name in props) Object.assign(handlers, { [name]: props[name] });
    if (adapter && !props.client) setAdapter(adapter);
  });
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') client.wake();
    };
    client.restore();
    window.addEventListener('online', client.connection.reconnect);
    window.addEventListener('online', client.wake);
    window.addEventListener('pagehide', client.flush);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', client.connection.reconnect);
      window.removeEventListener('online', client.wake);
      window.removeEventListener('pagehide', client.flush);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [client]);
  return client;
}

/** A host that made the client may have set its handlers there: only those given here are replaced. */
const handlerNames = ['onEvent', 'onError', 'onUnauthorized'] as const satisfies (keyof CardClientHandlers)[];
