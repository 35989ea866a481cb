import type { AnnotationDraft } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { makeAnchor } from '../../domain/anchor/make-anchor'
import { getFiling } from '../../store/filings'
import { anchorTextOf } from '../versions/reattach-decisions'
import { valueOf } from './temporary-library'
import type { TemporaryLibrary } from './temporary-library'

/** A draft on the given words of a filing, as they stand in its source; for tests. `nth` counts from 0 where they stand more than once. */
export const draftOn = async ({ services }: TemporaryLibrary, filingId: FilingId, words: string, nth = 0): Promise<AnnotationDraft> => {
  const content = valueOf(await services.reader.document(filingId, 1))
  const source = valueOf(await services.reader.source(filingId, content.range))
  let at = -1
  for (let left = nth; left >= 0; left -= 1) at = source.indexOf(words, at + 1)
  if (at < 0) throw new Error(`no such words: ${words}`)
  const range = { start: content.range.start + at, end: content.range.start + at + words.length }
  const { quote, sectionPath } = makeAnchor(anchorTextOf([content], getFiling(services.library.db, filingId)?.textSha256 ?? ''), range)
  return { filingId, tagId: null, range, quote, sectionPath }
}
