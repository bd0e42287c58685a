import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunks } from './chunks.ts';
import { preload } from './preload.ts';
import { squeeze } from './squeeze.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where a Cuadro runs, for the app served with hot reload. */
const server = `http://127.0.0.1:${process.env.CUADRO_PORT ?? '4477'}`;

/** The web app: `web/` → `dist/web`, served by `cuadro serve` as it is. `npx vite -c web/vite.config.ts` serves it with hot reload beside a running server. */
export default defineConfig({
  root: here,
  plugins: [react(), preload(), squeeze()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Read by the test that keeps the first load small.
    manifest: true,
    target: 'es2023',
    // A font or picture as a data: URL would need a wider content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The server answers only what comes from the address that it is asked at: the name asked for is handed on.
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
});
