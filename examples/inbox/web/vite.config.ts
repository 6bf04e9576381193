import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { manifest, publicEntries, sourceAliases } from '../../../publicEntries.mjs';

// While developing, the card comes from `src`, so that an edit there shows at once. The page that `npm start` and
// the end-to-end tests serve is built from `dist`: what runs is what a host would install.
export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { alias: command === 'serve' ? sourceAliases : builtAliases() },
  // The server puts a nonce of its own into every page that it sends.
  ...(command === 'build' && { html: { cspNonce: '__CSP_NONCE__' } }),
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    // A font inside of the stylesheet would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
}));

function builtAliases() {
  const built = [
    ...publicEntries.map(({ specifier, name }) => ({ specifier, file: `${name}.js` })),
    { specifier: `${manifest.name}/styles.css`, file: 'styles.css' },
  ];
  return built.map(({ specifier, file }) => ({
    find: new RegExp(`^${specifier.replaceAll('.', '\\.')}$`),
    replacement: fileURLToPath(new URL(`../../../dist/${file}`, import.meta.url)),
  }));
}
