import type { Block, BlockKind, DocumentEntry, FilingDocument, Submission } from '#contract/filing'

/** What a list shows of a filing, read from its header where it has one, else from the words of its first document. */
export interface FilingDescription {
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly cik: string | null
  readonly filedAt: string | null
}

/** A title longer than this many code units is cut at a word: two lines of the library's list. */
const TITLE_LENGTH = 160

const shorten = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= TITLE_LENGTH) return plain
  const cut = plain.lastIndexOf(' ', TITLE_LENGTH)
  return `${plain.slice(0, cut > 0 ? cut : TITLE_LENGTH)}…`
}

const firstOf = (blocks: readonly Block[], kinds: readonly BlockKind[]): string | null => {
  const found = blocks.find((block) => kinds.includes(block.kind) && /\p{L}{2}/u.test(block.text))
  return found ? found.text : null
}

/** "EXHIBIT 99.2" and "Ex-99.2" are the exhibit EX-99.2. */
const exhibitIn = (text: string | null): string | null => {
  const number = /\bEX(?:HIBIT)?(?:\s+NO\.?)?[\s.-]{0,3}(\d{1,3}(?:\.\d{1,3})?)/i.exec(text ?? '')?.[1]
  return number === undefined ? null : `EX-${number}`
}

/** The number in the name of a file as the archive gives it: `0001193125-06-197856.txt`. */
const accessionIn = (fileName: string): string | null => /\b\d{10}-\d{2}-\d{6}\b/.exec(fileName)?.[0] ?? null

const exhibitOf = (entry: DocumentEntry | undefined, blocks: readonly Block[]): string | null => {
  if (entry?.type && /^EX-/i.test(entry.type)) return entry.type.toUpperCase()
  return exhibitIn(firstOf(blocks, ['exhibit-tag']))
}

/** Describes a filing for the library's list. Never empty: the file's name is the last resort for a title. */
export const describeFiling = (fileName: string, submission: Submission | null, documents: readonly DocumentEntry[], first: FilingDocument | null): FilingDescription => {
  const blocks = first?.blocks.slice(0, 400) ?? []
  const single = documents.length === 1 ? documents[0] : undefined
  const filer = submission?.filers[0]
  const title = firstOf(blocks, ['title']) ?? first?.description ?? firstOf(blocks, ['heading', 'release-line', 'letterhead', 'paragraph'])
  return {
    title: shorten(title ?? '') || fileName,
    company: filer?.name ?? null,
    form: submission?.form ?? (single?.type && !/^EX-/i.test(single.type) ? single.type : null),
    exhibit: submission ? null : exhibitOf(single, blocks),
    accession: submission?.accession ?? accessionIn(fileName),
    cik: filer?.cik ?? null,
    filedAt: submission?.filedAt ?? null
  }
}
