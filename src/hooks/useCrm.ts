'use client';
import { useCardStore } from '../provider/useCardContext.ts';
import { useCapability } from './useCapability.ts';
import { useDeals } from './useDeals.ts';
import { useSection } from './useSection.ts';

export interface Crm {
  readonly hasDeals: boolean;
  readonly hasContact: boolean;
  /** Nothing of it could be read. */
  readonly hasFailed: boolean;
  readonly canCreateContact: boolean;
  /** `undefined` until known; `20+` where there are more and the backend does not count. */
  readonly dealCount: number | string | undefined;
  /** `undefined` until known. */
  readonly isContactLinked: boolean | undefined;
}

/** What the backend has of a CRM, and what stands there for this subscriber. */
export function useCrm(): Crm {
  const { status, deals, total, hasMore, readOnly } = useDeals();
  const canCreate = useCapability('createContact');
  const contactStatus = useSection('contact').status;
  const isContactLinked = useCardStore(({ confirmed: { contact } }) =>
    contact === undefined ? undefined : contact !== null,
  );
  const counted = hasMore ? `${deals.length}+` : deals.length;
  return {
    hasDeals: isThere(status),
    hasContact: isThere(contactStatus),
    hasFailed: [status, contactStatus].every((it) => it === 'failed' || !isThere(it)),
    canCreateContact: canCreate && readOnly === false,
    dealCount: status === 'ready' ? (total ?? counted) : undefined,
    isContactLinked,
  };
}

function isThere(status: string): boolean {
  return status !== 'none' && status !== 'unsupported';
}
