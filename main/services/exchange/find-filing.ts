import type { FilingSummary } from '#contract/library'
import type { FilingHint } from '../../domain/exchange/incoming'

const add = <T>(map: Map<string, T[]>, key: string | null, value: T): void => {
  if (key !== null && key !== '') map.set(key, [...map.get(key) ?? [], value])
}

/** The text of a stream that our own export of web annotations lays beside them: sixteen digits of the hash of its file. */
const STREAM = /(?:^|\/)([0-9a-f]{16})-\d{1,9}\.txt$/

/** A title without regard to capitals and spaces. */
const levelTitle = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim()

const nameOf = (fileName: string): string => fileName.toLowerCase()

const only = (found: readonly FilingSummary[] | undefined): FilingSummary | null => found?.length === 1 ? found[0] ?? null : null

/**
 * Says which filing of a library a hint means: by its bytes, its text, its accession number with the name of its file, either of them alone,
 * and where none of these is told, its whole title.
 * Null where none is, or several may be: what is not certain is not guessed.
 */
export const createFilingFinder = (filings: readonly FilingSummary[]): (hint: FilingHint) => FilingSummary | null => {
  const byHash = new Map<string, FilingSummary[]>()
  const byText = new Map<string, FilingSummary[]>()
  const byStream = new Map<string, FilingSummary[]>()
  const byAccession = new Map<string, FilingSummary[]>()
  const byTitle = new Map<string, FilingSummary[]>()
  const byName = new Map<string, FilingSummary[]>()
  for (const filing of filings) {
    add(byHash, filing.sha256, filing)
    add(byText, filing.textSha256, filing)
    add(byStream, filing.sha256.slice(0, 16), filing)
    add(byAccession, filing.accession, filing)
    add(byName, nameOf(filing.fileName), filing)
    add(byTitle, levelTitle(filing.title), filing)
  }
  const byWhat = ({ sha256, textSha256, accession, fileName, uri }: FilingHint): FilingSummary | null => {
    if (sha256 !== null) return only(byHash.get(sha256)) ?? only(byText.get(textSha256 ?? ''))
    const text = only(byText.get(textSha256 ?? '')) ?? only(byStream.get(STREAM.exec(uri ?? '')?.[1] ?? ''))
    if (text) return text
    const named = fileName === null ? [] : byName.get(nameOf(fileName)) ?? []
    if (accession === null) return only(named)
    const ofNumber = byAccession.get(accession) ?? []
    return only(ofNumber.filter((filing) => named.includes(filing))) ?? only(ofNumber) ??
      // A release that was filed bare knows no number of its own.
      only(named.filter((filing) => filing.accession === null))
  }
  return (hint) => {
    const found = byWhat(hint)
    const isNamed = hint.sha256 !== null || hint.textSha256 !== null || hint.accession !== null
    return found ?? (isNamed || hint.title === null ? null : only(byTitle.get(levelTitle(hint.title))))
  }
}
