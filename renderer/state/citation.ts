import type { OpenFiling } from '#contract/library'
import type { Selection } from './document'

/** How many digits of a hash are cited: enough to tell one file of a library from every other, few enough to read aloud. */
const HASH_DIGITS = 12

/**
 * The words with where they stand: company, form or exhibit, date, section, file, hash and source offsets, so that a reader
 * who has the file can find them again.
 */
export const cite = ({ text, sectionPath, range }: Selection, { filing, documents }: OpenFiling, sequence: number | null): string => {
  const type = documents.find((document) => document.sequence === sequence)?.type ?? filing.exhibit ?? filing.form
  const source = [filing.company ?? filing.title, type, filing.filedAt, sectionPath.at(-1)].filter((part) =>
    part !== null && part !== undefined && part !== ''
  )
  const place = `${filing.fileName}, SHA-256 ${filing.sha256.slice(0, HASH_DIGITS)}…, ${String(range.start)}–${String(range.end)}`
  return `“${text}”\n— ${source.join(', ')} (${place})`
}
