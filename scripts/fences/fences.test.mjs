import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const CONFIGS = [
  'package.json',
  'tsconfig.json',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  'scripts/fences/one-direction.mjs',
  'scripts/fences/pattern-rule.mjs',
  'preload/contract/tsconfig.json',
  'preload/model/tsconfig.json',
  'main/domain/tsconfig.json',
  'main/tsconfig.json',
  'preload/tsconfig.json',
  'renderer/tsconfig.json',
  'e2e/tsconfig.json'
]

/** A small tree that keeps every rule: one file a room, importing only what the room may. */
const CLEAN = {
  'preload/contract/range.ts': '/** A range. */\nexport interface TextRange { readonly start: number; readonly end: number }\n',
  'preload/model/length.ts':
    "import type { TextRange } from '#contract/range'\n/** Length. */\nexport const lengthOf = ({ start, end }: TextRange): number => end - start\n",
  'preload/index.ts':
    "import type { TextRange } from '#contract/range'\nimport { contextBridge } from 'electron'\nconst at: TextRange = { start: 0, end: 1 }\ncontextBridge.exposeInMainWorld('redwell', at)\n",
  'main/domain/parse/blocks.ts':
    "import type { TextRange } from '#contract/range'\n/** Blocks. */\nexport const blocks = (raw: string): TextRange[] => [{ start: 0, end: raw.length }]\n",
  'main/domain/exchange/zip.ts': "import { zipSync } from 'fflate'\n/** Packs. */\nexport const pack = (): Uint8Array => zipSync({})\n",
  'main/services/exchange/read-zip.ts': "import { open } from 'yauzl'\n/** Opens. */\nexport const openZip = open\n",
  'main/store/filings.ts':
    "import Database from 'better-sqlite3'\n/** Opens. */\nexport const open = (path: string): Database.Database => new Database(path)\n",
  'main/services/import-filing.ts':
    "import { blocks } from '../domain/parse/blocks'\nimport { open } from '../store/filings'\n/** Imports. */\nexport const importFiling = (path: string): number => blocks(open(path).name).length\n",
  'main/worker/analyse.ts':
    "import { blocks } from '../domain/parse/blocks'\n/** Analyses. */\nexport const analyse = (raw: string): number => blocks(raw).length\n",
  'main/services/analysis-thread.ts':
    "import { analyse } from '../worker/analyse'\n/** Starts. */\nexport const start = (): number => analyse('')\n",
  'main/ipc/bind.ts':
    "import { ipcMain } from 'electron'\nimport { importFiling } from '../services/import-filing'\n/** Binds. */\nexport const bind = (): void => { ipcMain.handle('x', () => importFiling('')) }\n",
  'main/app/window.ts':
    "import { BrowserWindow } from 'electron'\n/** Opens. */\nexport const openWindow = (): BrowserWindow => new BrowserWindow()\n",
  'main/index.ts': "import { openWindow } from './app/window'\nimport { bind } from './ipc/bind'\nbind()\nopenWindow()\n",
  'renderer/bridge/client.ts':
    "import type { TextRange } from '#contract/range'\n/** Asks. */\nexport const ask = (): TextRange => ({ start: 0, end: 0 })\n",
  'renderer/state/document.ts':
    "import { lengthOf } from '#model/length'\nimport { ask } from '../bridge/client'\n/** State. */\nexport const documentState = (): number => lengthOf(ask())\n",
  'renderer/ui/button.tsx': '/** A button. */\nexport const Button = () => <button type="button" />\n',
  'renderer/reader/reader.tsx':
    "import { documentState } from '../state/document'\nimport { Button } from '../ui/button'\n/** Reads. */\nexport const Reader = () => { documentState(); return <Button /> }\n",
  'renderer/notes/note-editor.tsx': "import { createEditor } from 'lexical'\n/** Writes. */\nexport const editor = createEditor\n",
  'renderer/index.tsx': "import { Reader } from './reader/reader'\nimport { editor } from './notes/note-editor'\neditor()\nReader()\n",
  'e2e/app.ts':
    "import type { TextRange } from '#contract/range'\n/** Launches. */\nexport const launch = (): TextRange => ({ start: 0, end: 0 })\n"
}

const value = (from, name) => `import { ${name} } from '${from}'\n/** Uses. */\nexport const used = ${name}\n`

/**
 * Each planted file breaks one rule; the third part names the fences that must see it. `world` is the type check of a tree that
 * holds no forbidden import beside: an import of another room would bring that room's world along and hide the fault.
 */
const PLANTED = [
  ['main/domain/uses-fs.ts', "import { readFileSync } from 'node:fs'\n/** Reads. */\nexport const read = readFileSync\n", ['world',
    'eslint']],
  ['main/domain/uses-window.ts', '/** Width. */\nexport const width = window.innerWidth\n', ['world']],
  ['main/domain/uses-process.ts', '/** Env. */\nexport const env = process.env\n', ['world']],
  ['main/domain/uses-package.ts', "import { z } from 'zod'\n/** Schema. */\nexport const schema = z\n", ['eslint']],
  ['main/domain/uses-archive.ts', "import { zipSync } from 'fflate'\n/** Packs. */\nexport const pack = zipSync\n", ['eslint']],
  ['main/domain/exchange/uses-zod.ts', "import { z } from 'zod'\n/** Schema. */\nexport const schema = z\n", ['eslint']],
  ['main/services/uses-archive.ts', "import { unzipSync } from 'fflate'\n/** Opens. */\nexport const unpack = unzipSync\n", ['eslint']],
  ['main/services/uses-zip.ts', "import { open } from 'yauzl'\n/** Opens. */\nexport const unpack = open\n", ['eslint']],
  ['main/domain/uses-store.ts', value('../store/filings', 'open'), ['tsc', 'eslint']],
  ['preload/contract/uses-dom.ts', '/** A node. */\nexport type Place = HTMLElement\n', ['world']],
  ['preload/contract/uses-domain.ts', value('../../main/domain/parse/blocks', 'blocks'), ['tsc', 'eslint']],
  ['preload/model/uses-dom.ts', '/** A node. */\nexport type Place = HTMLElement\n', ['world']],
  ['preload/model/uses-fs.ts', "import { readFileSync } from 'node:fs'\n/** Reads. */\nexport const read = readFileSync\n", ['world',
    'eslint']],
  ['preload/model/uses-domain.ts', value('../../main/domain/parse/blocks', 'blocks'), ['tsc', 'eslint']],
  ['preload/model/uses-state.ts', value('../../renderer/state/document', 'documentState'), ['tsc', 'eslint']],
  ['preload/contract/uses-model.ts', value('../model/length', 'lengthOf'), ['tsc', 'eslint']],
  ['renderer/ui/uses-model.ts', value('#model/length', 'lengthOf'), ['eslint']],
  ['renderer/state/uses-main.ts', value('../../main/services/import-filing', 'importFiling'), ['tsc', 'eslint']],
  ['renderer/state/uses-main-type.ts',
    "import type { blocks } from '../../main/domain/parse/blocks'\n/** Type. */\nexport type Blocks = typeof blocks\n", ['tsc', 'eslint']],
  ['renderer/reader/uses-fs.ts', "import { readFileSync } from 'node:fs'\n/** Reads. */\nexport const read = readFileSync\n", ['world',
    'eslint']],
  ['renderer/reader/uses-electron.ts', "import { ipcRenderer } from 'electron'\n/** Sends. */\nexport const send = ipcRenderer\n", [
    'eslint'
  ]],
  ['renderer/reader/uses-lexical.ts', "import { createEditor } from 'lexical'\n/** Edits. */\nexport const edit = createEditor\n", [
    'eslint'
  ]],
  ['renderer/notes/uses-reader.tsx', value('../reader/reader', 'Reader'), ['eslint']],
  ['renderer/reader/uses-bridge.ts', value('../bridge/client', 'ask'), ['eslint']],
  ['renderer/ui/uses-state.ts', value('../state/document', 'documentState'), ['eslint']],
  ['renderer/reader/uses-highlights.ts', '/** Paints. */\nexport const registry = CSS.highlights\n', ['eslint']],
  ['renderer/reader/inner-html.ts', '/** Sets. */\nexport const set = (node: Element): void => { node.innerHTML = "" }\n', ['eslint']],
  ['main/services/uses-electron.ts', "import { app } from 'electron'\n/** App. */\nexport const name = app\n", ['eslint']],
  ['main/services/uses-sqlite.ts', "import Database from 'better-sqlite3'\n/** Opens. */\nexport const db = Database\n", ['eslint']],
  ['main/services/uses-worker.ts', value('../worker/analyse', 'analyse'), ['eslint']],
  ['main/store/uses-services.ts', value('../services/import-filing', 'importFiling'), ['eslint']],
  ['main/ipc/uses-store.ts', value('../store/filings', 'open'), ['eslint']],
  ['main/ipc/uses-ipc-main.ts', "import { ipcMain } from 'electron'\n/** Ipc. */\nexport const door = ipcMain\n", ['eslint']],
  ['main/app/uses-store.ts', value('../store/filings', 'open'), ['eslint']],
  ['main/app/uses-any.ts', '/** Loose. */\nexport const loose = (x: any): unknown => x\n', ['eslint']],
  ['main/app/empty-catch.ts', '/** Swallows. */\nexport const swallow = (): void => { try { JSON.parse("") } catch { } }\n', ['eslint']],
  ['main/app/default-export.ts', 'const it = 1\nexport default it\n', ['eslint']],
  ['e2e/uses-renderer.ts', value('../renderer/state/document', 'documentState'), ['tsc', 'eslint']],
  ['main/helpers.ts', '/** Stray. */\nexport const stray = 1\n', ['eslint']],
  ['renderer/utils.ts', '/** Stray. */\nexport const stray = 1\n', ['eslint']],
  ['main/domain/parse/nested-repetition.ts', '/** Words. */\nexport const words = /^(?:[a-z]+ ?)+$/\n', ['eslint']],
  ['main/domain/parse/neighbouring-repetition.ts', '/** A number. */\nexport const number = /^\\s*-?\\s*\\d+$/\n', ['eslint']],
  ['main/domain/parse/built-repetition.ts',
    "const WORD = '[a-z]+ ?'\n/** Words. */\nexport const words = new RegExp(['^x$', `^(?:${WORD})+$`].join('|'), 'i')\n", ['eslint']],
  ['main/domain/parse/pattern-made-again.ts',
    "const pattern = (flags: string) => (s: TemplateStringsArray): RegExp => new RegExp(s.raw.join(''), flags)\n/** Words. */\nexport const isWord = (text: string): boolean => pattern('i')`^[a-z]$`.test(text)\n",
    ['eslint']],
  ['main/domain/parse/patterned-repetition.ts',
    "const pattern = (flags: string) => (s: TemplateStringsArray): RegExp => new RegExp(s.raw.join(''), flags)\n/** Words. */\nexport const words = pattern('i')`^x$|\n  ^(?:[a-z]+ ?)+$`\n",
    ['eslint']],
  ['main/domain/segment/cycle-a.ts', "import { b } from './cycle-b'\n/** A. */\nexport const a = (): number => b()\n", ['cruiser']],
  ['main/domain/segment/cycle-b.ts', "import { a } from './cycle-a'\n/** B. */\nexport const b = (): number => a()\n", ['cruiser']],
  ['main/domain/segment/type-cycle-a.ts',
    "import type { B } from './type-cycle-b'\n/** A. */\nexport interface A { readonly b: B | null }\n", ['cruiser']],
  ['main/domain/segment/type-cycle-b.ts',
    "import type { A } from './type-cycle-a'\n/** B. */\nexport interface B { readonly a: A | null }\n", ['cruiser']],
  ['renderer/state/one/asks.ts', value('../other/answers', 'answer'), ['folders']],
  ['renderer/state/one/told.ts', '/** Told. */\nexport const told = 1\n', []],
  ['renderer/state/other/answers.ts', '/** Answer. */\nexport const answer = 1\n', []],
  ['renderer/state/other/asks-back.ts', value('../one/told', 'told'), ['folders']]
]

const plant = (folder, files) => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const run = (folder, bin, args) => {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], { cwd: folder, encoding: 'utf8',
    maxBuffer: 1 << 26 })
  return stdout
}

const FENCES = {
  world: (folder) => run(folder, 'typescript/bin/tsc', ['-b', '--pretty', 'false']),
  tsc: (folder) => run(folder, 'typescript/bin/tsc', ['-b', '--pretty', 'false']),
  eslint: (folder) => run(folder, 'eslint/bin/eslint.js', ['--format', 'json', 'main', 'preload', 'renderer', 'e2e']),
  cruiser: (folder) =>
    run(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'main',
      'preload', 'renderer']),
  folders: (folder) =>
    run(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', ['--config', 'scripts/fences/one-direction.mjs', '--output-type', 'err',
      'main', 'preload', 'renderer'])
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

const makeTree = (files) => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-fences-'))
  for (const path of CONFIGS) cpSync(join(ROOT, path), join(folder, path))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'tsconfig.json'),
    JSON.stringify({ files: [],
      references: ['preload/contract', 'preload/model', 'main/domain', 'main', 'preload', 'renderer', 'e2e'].map((path) => ({
        path: `./${path}`
      })) }))
  for (const path of CONFIGS.filter((name) => name.endsWith('/tsconfig.json'))) {
    const source = readJson(join(folder, path))
    source.compilerOptions = { ...source.compilerOptions, outDir: join(folder, '.types', path),
      tsBuildInfoFile: join(folder, '.types', `${path}.tsbuildinfo`), rootDir: folder }
    writeFileSync(join(folder, path), JSON.stringify(source))
  }
  plant(folder, files)
  return folder
}

/** The paths a fence complains of. ESLint lists every file it read, so only those with messages count. */
const complaints = (tool, output) => {
  if (tool !== 'eslint') return output
  return JSON.parse(output).filter((file) => file.errorCount > 0).map((file) => file.filePath).join('\n')
}

describe('the fences', () => {
  const folders = []
  const seen = {}
  let clean
  beforeAll(() => {
    clean = makeTree(Object.entries(CLEAN))
    const broken = makeTree([...Object.entries(CLEAN), ...PLANTED])
    const strange = makeTree([...Object.entries(CLEAN), ...PLANTED.filter(([, , tools]) => tools.includes('world'))])
    folders.push(clean, broken, strange)
    for (const [tool, look] of Object.entries(FENCES)) seen[tool] = complaints(tool, look(tool === 'world' ? strange : broken))
  }, 240_000)
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  it('let a clean tree pass', () => {
    expect(FENCES.tsc(clean).trim()).toBe('')
    expect(complaints('eslint', FENCES.eslint(clean))).toBe('')
    expect(FENCES.cruiser(clean)).toMatch(/no dependency violations found/)
    expect(FENCES.folders(clean)).toMatch(/no dependency violations found/)
  }, 240_000)

  for (const [path, , tools] of PLANTED) {
    for (const tool of tools) it(`${tool} sees ${path}`, () => expect(seen[tool]).toContain(tool === 'folders' ? dirname(path) : path))
  }
})
