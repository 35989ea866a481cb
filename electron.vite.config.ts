import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** A path from the root of the project. */
const at = (path: string): string => resolve(import.meta.dirname, path)

interface PackageFile {
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const packageFile = (folder: string): PackageFile => JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as PackageFile

/** Where a package of that name lies for the package in `from`, as Node looks for it. */
const folderOf = (name: string, from: string): string | null => {
  for (let folder = from; folder.startsWith(import.meta.dirname); folder = resolve(folder, '..')) {
    const found = resolve(folder, 'node_modules', name)
    if (existsSync(resolve(found, 'package.json'))) return found
  }
  return null
}

const licenceText = (folder: string): string => {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
  return name === undefined ? '' : readFileSync(resolve(folder, name), 'utf8')
}

/** Writes `licences.json` beside the main process: every package that the program is made of, with its licence. */
const licences = (): Plugin => ({
  name: 'licences',
  generateBundle() {
    const seen = new Map<string, { name: string; version: string; licence: string; text: string }>()
    const pending = Object.keys(packageFile(import.meta.dirname).dependencies ?? {}).map((name) => ({ name, from: import.meta.dirname }))
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const folder = folderOf(next.name, next.from)
      if (folder === null || seen.has(folder)) continue
      const { version = '', license = '', dependencies = {} } = packageFile(folder)
      seen.set(folder, { name: next.name, version, licence: license, text: licenceText(folder) })
      pending.push(...Object.keys(dependencies).map((name) => ({ name, from: folder })))
    }
    const sorted = [...seen.values()].sort((a, b) => a.name.localeCompare(b.name))
    this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(sorted) })
  }
})

/**
 * Writes scripts in ASCII alone: one character beyond Latin-1 has the engine hold the whole source in two bytes a character. Such
 * characters stand in strings, templates and patterns only, where an escape means the same.
 */
const asciiOnly = (): Plugin => ({
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk')
        file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    }
  }
})

/**
 * The archive library in its plain form: the one for Node makes a `require` beside the bundler's own, and both start threads of their own for
 * large files, from a thread of ours and in a form that a bundle does not have. Here packing is done where it is asked for.
 */
const packInPlace = (): Plugin => {
  const plain = JSON.stringify(at('node_modules/fflate/esm/browser.js'))
  return {
    name: 'pack-in-place',
    enforce: 'pre',
    resolveId: (id) => id === 'fflate' ? '\0fflate' : null,
    load: (id) =>
      id === '\0fflate'
        ? `import { zipSync } from ${plain}\nexport * from ${plain}\nexport const zip = (files, ...rest) => rest.at(-1)(null, zipSync(files))\n`
        : null
  }
}

/**
 * Three explicit parts, since the fixed layout has no `src`. The plain-Node commands are further entries of main:
 * they share its chunks and run without Electron.
 */
export default defineConfig({
  main: {
    plugins: [licences(), packInPlace()],
    build: {
      outDir: 'out/main',
      externalizeDeps: {
        exclude: ['zod', 'htmlparser2', 'entities', 'approx-string-match', 'diff', 'electron-log', 'docx', 'write-excel-file', 'fflate',
          'saxes', 'yauzl', '@cantoo/pdf-lib']
      },
      rollupOptions: {
        input: {
          index: at('main/index.ts'),
          inspect: at('main/commands/inspect.ts'),
          compare: at('main/commands/compare.ts'),
          corpus: at('main/commands/corpus.ts'),
          eval: at('main/commands/eval.ts'),
          bench: at('main/commands/bench.ts'),
          train: at('main/commands/train.ts'),
          trial: at('main/commands/trial.ts'),
          exchange: at('main/commands/exchange.ts'),
          history: at('main/commands/history.ts')
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
    plugins: [react(), asciiOnly()],
    build: {
      outDir: at('out/renderer'),
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: at('renderer/index.html') },
        // Names stay, so that a crash report can be read.
        output: { minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } } }
      }
    }
  }
})
