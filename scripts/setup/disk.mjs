import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { noSpace } from './failure.mjs'
import { isAlive } from './lock.mjs'

/**
 * Fails early when a folder's disk has too little room.
 * @param {string} what the step, as a noun, for the message
 * @param {string} folder is made when missing
 * @param {number} needed bytes
 * @param {(folder: string) => Promise<{ bavail: number, bsize: number }>} [measure] how free space is asked for
 * @returns {Promise<void>}
 * @throws {import('./failure.mjs').SetupError} no space
 */
export async function ensureSpace(what, folder, needed, measure = statfs) {
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = await measure(folder)
  const free = Number(bavail) * Number(bsize)
  if (free < needed) throw noSpace(what, { folder, needed, free })
}

/**
 * A name for unfinished work beside `target`; it carries the process id, so that what a dead process left is known.
 * @param {string} target
 * @returns {string}
 */
export function partialName(target) {
  return `${target}.partial-${process.pid}`
}

/**
 * Removes unfinished work left in a folder by processes that no longer run.
 * @param {string} folder
 * @returns {string[]} the names removed
 */
export function sweepPartials(folder) {
  if (!existsSync(folder)) return []
  const left = readdirSync(folder).filter((name) => {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1]
    return pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))
  })
  for (const name of left) rmSync(path.join(folder, name), { recursive: true, force: true })
  return left
}

/**
 * The bytes of all files below a folder; a file that vanishes meanwhile counts nothing.
 * @param {string} folder
 * @returns {number}
 */
export function folderBytes(folder) {
  const queue = [folder]
  let total = 0
  while (queue.length > 0) {
    const at = queue.pop()
    try {
      const facts = lstatSync(at)
      if (facts.isDirectory()) queue.push(...readdirSync(at).map((name) => path.join(at, name)))
      else total += facts.size
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
  return total
}

/**
 * A file's digest in the form of a lock file's "integrity".
 * @param {string} file
 * @returns {Promise<string>} "sha512-" and base64
 */
export async function fileIntegrity(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}
