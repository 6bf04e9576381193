import { abortCases } from './cases/abortCases.ts';
import { contactCases } from './cases/contactCases.ts';
import { dealCases } from './cases/dealCases.ts';
import { errorCases } from './cases/errorCases.ts';
import { hostileCases } from './cases/hostileCases.ts';
import { idempotencyCases } from './cases/idempotencyCases.ts';
import { newsCases } from './cases/newsCases.ts';
import { pagingCases } from './cases/pagingCases.ts';
import { readCases } from './cases/readCases.ts';
import { revisionCases } from './cases/revisionCases.ts';
import { shapeCases } from './cases/shapeCases.ts';
import { staleCases } from './cases/staleCases.ts';
import { subscriptionCases } from './cases/subscriptionCases.ts';
import { tagCases } from './cases/tagCases.ts';
import { variableCases } from './cases/variableCases.ts';
import type { Cases } from './createStage.ts';

/** All cases by their group. A sentence stands for its case: it stays when the case becomes better. */
export const adapterCases: { readonly [group: string]: Cases } = {
  'answers that can be read': shapeCases,
  reading: readCases,
  variables: variableCases,
  tags: tagCases,
  deals: dealCases,
  'the contact': contactCases,
  'stale writes': staleCases,
  revisions: revisionCases,
  idempotency: idempotencyCases,
  'aborted calls': abortCases,
  paging: pagingCases,
  errors: errorCases,
  'hostile names': hostileCases,
  events: { ...newsCases, ...subscriptionCases },
};
