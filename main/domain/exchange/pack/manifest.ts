/** Manifests of a bag as `sha256sum -c` reads them: a hash, two spaces, a path, a line end. */

/** One file and the SHA-256 of its bytes, in lower-case hexadecimal. */
export interface ManifestLine {
  readonly path: string
  readonly hash: string
}

/** The text of a manifest, by the order of its paths. */
export const manifestText = (lines: readonly ManifestLine[]): string =>
  [...lines].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, hash }) => `${hash}  ${path}\n`).join('')

const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]{1,240})$/

/** Reads a manifest; answers the number of the first line that is none, from 1, or of one that names a file twice. */
export const readManifest = (text: string): { readonly lines: ReadonlyMap<string, string> } | { readonly wrongLine: number } => {
  const rows = text.split('\n')
  if (rows.pop() !== '') return { wrongLine: rows.length + 1 }
  const lines = new Map<string, string>()
  for (const [at, row] of rows.entries()) {
    const [, hash, path] = LINE.exec(row) ?? []
    if (hash === undefined || path === undefined || lines.has(path)) return { wrongLine: at + 1 }
    lines.set(path, hash)
  }
  return { lines }
}
