/** Where everything lies in a pack: a BagIt bag (RFC 8493) in one folder of a ZIP. Every path is below that folder. */

/** What `pack.json` says it is, and the number of its form: fields are added to a form, never renamed. */
export const PACK_FORMAT = 'redwell-pack'

/** The form that is written; a pack of a higher one is refused. */
export const PACK_SCHEMA = 1

/** The ending of a pack's name; the part before it is the name of what was packed. */
export const PACK_ENDING = '.redwell.zip'

/** What a signature is made for, so that none made for something else passes (`ssh-keygen -n`). */
export const SIGNED_FOR = 'redwell-pack'

/** The files of a pack that are always of one name. */
export const PATHS = {
  bag: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  signature: 'tagmanifest-sha256.txt.sig',
  verify: 'VERIFY.txt',
  facts: 'data/pack.json',
  seals: 'data/log/seal.jsonl',
  changes: 'data/log/changes.jsonl',
  report: 'data/views/report.html'
} as const

/** What stands in `bag-info.txt` before the fingerprint of the key that signed, so that a signature cannot be taken away unseen. */
export const SIGNED_BY = 'Redwell-Signed-By: '

/** The folder of what is only for looking; it may differ from machine to machine and is in no content id. */
export const VIEWS = 'data/views/'

/** The kept bytes of a filing. */
export const sourcePath = (sha256: string): string => `data/sources/${sha256}`

/** A name for the files of one filing: its place among those of the pack, from 1, and the beginning of its hash. */
export const filingName = (at: number, sha256: string): string => `${String(at).padStart(3, '0')}-${sha256.slice(0, 16)}`

/** The work on one filing. */
export const workPath = (at: number, sha256: string): string => `data/work/${filingName(at, sha256)}.json`

/** What a path of a pack may be made of, so that neither `sha256sum` nor any system writes or reads it another way. */
export const isPackPath = (path: string): boolean =>
  path.split('/').every((part) => /^[A-Za-z0-9._-]{1,120}$/.test(part) && part !== '.' && part !== '..')

/** A name as part of a path: letters, digits and `._-` only, and never hidden. */
export const plainName = (name: string): string =>
  name.normalize('NFKD').replace(/[^A-Za-z0-9._-]{1,200}/g, '-').replace(/^[.-]{1,200}/, '').slice(0, 60).replace(/[.-]{1,60}$/, '') ||
  'pack'
