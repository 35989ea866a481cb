import { crc32 } from 'node:zlib'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'

/** Why an archive was refused. */
export type ArchiveFault = 'not-an-archive' | 'too-many' | 'name' | 'twice' | 'not-a-file' | 'encrypted' | 'method' | 'too-large' | 'ratio'
  | 'overlap' | 'local-name' | 'checksum' | 'damaged' | 'missing'

/** A refusal in the reader's words; `entry` is the file in the archive that is to blame, as far as one is. */
export class ArchiveRefused extends Error {
  constructor(readonly code: ArchiveFault, message: string, readonly entry: string | null = null) {
    super(message)
  }
}

/** An archive of somebody else, found fit to be read. Nothing is ever written under a name of it. */
export interface ForeignArchive {
  /** The names of its files, in the order of its directory. */
  readonly names: readonly string[]
  /**
   * The bytes of one file, its size and checksum verified.
   * @throws {ArchiveRefused} it is not there or is not what the directory says
   */
  readonly read: (name: string) => Promise<Uint8Array>
  readonly close: () => void
}

/** Bounds: files, characters and folders of a name, bytes of one file and of all, and how far one may be packed once it is large. */
const MOST_ENTRIES = 20_000
const MOST_NAME = 240
const MOST_DEPTH = 6
const MOST_BYTES = 512 * 1024 * 1024
const MOST_TOGETHER = 2 * 1024 * 1024 * 1024
const MOST_RATIO = 200
const RATIO_FROM = 1024 * 1024

const STORED = 0
const DEFLATED = 8

/** The kind of a file among Unix permissions, and the one that is a plain file (stat.h). */
const KIND = 0o170000
const PLAIN = 0o100000
const UNIX = 3
/** Bytes of a local header before its name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30

const refuse = (code: ArchiveFault, message: string, entry: string | null = null): never => {
  throw new ArchiveRefused(code, message, entry)
}

const isPrintable = (name: string): boolean => !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/u.test(name)

const checkName = (name: string): void => {
  const parts = name.split('/')
  if (name === '' || name.length > MOST_NAME || parts.length > MOST_DEPTH)
    refuse('name', 'A name in the archive is too long or too deep.', name)
  if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\:]/.test(name) || !isPrintable(name))
    refuse('name', `The archive holds a file whose name leads elsewhere or cannot be shown: ${JSON.stringify(name)}.`, name)
}

const checkEntry = (entry: Entry): void => {
  const { fileName: name, compressedSize, uncompressedSize } = entry
  const kind = entry.versionMadeBy >>> 8 === UNIX ? (entry.externalFileAttributes >>> 16) & KIND : 0
  if (kind !== 0 && kind !== PLAIN) refuse('not-a-file', `“${name}” is a link or a device and no file.`, name)
  if (entry.isEncrypted()) refuse('encrypted', `“${name}” is locked with a password.`, name)
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    refuse('method', `“${name}” is packed in a way that files of this kind never are.`, name)
  if (uncompressedSize > MOST_BYTES) refuse('too-large', `“${name}” would unpack to more than 512 MB.`, name)
  if (uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * MOST_RATIO)
    refuse('ratio', `“${name}” would unpack to more than ${String(MOST_RATIO)} times its size.`, name)
}

const checkNoOverlap = (entries: readonly Entry[]): void => {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end)
      refuse('overlap', `“${entry.fileName}” shares its bytes with another file.`, entry.fileName)
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize
  }
}

/** Two names that one of the file systems in use would take for one. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

const directoryOf = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > MOST_ENTRIES) refuse('too-many', `The archive holds more than ${MOST_ENTRIES.toLocaleString('en')} files.`)
  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  let together = 0
  for await (const entry of zip.eachEntry()) {
    const isFolder = entry.fileName.endsWith('/') && entry.uncompressedSize === 0
    checkName(isFolder ? entry.fileName.slice(0, -1) : entry.fileName)
    if (isFolder) continue
    checkEntry(entry)
    const name = folded(entry.fileName)
    if (seen.has(name)) refuse('twice', `Two files of the archive have one name: “${entry.fileName}”.`, entry.fileName)
    seen.add(name)
    together += entry.uncompressedSize
    if (together > MOST_TOGETHER) refuse('too-large', 'The archive would unpack to more than 2 GB.')
    entries.set(entry.fileName, entry)
  }
  checkNoOverlap([...entries.values()])
  return entries
}

const contentOf = async (zip: ZipFile, entry: Entry): Promise<Uint8Array> => {
  const name = entry.fileName
  const local = await zip.readLocalFileHeaderPromise(entry)
  if (!local.fileName.equals(entry.fileNameRaw)) refuse('local-name', `“${name}” has another name where its content begins.`, name)
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  if (crc32(bytes) !== entry.crc32)
    refuse('checksum', `“${name}” is not what it was when the archive was made: its checksum differs.`, name)
  return bytes
}

const refusalOf = (error: unknown, code: ArchiveFault, message: string, entry: string | null = null): ArchiveRefused =>
  error instanceof ArchiveRefused
    ? error
    : new ArchiveRefused(code, `${message} (${error instanceof Error ? error.message : String(error)})`, entry)

/**
 * Opens an archive of somebody else: a document of Word, a project of a coding tool. All of its directory is judged before anything
 * is unpacked; one fault refuses it whole.
 * @throws {ArchiveRefused} it is no archive, or breaks a bound
 */
export const openArchive = async (path: string): Promise<ForeignArchive> => {
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true, lazyEntries: true })
    const opened = zip
    const entries = await directoryOf(opened)
    return {
      names: [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name)
        if (!entry) throw new ArchiveRefused('missing', `The archive holds no “${name}”.`, name)
        try {
          return await contentOf(opened, entry)
        } catch (error) {
          throw refusalOf(error, 'damaged', `“${name}” cannot be unpacked.`, name)
        }
      },
      close: () => opened.close()
    }
  } catch (error) {
    zip?.close()
    const isName = error instanceof Error && /^(invalid characters in fileName|absolute path|invalid relative path)/.test(error.message)
    throw refusalOf(error, isName ? 'name' : 'not-an-archive',
      isName ? 'A name in the archive leads elsewhere.' : 'This is not a complete archive.')
  }
}

/**
 * The text of a part: UTF-8, or UTF-16 where its mark says so.
 * @throws {ArchiveRefused} it is neither
 */
export const textOfPart = (path: string, bytes: Uint8Array): string => {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new ArchiveRefused('damaged', `The part ${path} is no text.`, path)
  }
}
