import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { electronArguments, withRuntime } from '../setup/launch.mjs'
import { ROOT } from '../setup/paths.mjs'
import { treeMemory } from './process-tree.mjs'

const RUNS = 7
const LIMIT_MS = 60_000

/** What this bench measures. */
export const name = 'start-up'

/**
 * From the start of the process to the painted window, and the greatest memory on the way, against a bare window of the
 * same Electron. Both take turns, so that a change of the machine's mood hits both; the median of each counts.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 */
export async function run({ runtime }) {
  const data = mkdtempSync(path.join(tmpdir(), 'redwell-bench-'))
  const apps = { bare: path.join(ROOT, 'scripts', 'bench', 'bare-app'), redwell: ROOT }
  const times = { bare: [], redwell: [] }
  const memory = { bare: [], redwell: [] }
  try {
    for (const folder of Object.values(apps)) await startOnce(runtime, folder, data, false)
    for (let turn = 0; turn < 2 * RUNS; turn += 1) {
      // Looking at memory takes processor time, so those runs do not count for the time.
      const watch = turn % 2 === 1
      for (const [which, folder] of Object.entries(apps)) {
        const { ms, bytes } = await startOnce(runtime, folder, data, watch)
        if (watch) memory[which].push(bytes)
        else times[which].push(ms)
      }
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  return [
    { what: 'start to painted window', value: median(times.redwell), floor: median(times.bare), floorIs: 'bare Electron window', unit: 'ms',
      aim: 1.5 },
    { what: 'memory at start, all processes', value: median(memory.redwell) / 1e6, floor: median(memory.bare) / 1e6,
      floorIs: 'bare Electron window', unit: 'MB' }
  ]
}

function startOnce(runtime, folder, data, watch) {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(runtime.binary, electronArguments(folder, ['--smoke']), {
      env: { ...withRuntime(runtime), REDWELL_DATA_DIR: path.join(data, 'redwell'), XDG_CONFIG_HOME: path.join(data, 'config') },
      stdio: ['ignore', 'pipe', 'ignore']
    })
    let ms
    let bytes = 0
    const look = watch
      ? setInterval(() => {
        bytes = Math.max(bytes, treeMemory(child.pid))
      }, 40)
      : undefined
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    child.stdout.on('data', (chunk) => {
      if (ms === undefined && /^ready\s*$/m.test(String(chunk))) ms = performance.now() - started
    })
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(look)
      clearTimeout(limit)
      if (ms === undefined) reject(new Error(`${folder} never said "ready" (exit code ${code}).`))
      else resolve({ ms, bytes })
    })
  })
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
