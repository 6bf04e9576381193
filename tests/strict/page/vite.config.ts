import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { sourceAliases } from '../../../publicEntries.mjs';
import { NONCE } from '../servePage.ts';

/** A page with every story on it, built as a host builds its own. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), withoutFonts()],
  resolve: { alias: sourceAliases },
  html: { cspNonce: NONCE },
  build: {
    emptyOutDir: true,
    // The policy admits no `data:`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});

/** The fonts of the stories are not the card's, and the policy admits none. */
function withoutFonts(): Plugin {
  const nothing = '\0no-font.css';
  return {
    name: 'without-fonts',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('@fontsource/') ? nothing : null),
    load: (id) => (id === nothing ? '' : null),
  };
}
