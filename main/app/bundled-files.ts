import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

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
  // A packaged build keeps its files in an archive, whose listing knows neither "recursive" nor the path of an entry.
  const pending = [{ path: folder, address: origin }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next.path, { withFileTypes: true })) {
      const found = { path: join(next.path, entry.name), address: `${next.address}/${entry.name}` }
      const mediaType = MEDIA_TYPES[extname(entry.name)]
      if (entry.isDirectory()) pending.push(found)
      else if (entry.isFile() && mediaType !== undefined) files.set(found.address, { path: found.path, mediaType })
    }
  }
  return files
}

/** The file behind an address, or null. The query and the fragment are left aside; everything else must match to the letter. */
export const findBundledFile = (files: BundledFiles, address: string): BundledFile | null => {
  const end = address.search(/[?#]/)
  return files.get(end < 0 ? address : address.slice(0, end)) ?? null
}
