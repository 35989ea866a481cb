import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { projectNode, ROOT } from '../setup/paths.mjs'

const SAMPLE = path.join(ROOT, 'resources', 'samples', 'harrow-ridge_2007_ex-99-2.txt')

/** How often the process is looked at, in ms; the system keeps the peak, so only what comes after the last look is missed. */
const LOOK_MS = 5

/** What this bench measures. */
export const name = 'memory'

/**
 * The most memory that `inspect` holds while it reads each file named, or the bundled sample where none is. Linux only:
 * elsewhere there are no rows.
 * @param {{ args: readonly string[] }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} `inspect` failed
 */
export async function run({ args }) {
  if (process.platform !== 'linux') return []
  const rows = []
  for (const file of args.length > 0 ? args : [SAMPLE]) {
    const megabytes = await peakOfInspect(file) / 1e6
    rows.push({
      what: `peak memory, inspect ${path.basename(file)}`,
      value: megabytes,
      floor: 150 + 12 * statSync(file).size / 1e6,
      floorIs: '150 MB + 12 × the file',
      unit: 'MB',
      aim: 1
    })
  }
  return rows
}

/** @returns {Promise<number>} bytes */
function peakOfInspect(file) {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), [path.join(ROOT, 'out', 'main', 'inspect.js'), file], { stdio: ['ignore', 'ignore', 'ignore'] })
    let peak = 0
    const look = setInterval(() => {
      peak = Math.max(peak, peakSoFar(child.pid))
    }, LOOK_MS)
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve(peak)
      else reject(new Error(`inspect ended with ${code} on ${file}.`))
    })
  })
}

/** The process may have ended. */
function peakSoFar(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
