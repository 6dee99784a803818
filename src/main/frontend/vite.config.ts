import { defineConfig } from 'vite';

// One entry per island; add a line to add one. The server finds the hashed names in manifest.json.
const entries = ['app', 'form', 'diagram', 'player', 'check', 'chart'];

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    outDir: 'dist',
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    manifest: 'manifest.json',
    assetsDir: '',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: { input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])) },
  },
});
