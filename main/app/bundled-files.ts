import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** Media types by the extensions that a build of the window may hold; any other file is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** One file that the scheme serves. */
export interface BundledFile {
  readonly path: string
  readonly mediaType: string
}

/** Every file that the scheme serves, by its exact address. */
export type BundledFiles = ReadonlyMap<string, BundledFile>

/**
 * Lists the files below `folder` once, under `origin`. A request is later looked up in this list and never joined to a path,
 * so no address can lead out of the folder.
 */
export const listBundledFiles = (folder: string, origin: string): BundledFiles => {
  const files = new Map<string, BundledFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = MEDIA_TYPES[extname(entry.name)]
    if (!entry.isFile() || mediaType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`${origin}/${relative(folder, path).split(sep).join('/')}`, { path, mediaType })
  }
  return files
}

/** The file behind an address, or null. The query and the fragment are left aside; everything else must match to the letter. */
export const findBundledFile = (files: BundledFiles, address: string): BundledFile | null => {
  const end = address.search(/[?#]/)
  return files.get(end < 0 ? address : address.slice(0, end)) ?? null
}
