import { chmodSync, createWriteStream, existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { noSpace, SetupError } from './failure.mjs'
import { ROOT } from './paths.mjs'
import { runCommand } from './run-command.mjs'

/**
 * Takes one member out of a gzipped tar archive with the system's `tar`.
 * @param {string} archive
 * @param {string} member its path in the archive
 * @param {string} target the file to write
 * @param {(bytes: number) => void} onProgress bytes written so far
 * @returns {Promise<void>}
 * @throws {SetupError} no space, or an archive that cannot be read
 */
export async function extractTarMember(archive, member, target, onProgress) {
  const poll = () => {
    if (existsSync(target)) onProgress(statSync(target).size)
  }
  const { code, output } = await runCommand('tar', ['-xzOf', archive, member], { stdoutFile: target, poll })
  if (code === 0) return
  if (/No space left/i.test(output)) throw noSpace('Unpacking', { folder: path.dirname(target) })
  throw new SetupError(`Unpacking ${path.basename(archive)} failed: ${output.trim() || `tar ended with ${code}`}.`,
    `Delete ${archive} and run the same command again.`)
}

/**
 * Unpacks a zip archive.
 * @param {string} archive
 * @param {string} folder where to; is made when missing
 * @param {(entry: string) => string | undefined} place the path below `folder` for an entry; undefined leaves it out
 * @param {(bytes: number) => void} onProgress unpacked bytes so far
 * @param {(file: string, options: object) => NodeJS.WritableStream} [createWriter] how files are written
 * @returns {Promise<void>}
 * @throws {SetupError} no space, an entry that points outside the folder, or an archive that cannot be read
 */
export async function unzip(archive, folder, place, onProgress, createWriter = createWriteStream) {
  const yauzl = createRequire(path.join(ROOT, 'package.json'))('yauzl')
  try {
    const zip = await yauzl.openPromise(archive)
    let done = 0
    for await (const entry of zip.eachEntry()) {
      const relative = place(entry.fileName)
      if (relative === undefined || relative === '') continue
      const target = insideFolder(folder, relative)
      await writeEntry(zip, entry, target, createWriter)
      done += entry.uncompressedSize
      onProgress(done)
    }
  } catch (error) {
    if (error.code === 'ENOSPC') throw noSpace('Unpacking', { folder })
    if (error instanceof SetupError) throw error
    throw new SetupError(`Unpacking ${path.basename(archive)} failed: ${error.message}.`,
      'Run the same command again: the download is redone.')
  }
}

function insideFolder(folder, relative) {
  const target = path.resolve(folder, relative)
  if (target.startsWith(path.resolve(folder) + path.sep)) return target
  throw new SetupError(`The archive holds an entry outside its folder: ${relative}.`, 'Do not use this archive.')
}

async function writeEntry(zip, entry, target, createWriter) {
  const mode = (entry.externalFileAttributes >>> 16) & 0xffff
  if (entry.fileName.endsWith('/')) {
    mkdirSync(target, { recursive: true })
    return
  }
  mkdirSync(path.dirname(target), { recursive: true })
  const reader = await zip.openReadStreamPromise(entry)
  if ((mode & 0o170000) === 0o120000) {
    const chunks = []
    for await (const chunk of reader) chunks.push(chunk)
    symlinkSync(Buffer.concat(chunks).toString('utf8'), target)
    return
  }
  await pipeline(reader, createWriter(target, { mode: 0o644 }))
  if ((mode & 0o111) !== 0) chmodSync(target, 0o755)
}
