// `vite build --outDir FOLDER`. Names without digests: the server adds them to the addresses of the
// assets. islands.js is what a page links; it fetches the island that the page has, from beside it.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: 'es2021',
    emptyOutDir: false,
    modulePreload: false,
    copyPublicDir: false,
    rollupOptions: {
      input: fileURLToPath(new URL('src/islands.ts', import.meta.url)),
      output: {
        format: 'es',
        entryFileNames: 'islands.js',
        chunkFileNames: 'island-[name].js',
        // Files known to the build (adapters/web/islands.cmake): a part each, and what both use.
        manualChunks(id) {
          if (id.includes('/node_modules/') || /\/src\/(editor|feel|yaml)\//.test(id)) return 'editor';
          if (id.includes('/src/grid/')) return 'grid';
          return id.endsWith('/src/islands.ts') ? undefined : 'shared';
        },
      },
    },
  },
});
