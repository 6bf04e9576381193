export { AdapterError, type AdapterErrorOptions, type Issue } from './adapters/AdapterError.ts';
export type {
  CardEvent,
  ContactQuery,
  DataAdapter,
  FieldNews,
  Page,
  PageRequest,
  ReadContext,
  SectionName,
  WriteContext,
  Written,
} from './adapters/DataAdapter.ts';
export type { ErrorDetail } from './adapters/errorDetail.ts';
export type { ContactShape } from './hooks/contactFields.ts';
export type { DealShape } from './hooks/dealFields.ts';
export { type Capability, useCapability } from './hooks/useCapability.ts';
export {
  type CaptureOptions,
  type CaptureState,
  type CaptureTarget,
  useCapture,
} from './hooks/useCapture.ts';
export { type CardConnection, useConnection } from './hooks/useConnection.ts';
export { type ContactFormState, useContactForm } from './hooks/useContactForm.ts';
export { type DealConflict, type DealState, type EditableDealShape, useDeal } from './hooks/useDeal.ts';
export { type DealFormState, useDealForm } from './hooks/useDealForm.ts';
export { type DealsState, type PendingDeal, useDeals } from './hooks/useDeals.ts';
export type { FieldConflict, FieldState, ReplacedValue, SubmitResult } from './hooks/useField.ts';
export type { FormInputs, FormShape, FormState } from './hooks/useForm.ts';
export { useLocale } from './hooks/useLocale.ts';
export { useMemberSearch } from './hooks/useMemberSearch.ts';
export type { OpenSection } from './hooks/useOpenSections.ts';
export { type PipelinesState, usePipelines } from './hooks/usePipelines.ts';
export { type ReplacedField, useReplaced } from './hooks/useReplaced.ts';
export { type RestoredState, useRestored } from './hooks/useRestored.ts';
export type { SearchState } from './hooks/useSearch.ts';
export { type Section, useSection } from './hooks/useSection.ts';
export { type SubscriberState, useSubscriber } from './hooks/useSubscriber.ts';
export { type TagSearchState, useTagSearch } from './hooks/useTagSearch.ts';
export { type AssignedTag, type TagsState, useTags } from './hooks/useTags.ts';
export { type UndoState, useUndo } from './hooks/useUndo.ts';
export { type UnsavedWork, useUnsavedChanges } from './hooks/useUnsavedChanges.ts';
export { useContactField, useVariable, type VariableState } from './hooks/useVariable.ts';
export { useVariables, type VariablesState } from './hooks/useVariables.ts';
export { en } from './i18n/en.ts';
export type { ForeignChange, Locale, Messages, ReasonMessages } from './i18n/messages.ts';
export type { EditorInput, MoneyInput } from './i18n/parse.ts';
export type { MessagesOverride } from './i18n/resolveMessages.ts';
export type { Campaign } from './model/campaign.ts';
export type {
  Contact,
  ContactDraft,
  ContactFieldValue,
  ContactPatch,
  ContactPoint,
} from './model/contact.ts';
export type { Deal, DealDraft, DealPatch, DealStep, Outcome, Pipeline, Step } from './model/deal.ts';
export { type ErrorCode, errorCodes } from './model/errorCode.ts';
export {
  type ContactFieldName,
  type DealFieldName,
  type Field,
  type FieldId,
  type Lane,
  parseFieldId,
  toFieldId,
} from './model/field.ts';
export type { Member } from './model/member.ts';
export type { Money } from './model/money.ts';
export { safeUrl } from './model/safeUrl.ts';
export type { SchemaIssue, SchemaResult, StandardSchema } from './model/standardSchema.ts';
export type {
  Channel,
  Group,
  InstagramRelation,
  InviteLink,
  Subscriber,
  SubscriberRef,
  Subscription,
  SubscriptionStatus,
  Tagging,
} from './model/subscriber.ts';
export type { Tag } from './model/tag.ts';
export type {
  CustomInput,
  CustomTypeName,
  CustomValue,
  Reason,
  Variable,
  VariableOption,
  VariableType,
  VariableTypes,
  VariableValue,
} from './model/variable.ts';
export type { CardLocale } from './provider/CardContext.ts';
export { createSessionStorage } from './provider/createSessionStorage.ts';
export {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from './provider/SubscriberCardProvider.tsx';
export { SubscriberProvider, type SubscriberProviderProps } from './provider/SubscriberProvider.tsx';
export type {
  CustomVariableType,
  CustomVariableTypes,
  VariableDisplayProps,
  VariableEditorInputProps,
  VariableTypeContext,
  VariableValidators,
} from './provider/variableTypes.ts';
export type { CardChange, Parts, Problem } from './store/cardState.ts';
export type { Clock } from './store/clock.ts';
export type { DealFacts, SubscriberFacts } from './store/confirmed.ts';
export {
  type CardClient,
  type CardClientHandlers,
  type CardClientOptions,
  type CardHostEvent,
  type CardProblem,
  createCardClient,
} from './store/createCardClient.ts';
export type { Connection, ConnectionState } from './store/createConnection.ts';
export type { CardStorage, PersistenceState, PersistOptions } from './store/createPersistence.ts';
export type { MutationStatus } from './store/mutations.ts';
export type { Omitted, OmittedList } from './store/omitted.ts';
export type { ReadableStore } from './store/ReadableStore.ts';
export type { UnsavedChange } from './store/unsaved.ts';
export type { Density, Theme } from './ui/UiContext.tsx';
