import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sourceAliases } from '../../../publicEntries.mjs';

/** The page of the leak test in one script: what runs is React's production build, as at a host. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { alias: sourceAliases },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    emptyOutDir: true,
    // Names are kept, for who looks at a heap snapshot.
    minify: false,
    lib: {
      entry: 'page.tsx',
      formats: ['iife'],
      name: 'leaks',
      fileName: () => 'page.js',
      cssFileName: 'page',
    },
    rolldownOptions: { output: { codeSplitting: false }, checks: { pluginTimings: false } },
  },
});
