import type { ComparedDocument } from '#contract/comparison'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { pdfNameOf } from '../../domain/export/pdf-name'
import { redlineHtml } from '../../domain/export/redline-html'
import type { RedlineSide } from '../../domain/export/redline-html'
import { getDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import type { Services } from '../create-services'
import type { Printable } from '../export/export-filing'
import type { LibraryContext } from '../library-context'
import { getSettings } from '../settings'

const sideOf = (library: LibraryContext, { filingId, sequence }: ComparedDocument): RedlineSide | null => {
  const filing = getFiling(library.db, filingId)
  const document = getDocument(library.db, filingId, sequence)
  if (!filing || !document) return null
  const { title, company, form, filedAt, accession, fileName, sha256, exhibit } = filing
  return { title, company, form, document: document.summary.type ?? exhibit, filedAt, accession, fileName, sha256 }
}

/** Makes the comparison of two documents ready to print. */
export const printableComparison = async (services: Services, left: ComparedDocument,
  right: ComparedDocument): Promise<Result<Printable>> => {
  const { library, comparer } = services
  const [before, after] = [sideOf(library, left), sideOf(library, right)]
  if (!before || !after) return fail('not-found', 'One of these filings is no longer in the library.')
  const compared = await comparer.compare(left, right)
  if (!compared.ok) return compared
  const html = redlineHtml({
    left: before,
    right: after,
    comparison: compared.value,
    author: getSettings(library.db).author,
    appVersion: services.appVersion,
    exportedAt: library.clock()
  })
  const [first, second] = [before, after].map(({ fileName }) => pdfNameOf(fileName).slice(0, -'.pdf'.length))
  return ok({ html, suggestedName: `${first ?? ''}-to-${second ?? ''}.pdf` })
}
