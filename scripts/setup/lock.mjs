import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

const HEARTBEAT_MS = 5_000
const STALE_MS = 60_000
const RETRY_MS = 250

/**
 * Runs `work` while holding a lock file. A lock whose owner is gone (dead process, or no heartbeat for a minute) is
 * taken over. Work must still publish by rename: a lock saves double work, it does not make half work whole.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(owner: number) => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => undefined) {
  mkdirSync(path.dirname(file), { recursive: true })
  let waited = false
  while (!tryLock(file)) {
    if (breakStaleLock(file)) continue
    if (!waited) onWait(readOwner(file)?.pid ?? 0)
    waited = true
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** @returns {boolean} whether the caller may try again at once */
function breakStaleLock(file) {
  const owner = readOwner(file)
  const age = lockAge(file)
  if (age === undefined) return true
  const dead = owner !== undefined && owner.host === hostname() && !isAlive(owner.pid)
  if (!dead && age < STALE_MS) return false
  try {
    // Renaming first lets only one of several waiters take this very lock away.
    const aside = `${file}.stale-${process.pid}`
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return true
}

function readOwner(file) {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8'))
    return typeof owner.pid === 'number' ? owner : undefined
  } catch {
    return undefined
  }
}

function lockAge(file) {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return undefined
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/**
 * Whether a process of this machine lives.
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
