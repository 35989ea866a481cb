import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createFromBuffer } from '@dprint/formatter'
import { getPath } from '@dprint/typescript'
import { ROOT } from './setup/paths.mjs'

/**
 * `npm run format` sets all code in its one form; `--check` changes nothing, names what is not in it and ends with 1. The formatter runs as
 * WebAssembly inside Node, since its own command comes as a binary that not every registry has.
 */
const { lineWidth, indentWidth, typescript, excludes } = JSON.parse(readFileSync(path.join(ROOT, 'dprint.json'), 'utf8'))
const formatter = createFromBuffer(readFileSync(getPath()))
formatter.setConfig({ lineWidth, indentWidth }, typescript)

const isCode = (file) => /\.(?:ts|tsx|mjs|cjs|js)$/.test(file) && !excludes.some((folder) => file.startsWith(`${folder}/`))

/** What is in the repository or about to be; a tree without one, such as an unpacked archive, has nothing to hold against. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n').filter(isCode)

const checks = process.argv.includes('--check')
const unformatted = []
for (const file of files) {
  const filePath = path.join(ROOT, file)
  let fileText
  try {
    fileText = readFileSync(filePath, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') continue
    throw error
  }
  const formatted = formatter.formatText({ filePath, fileText })
  if (formatted === fileText) continue
  unformatted.push(file)
  if (!checks) writeFileSync(filePath, formatted)
}
for (const file of unformatted) console.log(checks ? `not formatted: ${file}` : `formatted: ${file}`)
if (checks && unformatted.length > 0) console.log('Run: npm run format')
process.exitCode = checks && unformatted.length > 0 ? 1 : 0
