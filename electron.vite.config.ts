import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** A path from the root of the project. */
const at = (path: string): string => resolve(import.meta.dirname, path)

/**
 * Three explicit parts, since the fixed layout has no `src`. The plain-Node commands are further entries of main:
 * they share its chunks and run without Electron.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: ['zod', 'htmlparser2', 'entities', 'approx-string-match', 'diff', 'electron-log'] },
      rollupOptions: {
        input: {
          index: at('main/index.ts'),
          inspect: at('main/commands/inspect.ts'),
          corpus: at('main/commands/corpus.ts'),
          eval: at('main/commands/eval.ts'),
          bench: at('main/commands/bench.ts')
        },
        output: { format: 'es' }
      }
    }
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html') } }
    }
  }
})
