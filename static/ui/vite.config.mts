import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Forge serves the resource below a path it chooses, so every address in the build is relative.
  base: './',
  resolve: {
    alias: { '@atlaskit/feature-gate-js-client/feature-gates': fileURLToPath(new URL('src/no-feature-gates.ts', import.meta.url)) },
  },
  build: {
    target: 'es2022',
    // Forge's content security policy allows neither inline scripts nor, by default, data: fonts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
