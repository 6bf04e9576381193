import { createContext, use } from 'react';
import type { CardClient } from 'subscriber-card/headless';

/** The card's client, for what stands outside of the card: reading ahead. */
export const ClientContext = createContext<CardClient | null>(null);

export function useClient(): CardClient {
  const client = use(ClientContext);
  if (!client) throw new Error('This needs a ClientContext around it.');
  return client;
}
