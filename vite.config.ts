import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compiled } from './src/web/text/compiled.ts';
import { compiledLater } from './src/web/text/compiled-later.ts';

/** Browsers that know `light-dark()`, `color-mix()` and `Intl.Segmenter` by themselves: nothing is rewritten for older ones. */
const BROWSERS = ['chrome123', 'edge123', 'firefox125', 'safari17.5'];

/** Where `npm run dev` has the server; EARSHOT_URL is this page's own address then. */
const server = `http://127.0.0.1:${process.env.EARSHOT_PORT || 4100}`;

/** Puts the parsed catalogues in the place of their sources: the ICU parser stays at home. */
const CATALOGUES = { compiled, compiledLater };
const parsedText: Plugin = {
  name: 'parsed-text',
  apply: 'build',
  load: (id) => {
    const file = id.replaceAll('\\', '/').split('/src/web/text/')[1];
    const name = file === 'compiled.ts' ? 'compiled' : file === 'compiled-later.ts' ? 'compiledLater' : null;
    return name && `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(CATALOGUES[name]))});`;
  },
};

/** A sibling of each text file, squeezed once here instead of at every request. Read from disk: only there they are final. */
const squeezed: Plugin = {
  name: 'squeezed',
  apply: 'build',
  async writeBundle({ dir = '.' }, bundle) {
    const texts = Object.keys(bundle).filter((name) => /\.(js|css|svg|json)$/.test(name));
    await Promise.all(
      texts.map(async (name) => {
        const bytes = await readFile(join(dir, name));
        await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
        await writeFile(join(dir, `${name}.br`), brotliCompressSync(bytes));
      }),
    );
  },
};

/** Names of emoji come with our own build: a page may ask nobody else, and nobody else learns who is answering. */
const EMOJI = ['en/data.json', 'en/messages.json'];
const emojiFile = (name: string) => readFile(new URL(`node_modules/emojibase-data/${name}`, import.meta.url));
const emoji: Plugin = {
  name: 'emoji',
  async generateBundle() {
    for (const name of EMOJI)
      this.emitFile({ type: 'asset', fileName: `assets/emoji/${name}`, source: await emojiFile(name) });
  },
  configureServer(dev) {
    dev.middlewares.use('/assets/emoji', (request, response, next) => {
      const name = request.url?.split('?')[0]?.slice(1) ?? '';
      if (!EMOJI.includes(name)) return next();
      response.setHeader('content-type', 'application/json');
      void emojiFile(name).then((text) => response.end(text), next);
    });
  },
};

export default defineConfig({
  root: 'src/web',
  plugins: [react(), tailwind(), parsedText, emoji, squeezed],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: BROWSERS,
    cssTarget: BROWSERS,
    // The page's policy allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'src/web/index.html', 'service-worker': 'src/web/offline/service-worker.ts' },
      // Its address is its identity: a new name would be a second worker beside the first.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: {
      // The desk's own folder of that name is a source, not an address of the server.
      '/api': { target: server, ws: true, bypass: ({ url }) => (/\.tsx?(\?|$)/.test(url ?? '') ? url : undefined) },
      '/chat': { target: server },
      '/media': { target: server },
      '/oidc': { target: server },
      '/webhooks': { target: server },
      '/health': { target: server },
      '/openapi.json': { target: server },
    },
  },
});
