import type { PassageBlock, SearchCalls, SearchPassage } from '#contract/search'
import type { TextRange } from '#contract/range'
import { NOT_PREVIEWED } from '#model/block-kinds'
import { toShown } from '#model/text-map'
import { createMarkFinder, termsOf } from '../../domain/search/search-match'
import { readQuery } from '../../domain/search/search-query'
import { searchWords } from '../../domain/search/search-text'
import { getBlockHit, placeSections, readAround, readNoteWords } from '../../store/search'
import type { BlockHit } from '../../store/search'
import type { SearchedLibrary } from './search-library'
import { sourceOf } from './search-library'

/** How many blocks are read around the one that holds the hit: enough for a screen of context. */
const AROUND = { before: 4, behind: 6 }

/** More of one block than this, in code units, is not shown; a long table is read in the filing itself. */
const MOST_SHOWN = 12_000

/** Where a place of the source is shown in its block; null where that is nowhere, or all of it. */
const placeIn = (block: BlockHit | undefined, place: TextRange, length: number): TextRange | null => {
  if (!block?.map || (place.start <= block.range.start && place.end >= block.range.end)) return null
  const start = Math.min(length, toShown(block.map, place.start))
  const end = Math.min(length, toShown(block.map, place.end))
  return start < end ? { start, end } : null
}

/** The passage around a hit, or the beginning of its document, with every word of the query marked; words of a note with it. */
export const readPassage = (library: SearchedLibrary, request: SearchCalls['search.passage']['args']): SearchPassage => {
  const { db } = library
  const { filingId, sequence, range, noteId } = request
  const catalogue = library.catalogue()
  const query = readQuery(request.query, catalogue.vocabulary)
  const finder = createMarkFinder(termsOf(query.kind === 'query' ? query.words : null))
  const marksOf = (text: string): readonly TextRange[] => finder.find(searchWords(text))
  const document = catalogue.documentsOf(filingId).find((one) => one.sequence === sequence)
  const place = range ?? { start: 0, end: 0 }
  const rows = document ? readAround(db, document.key, place, AROUND.before, AROUND.behind) : []
  const within = rows.find(({ start, end }) => range !== null && start < Math.max(range.end, range.start + 1) && range.start < end)
  const blocks = rows.filter((row) => row === within || !NOT_PREVIEWED.has(row.kind)).map((row): PassageBlock => {
    const text = row.text.slice(0, MOST_SHOWN)
    const here = row === within
    const marks = marksOf(text)
    const whole = here && marks.length === 0 ? placeIn(getBlockHit(db, row.key), place, text.length) : null
    return { kind: row.kind, text: text.length < row.text.length ? `${text}…` : text, marks: whole ? [whole] : marks, here }
  })
  const sections = document && range
    ? placeSections(db, document.key).filter(({ start, end }) => start <= range.start && range.start < end)
    : []
  const words = noteId === null ? undefined : readNoteWords(db, noteId)
  const block = within && getBlockHit(db, within.key)
  const isWhole = block !== undefined && range?.start === block.range.start && range.end === block.range.end
  return {
    sectionPath: sections.map(({ title }) => title).filter((title) => title !== ''),
    blocks,
    range: block && isWhole ? sourceOf(block, marksOf(block.text)[0] ?? null) : range,
    note: words === undefined ? null : { text: words, marks: marksOf(words) }
  }
}
