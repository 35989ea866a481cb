import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { listDecisions } from '../../store/decisions'
import { listFilings } from '../../store/filings'
import { listCoreNodes } from '../../store/suggestions'
import type { LibraryContext } from '../library-context'

/** A decision as a label that `npm run eval` scores: the sentence, and what of it the analyst judged. Offsets are those of the inspect format. */
interface Label {
  readonly file: string
  readonly issuer: string | null
  readonly start: number
  readonly end: number
  readonly text: string
  readonly asks: 'finding' | 'forward-looking'
  readonly fls?: 'core' | 'borderline' | 'none'
  readonly risks?: readonly string[]
  readonly finding_role?: 'result'
}

/** The labels of every decision in the library, but for those of filings in the trash, as a JSON list; the filings themselves are not in it. */
export const decisionLabels = ({ db }: Pick<LibraryContext, 'db'>): Result<string> => {
  const labels = listFilings(db, false).flatMap(({ id, fileName, company }) => {
    const core = listCoreNodes(db, id)
    return listDecisions(db, id).map(({ kind, node, range, exact, verdict, risks, span }): Label => {
      const { start, end } = span?.range ?? range
      const label = { file: fileName, issuer: company, start, end, text: span?.exact ?? exact }
      if (kind === 'finding') return { ...label, asks: 'finding', ...(verdict === 'accepted' ? { finding_role: 'result' } : {}) }
      const fls = verdict === 'rejected' ? 'none' : node !== null && !core.has(node) ? 'borderline' : 'core'
      return { ...label, asks: 'forward-looking', fls, ...(risks === null ? {} : { risks }) }
    })
  })
  return ok(`${JSON.stringify(labels, null, 1)}\n`)
}
