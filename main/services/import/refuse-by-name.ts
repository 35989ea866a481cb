import { extname } from 'node:path'
import type { Failure } from '#contract/result'

/** Endings of files that no reading makes a filing of, with what such a file is. Anything else is judged by its content. */
const OTHER_KINDS: readonly (readonly [what: string, endings: string])[] = [
  ['a PDF', 'pdf'],
  ['a picture', 'jpg jpeg png gif bmp tif tiff webp svg ico heic'],
  ['an archive', 'zip gz tgz bz2 xz 7z rar tar zst'],
  ['an office document', 'doc docx xls xlsx xlsm ppt pptx odt ods odp rtf pages numbers key'],
  ['a mail', 'eml msg mbox'],
  ['sound or film', 'mp3 mp4 m4a m4v mov avi wav mkv webm'],
  ['a program or a part of one', 'exe dll so dylib dmg msi deb rpm apk jar class o js mjs cjs ts css wasm'],
  ['data for programs', 'json jsonl csv tsv xsd xsl xslt db sqlite sqlite3 parquet yaml yml toml ini log lock'],
  ['half a download', 'part crdownload tmp download']
]

const KINDS: ReadonlyMap<string, string> = new Map(
  OTHER_KINDS.flatMap(([what, endings]) => endings.split(' ').map((ending): [string, string] => [ending, what]))
)

/** Why a file cannot be a filing by its name; null where it may be one. */
export const refuseByName = (path: string): Failure | null => {
  const what = KINDS.get(extname(path).slice(1).toLowerCase())
  if (what === undefined) return null
  return {
    code: 'not-a-filing',
    message: `By its name this is ${what}, not a filing.`,
    file: path,
    remedy: 'Choose the filing as it was sent to the SEC: an .htm or .txt file.'
  }
}
