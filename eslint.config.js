import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import jsdoc from 'eslint-plugin-jsdoc'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import { noSuperLinearPattern } from './scripts/fences/pattern-rule.mjs'

/** The rooms: a folder is a room, and its name is the only way to be in it. More particular folders stand first. */
const ROOMS = {
  contract: 'preload/contract',
  model: 'preload/model',
  domain: 'main/domain',
  store: 'main/store',
  worker: 'main/worker',
  services: 'main/services',
  ipc: 'main/ipc',
  app: 'main/app',
  commands: 'main/commands',
  bridge: 'renderer/bridge',
  state: 'renderer/state',
  reader: 'renderer/reader',
  inspector: 'renderer/inspector',
  notes: 'renderer/notes',
  library: 'renderer/library',
  search: 'renderer/search',
  export: 'renderer/export',
  compare: 'renderer/compare',
  review: 'renderer/review',
  shell: 'renderer/shell',
  ui: 'renderer/ui',
  styles: 'renderer/styles',
  lexicon: 'resources/lexicon',
  e2e: 'e2e'
}

/** Who may import whom. A room that is not listed here may import nothing. */
const MATRIX = {
  contract: ['contract'],
  model: ['contract', 'model'],
  domain: ['contract', 'model', 'domain', 'lexicon'],
  store: ['contract', 'model', 'store'],
  worker: ['contract', 'model', 'domain', 'worker'],
  services: ['contract', 'model', 'domain', 'store', 'services'],
  ipc: ['contract', 'services', 'ipc'],
  app: ['contract', 'app'],
  commands: ['contract', 'model', 'domain', 'store', 'services', 'worker', 'commands'],
  bridge: ['contract', 'model', 'bridge'],
  state: ['contract', 'model', 'bridge', 'state'],
  reader: ['contract', 'model', 'state', 'ui', 'reader'],
  inspector: ['contract', 'model', 'state', 'ui', 'inspector'],
  notes: ['contract', 'model', 'state', 'ui', 'notes'],
  library: ['contract', 'model', 'state', 'ui', 'library'],
  search: ['contract', 'model', 'state', 'ui', 'search'],
  export: ['contract', 'model', 'state', 'ui', 'export'],
  compare: ['contract', 'model', 'state', 'ui', 'compare'],
  review: ['contract', 'model', 'state', 'ui', 'review'],
  shell: ['contract', 'model', 'state', 'ui', 'shell'],
  ui: ['ui'],
  e2e: ['contract', 'model', 'e2e']
}

/** Single files that stand outside the rooms: the composition roots, and the one service that may start the worker. */
const ROOTS = [
  { category: 'main-root', pattern: 'main/index.ts' },
  { category: 'preload-root', pattern: 'preload/index.ts' },
  { category: 'renderer-root', pattern: 'renderer/{index,app}.tsx' },
  { category: 'worker-starter', pattern: 'main/services/analysis-thread.ts' }
]

const MAIN_ROOMS = ['contract', 'model', 'domain', 'store', 'worker', 'services', 'ipc', 'app']
const RENDERER_ROOMS = ['contract', 'model', 'bridge', 'state', 'reader', 'inspector', 'notes', 'library', 'search', 'export', 'compare',
  'review', 'shell', 'ui', 'styles']

const toRooms = (rooms) => ({ to: { element: { types: { anyOf: rooms } } } })
const policies = [
  ...Object.entries(MATRIX).map(([room, rooms]) => ({ from: { element: { type: room } }, allow: toRooms(rooms) })),
  { from: { file: { categories: 'main-root' } }, allow: toRooms(MAIN_ROOMS) },
  { from: { file: { categories: 'preload-root' } }, allow: toRooms(['contract']) },
  { from: { file: { categories: 'renderer-root' } }, allow: toRooms(RENDERER_ROOMS) },
  { from: { file: { categories: 'renderer-root' } }, allow: { to: { file: { categories: 'renderer-root' } } } },
  { from: { file: { categories: 'worker-starter' } }, allow: toRooms(['worker']) }
]

/** Raw doors of the platform: each is opened in one place, and the message says which. */
const DOORS = {
  ipcMain: { name: 'electron', importNames: ['ipcMain'],
    message: 'Bind a call in main/ipc instead: main/ipc/bind.ts is the only file that knows ipcMain.' },
  ipcRenderer: { name: 'electron', importNames: ['ipcRenderer'],
    message: 'Add a call to preload/contract/calls.ts: preload/index.ts is the only file that knows ipcRenderer.' },
  electron: { name: 'electron',
    message:
      'Electron is known in main/app, main/ipc/bind.ts, main/index.ts and preload/index.ts only. Take what you need as an argument.' },
  sqlite: { name: 'better-sqlite3', message: 'SQL is spoken in main/store only. Call a function of main/store instead.' },
  lexical: { group: ['lexical', '@lexical/*'], message: 'The editor lives in renderer/notes only. Meet it through renderer/state/notes.' },
  node: { group: ['node:*', 'fs', 'path', 'os', 'crypto', 'child_process', 'worker_threads'],
    message: 'This room has no Node. Take what you need as an argument, or move the work to main/services.' },
  office: { regex: '^(docx|write-excel-file|fflate|saxes|@cantoo/pdf-lib)(/|$)',
    message:
      'Files of other tools are written and read in main/domain/exchange, comments of a PDF in main/domain/export/comments, and docx, which needs Node, in main/services/exchange/write-docx.ts.' },
  zip: { name: 'yauzl',
    message: 'Foreign archives are opened in main/services/exchange/read-zip.ts only: it alone refuses the hostile ones.' },
  vendor: { regex: '^(?!#contract/|#model/|\\.|htmlparser2(/|$)|entities(/|$)|approx-string-match$|diff$)',
    message: 'The domain is pure: only htmlparser2, entities, approx-string-match and diff may be imported here.' },
  pdfVendor: { regex: '^(?!#contract/|#model/|\\.|@cantoo/pdf-lib$)',
    message: 'The writer of a PDF’s comments is pure: only @cantoo/pdf-lib may be imported here.' },
  exchangeVendor: { regex: '^(?!#contract/|#model/|\\.|write-excel-file(/|$)|fflate$|saxes$|htmlparser2$|entities$)',
    message:
      'Writers and readers of other tools are pure: write-excel-file, fflate, saxes, htmlparser2 and entities may be imported here.' }
}

/** @param {{ names?: string[], groups?: string[] }} closed which doors are closed for these files */
const closed = ({ names = [], groups = [] }) => ['error', {
  paths: names.map((door) => DOORS[door]),
  patterns: groups.map((door) => DOORS[door])
}]

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs']
const TOOL_CONFIGS = ['eslint.config.js', '**/vitest.config.{ts,mjs}', 'electron.vite.config.ts', 'e2e/playwright.config.ts',
  '.dependency-cruiser.cjs']
const TYPED = ['main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.{ts,tsx}', 'e2e/**/*.ts']

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'shots/**', 'test-results/**', 'main/domain/fixtures/**', 'e2e/filings/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: TYPED,
    plugins: { boundaries, jsdoc, regexp, redwell: { rules: { 'no-super-linear-pattern': noSuperLinearPattern } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'boundaries/elements': Object.entries(ROOMS).map(([type, pattern]) => ({ type, pattern })),
      'boundaries/files': ROOTS,
      'import/resolver': { typescript: { alwaysTryTypes: true } }
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies,
        message:
          'This room may not import that one: see the matrix in ARCHITECTURE.md. Features meet in renderer/state, rooms of main in main/index.ts.' }],
      'boundaries/no-unknown-files': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'jsdoc/require-jsdoc': ['error', {
        publicOnly: true,
        contexts: ['ExportNamedDeclaration > VariableDeclaration', 'ExportNamedDeclaration > TSInterfaceDeclaration',
          'ExportNamedDeclaration > TSTypeAliasDeclaration', 'ExportNamedDeclaration > FunctionDeclaration',
          'ExportNamedDeclaration > ClassDeclaration'],
        require: { FunctionDeclaration: true, ClassDeclaration: true }
      }],
      'no-restricted-exports': ['error', {
        restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true }
      }],
      'no-restricted-properties': ['error', { object: 'CSS', property: 'highlights',
        message: 'Paint through renderer/reader/paint: it alone knows CSS.highlights.' }],
      'no-restricted-syntax': ['error', { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
        message: 'Render the block tree with React; no HTML string reaches the page.' }, {
        selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
        message: 'Render the block tree with React; no HTML string reaches the page.'
      }, { selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
        message: 'Render the block tree with React; no HTML string reaches the page.' }, {
        selector: 'CallExpression[callee.property.name=/^(prepare|exec)$/] > TemplateLiteral[expressions.length>0]',
        message: 'SQL is a constant string; values are bound parameters.'
      }, { selector: "MemberExpression[object.name='shell'][property.name=/^(openExternal|openPath|showItemInFolder)$/]",
        message: 'Redwell opens nothing outside itself: show the address with a copy button.' }],
      // No expression may go back over what it has read, whatever it is given: nested repetition makes minutes of a long line.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'redwell/no-super-linear-pattern': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error'
    }
  },
  { files: ['preload/{contract,model}/**/*.ts'],
    rules: { 'no-restricted-imports': closed({ names: ['electron', 'sqlite'], groups: ['node', 'lexical'] }) } },
  { files: ['main/domain/**/*.ts'], ignores: TESTS, rules: { 'no-restricted-imports': closed({ groups: ['vendor'] }) } },
  { files: ['main/domain/exchange/**/*.ts'], ignores: TESTS, rules: { 'no-restricted-imports': closed({ groups: ['exchangeVendor'] }) } },
  { files: ['main/domain/export/comments/**/*.ts'], ignores: TESTS, rules: { 'no-restricted-imports': closed({ groups: ['pdfVendor'] }) } },
  { files: ['main/store/**/*.ts'], rules: { 'no-restricted-imports': closed({ names: ['electron', 'zip'], groups: ['office'] }) } },
  { files: ['main/{services,worker,commands}/**/*.ts'], ignores: ['main/commands/bench-floor.ts', ...TESTS],
    rules: { 'no-restricted-imports': closed({ names: ['electron', 'sqlite', 'zip'], groups: ['office'] }) } },
  { files: ['main/services/exchange/write-docx.ts'], rules: { 'no-restricted-imports': closed({ names: ['electron', 'sqlite', 'zip'] }) } },
  { files: ['main/services/exchange/read-zip.ts'],
    rules: { 'no-restricted-imports': closed({ names: ['electron', 'sqlite'], groups: ['office'] }) } },
  { files: ['main/{services,worker,commands}/**/*.test.ts'],
    rules: { 'no-restricted-imports': closed({ names: ['electron', 'sqlite'] }) } },
  { files: ['main/ipc/**/*.ts'], ignores: ['main/ipc/bind.ts'],
    rules: { 'no-restricted-imports': closed({ names: ['electron', 'sqlite', 'zip'], groups: ['office'] }) } },
  { files: ['main/ipc/bind.ts', 'main/app/**/*.ts', 'main/index.ts'],
    rules: { 'no-restricted-imports': closed({ names: ['sqlite', 'zip'], groups: ['office'] }) } },
  { files: ['main/app/**/*.ts', 'main/index.ts'],
    rules: { 'no-restricted-imports': closed({ names: ['ipcMain', 'sqlite', 'zip'], groups: ['office'] }) } },
  { files: ['renderer/**/*.{ts,tsx}'], ignores: ['renderer/notes/**', ...TESTS], plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': closed({ names: ['electron', 'sqlite'], groups: ['node', 'lexical'] }) } },
  { files: ['renderer/notes/**/*.{ts,tsx}'], ignores: TESTS, plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': closed({ names: ['electron', 'sqlite'], groups: ['node'] }) } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/bridge/**', ...TESTS],
    rules: {
      'no-restricted-globals': ['error', { name: 'redwell', message: 'Only renderer/bridge knows the object the preload exposes.' }]
    }
  },
  { files: ['renderer/reader/paint/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['e2e/**/*.ts'], rules: { 'no-restricted-syntax': 'off', 'no-restricted-properties': 'off' } },
  { files: [...TESTS, 'e2e/**/*.ts'], rules: { 'max-lines-per-function': 'off', 'jsdoc/require-jsdoc': 'off' } },
  { files: ['renderer/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 120, skipComments: true, skipBlankLines: true }] } },
  {
    files: ['scripts/**/*.mjs', 'eslint.config.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        structuredClone: 'readonly'
      }
    }
  },
  { files: TOOL_CONFIGS, languageOptions: { globals: { module: 'writable' } },
    rules: { 'no-restricted-exports': 'off', 'boundaries/no-unknown-files': 'off' } },
  // The virtual list's hook returns functions that change; its component is drawn by hand and must not be memoised.
  { files: ['renderer/**/*.{ts,tsx}'], rules: { 'react-hooks/incompatible-library': 'off' } }
)
