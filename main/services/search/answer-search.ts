import type { SearchGroup } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { SearchAnswer, SearchPassage, SimilarSentence } from '#contract/search'
import { failureOf } from '../../store/failure-of'
import type { ReadableDb } from '../../store/handles'
import { inOneState, letStop } from '../../store/search'
import { findSimilar } from './find-similar'
import { readPassage } from './read-passage'
import { createCatalogue } from './search-catalogue'
import { searchLibrary } from './search-library'
import type { SearchedLibrary } from './search-library'
import type { SearchQuestion } from './search-protocol'

/** Thrown inside a search that nobody waits for any more; caught in `createAnswerer` alone. */
class Ended extends Error {}

/** Answers one question after the other; `onGroups` is told of the filings of a search while it runs. */
export type SearchAnswerer = (
  question: SearchQuestion,
  onGroups: (groups: readonly SearchGroup[], total: number) => void
) => Result<SearchAnswer | SearchPassage | readonly SimilarSentence[]>

/**
 * Makes what answers questions over one handle of the library. `newest` is the token of the newest search: a search with another
 * one ends with `search-ended`. `isOwnHandle` says that the handle is also written through.
 */
export const createAnswerer = (db: ReadableDb, newest: () => number, isOwnHandle: boolean): SearchAnswerer => {
  let token: number | null = null
  const going = (): void => {
    if (token !== null && newest() !== token) throw new Ended()
  }
  letStop(db, going)
  const library: SearchedLibrary = { db, catalogue: createCatalogue(db, isOwnHandle), going }
  return (question, onGroups) => {
    token = question.kind === 'run' ? question.request.token : null
    try {
      going()
      return ok(inOneState(db, () => {
        switch (question.kind) {
          case 'run':
            return searchLibrary(library, question.request, onGroups)
          case 'passage':
            return readPassage(library, question.request)
          case 'similar':
            return findSimilar(library, question.request)
        }
      }))
    } catch (error) {
      if (error instanceof Ended) return fail('search-ended', 'A newer search took the place of this one.')
      const known = failureOf(error)
      if (known) return known
      throw error
    }
  }
}
