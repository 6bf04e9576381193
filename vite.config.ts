import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { transform } from 'lightningcss';
import { type Plugin, preprocessCSS, type ResolvedConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import type { BrowserCommandContext } from 'vitest/node';
import { manifest, publicEntries, sourceAliases } from './publicEntries.mjs';
import { toDesignTokens } from './src/styles/toDesignTokens.ts';
import { chromiumArguments, findChromium } from './tests/support/chromium.mjs';

const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const browserTests = 'tests/**/*.browser.test.{ts,tsx}';
/** They look at pictures. */
const visualTests = 'tests/visual/*.browser.test.tsx';
// In browsers that the tests start themselves, one file after the other.
/** Random operators over a bad network: `npx vitest run --project soak`. */
const soakTests = 'tests/mounted/chaos.browser.test.tsx';
const endToEndTests = [
  'tests/e2e/**/*.test.ts',
  'tests/mounted/*.test.ts',
  'tests/bench/*.test.ts',
  'tests/hosts/*.test.ts',
  'tests/strict/*.test.ts',
];

export default defineConfig({
  plugins: [react(), stylesheets(), designTokens(), httpContract()],
  resolve: { alias: sourceAliases },
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries(publicEntries.map(({ name, source }) => [name, source])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: new RegExp(`^(${dependencies.join('|')})(/.*)?$`),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    // One group after the other: two Chromiums and a property test at once slow each other into timeouts.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [browserTests, ...endToEndTests],
          setupFiles: ['tests/support/unitSetup.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Some of the tests look at every story.
        optimizeDeps: { include: [...preparedForTheBrowser(), ...preparedForStories()] },
        test: {
          name: 'browser',
          globalSetup: ['tests/hostile/provideNaughtyStrings.ts'],
          include: [browserTests],
          exclude: [soakTests, visualTests],
          setupFiles: ['tests/support/browserSetup.ts'],
          sequence: { groupOrder: 1 },
          browser: inChromium(),
        },
      },
      {
        extends: true,
        optimizeDeps: { include: [...preparedForTheBrowser(), ...preparedForStories()] },
        test: {
          name: 'visual',
          include: [visualTests],
          setupFiles: ['tests/support/browserSetup.ts'],
          sequence: { groupOrder: 5 },
          browser: inChromium({ width: 1280, height: 2000 }),
        },
      },
      {
        extends: true,
        optimizeDeps: { include: preparedForTheBrowser() },
        test: {
          name: 'soak',
          include: [soakTests],
          provide: { seed: process.env.SEED ?? '', actions: process.env.ACTIONS ?? '' },
          setupFiles: ['tests/support/browserSetup.ts'],
          sequence: { groupOrder: 4 },
          browser: inChromium(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
        optimizeDeps: { include: [...preparedForTheBrowser(), ...preparedForStories()] },
        test: { name: 'stories', browser: inChromium(), sequence: { groupOrder: 2 } },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: endToEndTests,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

/** Writes `dist/styles.css` and the same in no layer, and gives the element the text of the second. */
function stylesheets(): Plugin {
  let config: ResolvedConfig;
  async function shorten(name: string) {
    const file = fileURLToPath(new URL(`src/styles/${name}`, import.meta.url));
    const { code } = await preprocessCSS(readFileSync(file, 'utf8'), file, config);
    // Not rewritten for older browsers: that is for the host's own build.
    const short = transform({ filename: name, code: Buffer.from(code), minify: true });
    return shortenVariables(short.code.toString()).replace(/ ([*/]) |(,) /g, '$1$2');
  }
  return {
    name: 'stylesheets',
    enforce: 'pre',
    apply: (options) => Boolean(options.build?.lib),
    configResolved(resolved) {
      config = resolved;
    },
    load(id) {
      return id.endsWith('/src/styles/styles.unlayered.css?inline') ? shorten('styles.unlayered.css') : null;
    },
    async generateBundle() {
      for (const fileName of ['styles.css', 'styles.unlayered.css']) {
        this.emitFile({ type: 'asset', fileName, source: await shorten(fileName) });
        // TypeScript looks for what a bare import brings.
        this.emitFile({ type: 'asset', fileName: `${fileName}.d.ts`, source: 'export {};\n' });
      }
    },
  };
}

/** Those that begin with an underscore are nobody's business. The one used most gets the shortest name. */
function shortenVariables(css: string): string {
  const counts = new Map<string, number>();
  for (const [name] of css.matchAll(/--sbc-_[\w-]+/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name);
  return css.replace(/--sbc-_[\w-]+/g, (name) => `--sbc-_${names.indexOf(name).toString(36)}`);
}

/** Writes `dist/tokens.json`, from the source that the theme's CSS is written from. */
function designTokens(): Plugin {
  return {
    name: 'design-tokens',
    apply: (options) => Boolean(options.build?.lib),
    generateBundle() {
      const source = `${JSON.stringify(toDesignTokens(), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'tokens.json', source });
    },
  };
}

/** Puts the HTTP contract beside the adapter that speaks it. */
function httpContract(): Plugin {
  const source = fileURLToPath(new URL('src/adapters/rest/openapi.yaml', import.meta.url));
  return {
    name: 'http-contract',
    apply: (options) => Boolean(options.build?.lib),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'openapi.yaml', source: readFileSync(source, 'utf8') });
    },
  };
}

/** A new object for each project: Vitest writes its own state into it. In a smaller window a test's page is scaled. */
function inChromium(window = { width: 1280, height: 720 }) {
  const executablePath = findChromium();
  return {
    enabled: true,
    headless: true,
    provider: playwright({
      launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
      contextOptions: { viewport: window },
      actionTimeout: 10_000,
    }),
    viewport: { width: 480, height: 900 },
    commands: { readRoles },
    screenshotFailures: false,
    expect: { toMatchScreenshot: { resolveScreenshotPath: toBaselinePath } },
    instances: [{ browser: 'chromium' as const }],
  };
}

/** What assistive technology is given of the story on the page: roles, names and states, line by line. */
function readRoles({ iframe }: BrowserCommandContext) {
  return iframe.locator('.story-column').ariaSnapshot();
}

/** Beside the test, under the name that it gives. */
function toBaselinePath(place: { root: string; testFileDirectory: string; arg: string; ext: string }) {
  return join(place.root, place.testFileDirectory, 'baselines', `${place.arg}${place.ext}`);
}

/** Bundled before the first test: a dependency found later would reload the page in the middle of one. */
function preparedForTheBrowser(): string[] {
  return [
    ...Object.keys(manifest.dependencies),
    'zustand/vanilla',
    'react',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'react-dom',
    'react-dom/client',
    'react-dom/server',
    'axe-core',
    '@testing-library/dom',
    '@testing-library/react',
    '@testing-library/user-event',
    'fast-check',
  ];
}

function preparedForStories(): string[] {
  return [
    '@storybook/react-vite',
    '@storybook/addon-a11y/preview',
    '@storybook/addon-docs/blocks',
    'storybook/test',
    'storybook/preview-api',
  ];
}
