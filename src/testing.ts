export type { AdapterMethod } from './testing/adapterMethods.ts';
export {
  createFaultAdapter,
  type FaultAdapter,
  type FaultAdapterOptions,
  type FaultCall,
  type FaultControl,
  type FaultDetail,
} from './testing/createFaultAdapter.ts';
export type { FaultEvent } from './testing/createFaultyFeed.ts';
export type { Colleague, DataAdapterFixture } from './testing/DataAdapterFixture.ts';
export { describeDataAdapter } from './testing/describeDataAdapter.ts';
export type {
  CallChances,
  Chances,
  EventChances,
  Fault,
  FaultScript,
  Hindrance,
  PlannedFault,
} from './testing/faultScript.ts';
export type { Schedule } from './testing/schedule.ts';
export type { TestFramework } from './testing/TestFramework.ts';
