import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor';
import { afterAll, describe, expect, test } from 'vitest';
import { manifest, publicEntries } from '../../publicEntries.mjs';
import { readSource, root } from '../support/readSource.ts';

// What a host can import, name by name. A change of it is a decision: `npm run api` writes it down, and a reviewer
// sees it. The languages are pinned by `exports.test.ts`.

const entries = publicEntries.filter(({ specifier }) => !specifier.includes('/locales/'));
const isBuilt = entries.every(({ name }) => existsSync(join(root, 'dist', `${name}.d.ts`)));
/** A type that another entry speaks of is imported from these two. */
const nameable = new Set(['src/index.ts', 'src/headless.ts'].flatMap((path) => readSource(path).exports));
const folder = mkdtempSync(join(tmpdir(), 'subscriber-card-api-'));

afterAll(() => rmSync(folder, { recursive: true }));

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

describe.runIf(isBuilt)('the public names of', () => {
  test.each(entries)('$specifier are those in etc/', { timeout: 60_000 }, async ({ specifier, name }) => {
    const reportName = specifier === manifest.name ? 'index' : toFileName(specifier);
    const { report, messages, unnamed } = readApi(name, reportName);
    expect(messages).toEqual([]);
    // The second of a name, which a component of the entry has too.
    const types = unnamed.map((type) => type.replace(/_2$/, ''));
    expect(types.filter((type) => !nameable.has(type))).toEqual([]);
    await expect(report).toMatchFileSnapshot(join(root, 'etc', `${reportName}.api.md`));
  });
});

/** `adapters/memory` → `adapters-memory`. */
function toFileName(specifier: string): string {
  return specifier.slice(manifest.name.length + 1).replace('/', '-');
}

function readApi(name: string, reportName: string) {
  const messages: string[] = [];
  const unnamed: string[] = [];
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(root, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, 'dist', `${name}.d.ts`),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ module: 'nodenext', moduleResolution: 'nodenext', target: 'es2022' },
            ...{ lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [], jsx: 'react-jsx', skipLibCheck: true },
          },
          files: [join(root, 'dist', `${name}.d.ts`)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${reportName}.api.md`,
        reportFolder: folder,
        reportTempFolder: folder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
          // Everything that can be imported is public, and says so by standing in an entry.
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          'ae-undocumented': { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: false },
          'ae-unresolved-link': { logLevel: ExtractorLogLevel.None },
        },
      },
    },
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message: ExtractorMessage) {
      message.handled = true;
      const [, forgotten] = /The symbol "(\w+)" needs/.exec(message.text) ?? [];
      if (message.messageId === 'ae-forgotten-export') unnamed.push(forgotten ?? message.text);
      else if (/^(warning|error)$/.test(message.logLevel))
        messages.push(message.formatMessageWithLocation(root));
    },
  });
  return { report: readFileSync(join(folder, `${reportName}.api.md`), 'utf8'), messages, unnamed };
}
