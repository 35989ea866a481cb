import { readdirSync, readFileSync } from 'node:fs'

/**
 * The memory of a process and all its descendants, shared pages counted once (proportional set size). Linux only.
 * @param {number} root process id
 * @returns {number} bytes; 0 when the process is gone
 */
export function treeMemory(root) {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), parentOf(name)]))
  const inTree = (pid) => {
    for (let at = pid; at !== undefined && at !== 0; at = parents.get(at)) if (at === root) return true
    return false
  }
  return [...parents.keys()].filter(inTree).reduce((sum, pid) => sum + proportionalSize(pid), 0)
}

function parentOf(pid) {
  const stat = readProc(`/proc/${pid}/stat`)
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function proportionalSize(pid) {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/smaps_rollup`))?.[1]
  return kilobytes === undefined ? 0 : Number(kilobytes) * 1024
}

/** A process may end while it is looked at. */
function readProc(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
