import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { licences } from './licences.mts';

export default defineConfig({
  plugins: [react(), licences()],
  // Forge serves the resource below a path it chooses, so every address in the build is relative.
  base: './',
  resolve: {
    alias: {
      '@atlaskit/feature-gate-js-client/feature-gates': fileURLToPath(
        new URL('src/no-feature-gates.ts', import.meta.url),
      ),
      '@atlaskit/tooltip/Tooltip': fileURLToPath(new URL('src/plain-tooltip.tsx', import.meta.url)),
    },
  },
  build: {
    target: 'es2022',
    // Forge's content security policy allows neither inline scripts nor, by default, data: fonts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Left alone, the first view of the panel comes in some fifty files, as each piece that two surfaces share has its own.
          // What only a tab or a form needs stays out of these, and comes when somebody opens it.
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'panel', test: /surfaces[\\/]panel[\\/]panel-tabs\.tsx/, priority: 1 },
          ],
        },
      },
    },
  },
});
