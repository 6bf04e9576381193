import { AdapterError } from '../adapters/AdapterError.ts';
import type { DataAdapter } from '../adapters/DataAdapter.ts';

/** The adapter, which has this method; throws `unsupported` where it has not. */
export function can<Method extends keyof DataAdapter>(
  adapter: DataAdapter,
  method: Method,
): DataAdapter & Required<Pick<DataAdapter, Method>> {
  if (adapter[method] === undefined) {
    throw new AdapterError('unsupported', `The adapter has no ${method}.`, { capability: method });
  }
  return adapter as DataAdapter & Required<Pick<DataAdapter, Method>>;
}
