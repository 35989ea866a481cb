import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../setup/paths.mjs'

/** How long a file may take until its text is there or it is refused, in ms, and how much memory, in bytes. */
export const BOUNDS = { ms: 10_000, bytes: 1.5 * 1024 ** 3 }

/** How often the memory is looked at, in ms. */
const LOOK_MS = 50

/**
 * @typedef {object} Row what came of one file
 * @property {string} name
 * @property {'read' | 'refused' | 'late' | 'too much memory' | 'broke off'} end
 * @property {number} ms
 * @property {number} bytes the most memory it took; 0 where the system does not tell
 */

/** The most memory a process has held so far, in bytes (Linux); 0 where that cannot be read. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/**
 * Reads one file through the whole analysis in a process of its own, which is ended where it goes beyond the bounds.
 * @param {string} file
 * @param {{ binary: string, env: NodeJS.ProcessEnv, bounds?: typeof BOUNDS }} how
 * @returns {Promise<Row>}
 */
export function openOne(file, { binary, env, bounds = BOUNDS }) {
  const started = performance.now()
  const child = spawn(binary, [path.join(ROOT, 'out', 'main', 'inspect.js'), file], { env, stdio: 'ignore' })
  let bytes = 0
  let end
  const timer = setInterval(() => {
    bytes = Math.max(bytes, peakOf(child.pid))
    if (performance.now() - started > bounds.ms) end = 'late'
    else if (bytes > bounds.bytes) end = 'too much memory'
    if (end !== undefined) child.kill('SIGKILL')
  }, LOOK_MS)
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      clearInterval(timer)
      const how = code === 0 ? 'read' : signal === null ? 'refused' : 'broke off'
      resolve({ name: path.basename(file), end: end ?? how, ms: performance.now() - started, bytes })
    })
  })
}

/**
 * Opens every file of a folder, one after the other.
 * @param {string} folder
 * @param {Parameters<typeof openOne>[1]} how
 * @returns {Promise<Row[]>}
 */
export async function openHostile(folder, how) {
  const files = readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name)).filter((file) => statSync(file).isFile())
  const rows = []
  for (const file of files.sort()) rows.push(await openOne(file, how))
  return rows
}

/**
 * The rows as a table, the slowest first, with a line that counts their ends.
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function hostileTable(rows) {
  const counts = new Map()
  for (const { end } of rows) counts.set(end, (counts.get(end) ?? 0) + 1)
  const lines = [...rows].sort((a, b) => b.ms - a.ms).slice(0, 20)
    .map(({ name, end, ms, bytes }) =>
      `${(ms / 1000).toFixed(1).padStart(6)} s  ${(bytes / 1024 ** 2).toFixed(0).padStart(6)} MB  ${end.padEnd(15)}  ${name}`
    )
  return [...lines, `${rows.length} files: ${[...counts].map(([end, count]) => `${count} ${end}`).join(', ')}`].join('\n')
}
