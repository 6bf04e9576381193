import { describe, expect, test } from 'vitest';
import { reachedFrom } from './support/reachedFrom.ts';
import { readSource } from './support/readSource.ts';

// A name that appears or goes here is a decision about the public face: change the list by hand, or with `vitest -u`.

describe('subscriber-card/headless', () => {
  test('exports these values', async () => {
    expect(await valuesOf(import('../src/headless.ts'))).toMatchInlineSnapshot(`
      [
        "AdapterError",
        "SubscriberCardProvider",
        "SubscriberProvider",
        "createCardClient",
        "createSessionStorage",
        "en",
        "errorCodes",
        "parseFieldId",
        "safeUrl",
        "toFieldId",
        "useCapability",
        "useCapture",
        "useConnection",
        "useContactField",
        "useContactForm",
        "useDeal",
        "useDealForm",
        "useDeals",
        "useLocale",
        "useMemberSearch",
        "usePipelines",
        "useReplaced",
        "useRestored",
        "useSection",
        "useSubscriber",
        "useTagSearch",
        "useTags",
        "useUndo",
        "useUnsavedChanges",
        "useVariable",
        "useVariables",
      ]
    `);
  });

  test('exports these types', () => {
    expect(readSource('src/headless.ts').exportedTypes.sort()).toMatchInlineSnapshot(`
      [
        "AdapterErrorOptions",
        "AssignedTag",
        "Campaign",
        "Capability",
        "CaptureOptions",
        "CaptureState",
        "CaptureTarget",
        "CardChange",
        "CardClient",
        "CardClientHandlers",
        "CardClientOptions",
        "CardConnection",
        "CardEvent",
        "CardHostEvent",
        "CardLocale",
        "CardProblem",
        "CardStorage",
        "Channel",
        "Clock",
        "Connection",
        "ConnectionState",
        "Contact",
        "ContactDraft",
        "ContactFieldName",
        "ContactFieldValue",
        "ContactFormState",
        "ContactPatch",
        "ContactPoint",
        "ContactQuery",
        "ContactShape",
        "CustomInput",
        "CustomTypeName",
        "CustomValue",
        "CustomVariableType",
        "CustomVariableTypes",
        "DataAdapter",
        "Deal",
        "DealConflict",
        "DealDraft",
        "DealFacts",
        "DealFieldName",
        "DealFormState",
        "DealPatch",
        "DealShape",
        "DealState",
        "DealStep",
        "DealsState",
        "Density",
        "EditableDealShape",
        "EditorInput",
        "ErrorCode",
        "ErrorDetail",
        "Field",
        "FieldConflict",
        "FieldId",
        "FieldNews",
        "FieldState",
        "ForeignChange",
        "FormInputs",
        "FormShape",
        "FormState",
        "Group",
        "InstagramRelation",
        "InviteLink",
        "Issue",
        "Lane",
        "Locale",
        "Member",
        "Messages",
        "MessagesOverride",
        "Money",
        "MoneyInput",
        "MutationStatus",
        "Omitted",
        "OmittedList",
        "OpenSection",
        "Outcome",
        "Page",
        "PageRequest",
        "Parts",
        "PendingDeal",
        "PersistOptions",
        "PersistenceState",
        "Pipeline",
        "PipelinesState",
        "Problem",
        "ReadContext",
        "ReadableStore",
        "Reason",
        "ReasonMessages",
        "ReplacedField",
        "ReplacedValue",
        "RestoredState",
        "SchemaIssue",
        "SchemaResult",
        "SearchState",
        "Section",
        "SectionName",
        "StandardSchema",
        "Step",
        "SubmitResult",
        "Subscriber",
        "SubscriberCardProviderProps",
        "SubscriberFacts",
        "SubscriberProviderProps",
        "SubscriberRef",
        "SubscriberState",
        "Subscription",
        "SubscriptionStatus",
        "Tag",
        "TagSearchState",
        "Tagging",
        "TagsState",
        "Theme",
        "UndoState",
        "UnsavedChange",
        "UnsavedWork",
        "Variable",
        "VariableDisplayProps",
        "VariableEditorInputProps",
        "VariableOption",
        "VariableState",
        "VariableType",
        "VariableTypeContext",
        "VariableTypes",
        "VariableValidators",
        "VariableValue",
        "VariablesState",
        "WriteContext",
        "Written",
      ]
    `);
  });

  test('loads no component, no control and none of their libraries', () => {
    const { modules, packages } = reachedFrom('src/headless.ts');
    expect(modules.map(({ path }) => path).filter((path) => path.startsWith('src/components/'))).toEqual([]);
    expect(packages).not.toContain('downshift');
    expect(packages).not.toContain('@tanstack/react-virtual');
    expect(packages.filter((name) => name.startsWith('@radix-ui/'))).toEqual([]);
  });
});

describe('subscriber-card', () => {
  test('exports all that headless does, and these values', async () => {
    const headless = await valuesOf(import('../src/headless.ts'));
    const all = await valuesOf(import('../src/index.ts'));
    expect(all).toEqual(expect.arrayContaining(headless));
    expect(all.filter((name) => !headless.includes(name))).toMatchInlineSnapshot(`
      [
        "AdCampaignBadge",
        "AdCampaignReply",
        "ContactForm",
        "ContactHeader",
        "DealItem",
        "DealList",
        "SubscriberCard",
        "SubscriptionStatus",
        "TagChip",
        "TagPicker",
        "VariableEditor",
        "VariableRow",
      ]
    `);
  });

  test('exports these types beside those of headless', () => {
    const { exportedTypes } = readSource('src/index.ts');
    const headless = readSource('src/headless.ts').exportedTypes;
    expect(exportedTypes.filter((name) => !headless.includes(name)).sort()).toMatchInlineSnapshot(`
      [
        "AdCampaignBadgeProps",
        "AdCampaignReplyProps",
        "ContactFormProps",
        "ContactHeaderProps",
        "DealItemProps",
        "DealListProps",
        "PartClassNames",
        "PartComponents",
        "PartName",
        "PartProps",
        "SubscriberCardProps",
        "SubscriberCardSection",
        "SubscriptionStatusProps",
        "TagChipProps",
        "TagPickerProps",
        "VariableEditorProps",
        "VariableRowProps",
      ]
    `);
  });
});

describe('the adapters', () => {
  test('export these values', async () => {
    expect(await valuesOf(import('../src/adapters/createMemoryAdapter.ts'))).toMatchInlineSnapshot(`
      [
        "createDemoData",
        "createMemoryAdapter",
      ]
    `);
    expect(await valuesOf(import('../src/adapters/rest/createRestAdapter.ts'))).toMatchInlineSnapshot(`
      [
        "createRestAdapter",
      ]
    `);
  });

  test.each(['src/adapters/createMemoryAdapter.ts', 'src/adapters/rest/createRestAdapter.ts'])(
    '%s loads neither React nor a store',
    (entry) => {
      const { packages } = reachedFrom(entry);
      expect(packages.filter((name) => name !== 'valibot')).toEqual([]);
    },
  );
});

describe('subscriber-card/testing', () => {
  test('exports these values and types', async () => {
    expect(await valuesOf(import('../src/testing.ts'))).toMatchInlineSnapshot(`
      [
        "createFaultAdapter",
        "describeDataAdapter",
      ]
    `);
    expect(readSource('src/testing.ts').exportedTypes.sort()).toMatchInlineSnapshot(`
      [
        "AdapterMethod",
        "CallChances",
        "Chances",
        "Colleague",
        "DataAdapterFixture",
        "EventChances",
        "Fault",
        "FaultAdapter",
        "FaultAdapterOptions",
        "FaultCall",
        "FaultControl",
        "FaultDetail",
        "FaultEvent",
        "FaultScript",
        "Hindrance",
        "PlannedFault",
        "Schedule",
        "TestFramework",
      ]
    `);
  });

  test('loads neither React, a store nor a test framework', () => {
    const { packages } = reachedFrom('src/testing.ts');
    expect(packages.filter((name) => name !== 'valibot')).toEqual([]);
  });

  test.each(['src/index.ts', 'src/headless.ts', 'src/adapters/createMemoryAdapter.ts'])(
    'is no part of %s',
    (entry) => {
      const { modules } = reachedFrom(entry);
      expect(modules.map(({ path }) => path).filter((path) => path.startsWith('src/testing'))).toEqual([]);
    },
  );
});

describe('subscriber-card/element', () => {
  test('exports these values and these types', async () => {
    expect(await valuesOf(import('../src/element.ts'))).toEqual([
      'defineSubscriberCard',
      'mountSubscriberCard',
    ]);
    expect(readSource('src/element.ts').exportedTypes.sort()).toEqual([
      'MountedCard',
      'SubscriberCardElement',
      'SubscriberCardElementEvents',
      'SubscriberCardElementProperties',
      'SubscriberCardOptions',
    ]);
  });
});

describe('the languages', () => {
  test.each([
    ['ar', 'ar', import('../src/i18n/ar.ts')],
    ['es', 'es', import('../src/i18n/es.ts')],
    ['fr', 'fr', import('../src/i18n/fr.ts')],
    ['pt-BR', 'ptBR', import('../src/i18n/pt-BR.ts')],
    ['ru', 'ru', import('../src/i18n/ru.ts')],
    ['tr', 'tr', import('../src/i18n/tr.ts')],
    ['uk', 'uk', import('../src/i18n/uk.ts')],
  ])('%s exports %s alone, and loads no package', async (language, name, module) => {
    expect(await valuesOf(module)).toEqual([name]);
    expect(reachedFrom(`src/i18n/${language}.ts`).packages).toEqual([]);
  });
});

async function valuesOf(module: Promise<object>): Promise<string[]> {
  return Object.keys(await module).sort();
}
