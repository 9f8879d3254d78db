import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One plain script and one style sheet, so that a page opened as a file may load them. */
export default defineConfig({
  root: here('.'),
  plugins: [svelte({ configFile: here('../svelte.config.js') })],
  resolve: { alias: { '@fonts': here('../../crates/documents/fonts') } },
  build: {
    outDir: here('../../target/story-bench'),
    emptyOutDir: true,
    minify: false,
    target: ['chrome123', 'safari17.5'],
    lib: {
      entry: here('story.ts'),
      formats: ['iife'],
      name: 'story',
      fileName: () => 'story.js',
      cssFileName: 'story',
    },
  },
});
