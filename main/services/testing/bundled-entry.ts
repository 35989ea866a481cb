import { mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'

/** Stands in for the app build's thread imports: a bundled test program starts no thread of the app's. */
const withoutThreads: Plugin = {
  name: 'without-threads',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('?nodeWorker') ? '\0thread' : null),
  load: (id) => (id === '\0thread' ? 'export default () => { throw new Error("this program starts no thread") }' : null)
}

/**
 * Bundles an entry of main as the app's build does, so that a test can run it in a thread or a process of its own. Answers
 * with the path of the bundle, which lies inside the project so that it finds its packages.
 */
export const bundleEntry = async (entry: string): Promise<string> => {
  const root = join(import.meta.dirname, '../../..')
  const name = basename(entry, '.ts')
  const outDir = join(root, 'node_modules/.cache/redwell-bundles', `${name}-${String(process.pid)}`)
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [withoutThreads],
    build: { ssr: join(root, entry), outDir, emptyOutDir: true, rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } } }
  })
  return join(outDir, `${name}.mjs`)
}

/** Removes a bundle with its folder; nothing where none was made, since the folder of no path would be the one that the tests run in. */
export const removeBundle = (program: string): void => {
  if (program !== '') rmSync(dirname(program), { recursive: true, force: true })
}
