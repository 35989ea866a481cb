import type { SearchCalls, SimilarSentence } from '#contract/search'
import { keyed, likeness } from '../../domain/compare/likeness'
import { searchWords } from '../../domain/search/search-text'
import { countBlocksWith, findBest, listSentencesOfBlock } from '../../store/search-similar'
import type { SearchedLibrary } from './search-library'

/** By how many of its rarest words a sentence is looked for, and in how many blocks these may stand together. */
const RAREST = { words: 12, blocks: 40_000 }

/** How many of the best blocks are read for their sentences. */
const MOST_READ = 300

/** Below this likeness two sentences have little more than their subject in common. */
const LEAST_LIKENESS = 0.5

/** The words of a sentence that say most about where else it stands: the rarest of those that stand anywhere. */
const tellingWords = ({ db }: SearchedLibrary, text: string): readonly string[] => {
  const words = [...new Set(searchWords(text).map(({ word }) => word))]
  const counts = countBlocksWith(db, words)
  const known = words.map((word, at) => ({ word, count: counts[at] ?? 0 })).filter(({ count }) => count > 0).sort((a, b) =>
    a.count - b.count
  )
  let blocks = 0
  return known.filter(({ count }, at) => {
    blocks += count
    return at < RAREST.words && (at < 3 || blocks <= RAREST.blocks)
  }).map(({ word }) => word)
}

/**
 * The sentences of the library that are like `text`, most alike first, those of the same words (likeness 1) before all; newer
 * filings before older where they are as alike. The sentence itself, told by its filing and range, is left out.
 */
export const findSimilar = (library: SearchedLibrary, request: SearchCalls['search.similar']['args']): readonly SimilarSentence[] => {
  const { db, going } = library
  const { text, filingId, range, limit } = request
  const words = tellingWords(library, text)
  if (words.length === 0) return []
  const catalogue = library.catalogue()
  const wanted = keyed({ text, unit: 'sentence' })
  const found: SimilarSentence[] = []
  for (const key of findBest(db, words.map((word) => `"${word}"`).join(' OR '), MOST_READ)) {
    going()
    const document = catalogue.documents.get(Math.floor(key / 1_048_576))
    const filing = document && catalogue.filings.get(document.filingId)
    if (!filing) continue
    for (const sentence of listSentencesOfBlock(db, key)) {
      if (filing.id === filingId && range && sentence.start < range.end && range.start < sentence.end) continue
      const other = keyed({ text: sentence.text, unit: 'sentence' })
      const alike = other.key === wanted.key ? 1 : Math.min(likeness(wanted, other), 0.99)
      if (alike < LEAST_LIKENESS) continue
      found.push({
        filingId: filing.id,
        title: filing.title,
        filedAt: filing.filedAt,
        sequence: document.sequence,
        range: { start: sentence.start, end: sentence.end },
        text: sentence.text,
        likeness: alike
      })
    }
  }
  return found.sort((a, b) =>
    b.likeness - a.likeness || (b.filedAt ?? '').localeCompare(a.filedAt ?? '') || (a.filingId < b.filingId ? -1 : 1)
  ).slice(0, limit)
}
