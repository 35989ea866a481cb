import type { LinkTarget } from '#contract/events'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { readDeepLink } from '#model/deep-link'
import { findByHashStart } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'

/** The place that a link from outside names in the library. A link only leads somewhere: nothing is read, imported or changed by it. */
export const followLink = (db: ReadableDb, link: string): Result<LinkTarget> => {
  const read = readDeepLink(link)
  if (read === null) {
    return fail('invalid-request', 'This link is none of Redwell’s, or was cut off.', { place: link.slice(0, 80),
      remedy: 'Copy it whole from where it stands.' })
  }
  const filing = findByHashStart(db, read.hash)
  const words = read.words === '' ? {} : { place: `“${read.words}”` }
  if (filing === undefined) {
    return fail('not-found', `The filing that this link leads to is not in the library (its file begins with the SHA-256 ${read.hash}).`, {
      ...words,
      remedy: 'Import that filing and follow the link again.'
    })
  }
  if (filing.trashedAt !== null)
    return fail('not-found', 'The filing that this link leads to is in the trash.', { ...words,
      remedy: 'Restore it and follow the link again.' })
  return ok({ filingId: filing.id, sequence: read.sequence, range: read.range })
}
