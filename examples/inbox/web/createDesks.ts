import { createRestAdapter } from 'subscriber-card/adapters/rest';
import { type CardClient, createCardClient, createSessionStorage } from 'subscriber-card/headless';
import { type Api, createApi } from './createApi.ts';
import { createMessageDrafts, type MessageDrafts } from './createMessageDrafts.ts';
import type { Session, SignedIn } from './session.ts';

/** What one operator works with in this tab. */
export interface Desk {
  readonly api: Api;
  readonly client: CardClient;
  readonly messageDrafts: MessageDrafts;
}

/**
 * A desk for each operator who has sat here. It outlives their sign-out: what they have not saved waits until they are
 * back, and goes out under no other name.
 */
export function createDesks(session: Session): (signedIn: SignedIn) => Desk {
  const desks = new Map<string, Desk>();
  return ({ workspace, operator }) => {
    const scope = `${workspace.id}/${operator.id}`;
    const desk = desks.get(scope) ?? createDesk(session, scope, operator.id);
    desks.set(scope, desk);
    return desk;
  };
}

function createDesk(session: Session, scope: string, operatorId: string): Desk {
  const headers = () => ({ authorization: `Bearer ${session.tokenOf(operatorId)}` });
  return {
    api: createApi(session, operatorId),
    client: createCardClient({
      adapter: createRestAdapter({ baseUrl: '/api/v1', headers }),
      persist: { storage: createSessionStorage(), scope },
    }),
    messageDrafts: createMessageDrafts(scope),
  };
}
