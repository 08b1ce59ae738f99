import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

/** More would be felt on other people's websites. In bytes, gzipped. */
const MOST_BYTES = 30_000;

/** The chat window for other people's websites: one file that needs nothing, beside the desk's own. */
export default defineConfig({
  root: 'src/web/widget',
  publicDir: false,
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: false,
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    lib: { entry: 'main.ts', formats: ['iife'], name: 'EarshotChatScript', fileName: () => 'chat/widget.js' },
  },
  plugins: [
    {
      name: 'small',
      async writeBundle({ dir = '.' }) {
        const file = join(dir, 'chat/widget.js');
        const bytes = await readFile(file);
        const squeezed = gzipSync(bytes, { level: 9 });
        if (squeezed.length > MOST_BYTES)
          throw new Error(`The chat window is ${squeezed.length} bytes gzipped, and may be ${MOST_BYTES}.`);
        await writeFile(`${file}.gz`, squeezed);
        await writeFile(`${file}.br`, brotliCompressSync(bytes));
      },
    },
  ],
});
