import type { FilingDocument } from '#contract/filing'
import type { Finding } from '#contract/finding'
import { ok } from '#contract/result'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addAnnotation } from './work/annotate'
import { createAnalysisInPlace, wholeDocument } from './analysis-thread'
import type { Analysis } from './analysis-thread'
import { setDecision } from './work/decide'
import { createTemporaryLibrary, RELEASE, valueOf } from './testing/temporary-library'
import type { TemporaryLibrary } from './testing/temporary-library'
import { addNote, saveNote } from './work/write-note'

/** A finding that only the older rules make, on words that stay in the text. */
const withdrawn = (document: FilingDocument): Finding => {
  const start = RELEASE.indexOf('We expect to file')
  return {
    id: 'd1f900',
    type: 'effect',
    explicit: false,
    ordinal: null,
    polarity: 'neutral',
    claim: { start, end: start + 'We expect to file an application'.length },
    evidence: document.sentences.slice(0, 1).map(({ id }) => ({ sentence: id, role: 'context', polarity: 'neutral' })),
    flags: [],
    score: 0,
    why: ''
  }
}

/** The rules of an older version: other ids, other tags, other links, one more finding. */
const older = (document: FilingDocument): FilingDocument => ({
  ...document,
  findings: [withdrawn(document),
    ...document.findings.map((finding) => ({ ...finding, id: `${finding.id}00`, polarity: 'neutral' as const }))],
  forwardLooking: document.forwardLooking.map((statement) => ({ ...statement, risks: ['competition'], coveredBy: [] }))
})

let newer = false
const real = createAnalysisInPlace()
const analysis: Analysis = {
  ...real,
  run: async (request, onStage) => {
    const answer = await real.run(request, onStage)
    if (newer || !answer.ok || !answer.value.document) return answer
    return ok({ ...answer.value, document: older(wholeDocument(answer.value.document)), detectorVersion: answer.value.detectorVersion - 1 })
  }
}

let library: TemporaryLibrary
beforeEach(() => {
  newer = false
  library = createTemporaryLibrary({ analysis })
})
afterEach(() => library.remove())

it('a newer rule set leaves every decision, correction and note as it was, tied to its words', async () => {
  const filingId = await library.add('release.txt', RELEASE)
  const before = valueOf(await library.services.reader.document(filingId, 1))
  const [extra, first] = before.findings
  const statement = before.forwardLooking.find(({ sentence }) =>
    before.sentences.find(({ id }) => id === sentence)?.text.startsWith('We expect')
  )
  const sentence = before.sentences.find(({ id }) => id === statement?.sentence)
  const factor = before.safeHarbor?.riskFactors[0]
  if (!extra || !first || !sentence || !factor) throw new Error('the release has changed')
  const context = library.services.library
  const exactOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    RELEASE.slice(start, end).replace(/\s+/g, ' ')
  valueOf(
    setDecision(context, { filingId, kind: 'finding', node: first.id, range: first.claim, exact: exactOf(first.claim), verdict: 'rejected',
      risks: null })
  )
  valueOf(
    setDecision(context, { filingId, kind: 'finding', node: extra.id, range: extra.claim, exact: exactOf(extra.claim), verdict: 'accepted',
      risks: null })
  )
  valueOf(setDecision(context, {
    filingId,
    kind: 'forward-looking',
    node: sentence.id,
    range: { start: sentence.start, end: sentence.end },
    exact: sentence.text,
    verdict: 'accepted',
    risks: ['legal'],
    links: [{ exact: factor.text, range: { start: factor.start, end: factor.end } }],
    span: { exact: 'expect to file', range: { start: sentence.start + 3, end: sentence.start + 17 } }
  }))
  valueOf(
    addAnnotation(context, { filingId, tagId: 'risk', range: first.claim, quote: { exact: exactOf(first.claim), prefix: '', suffix: '' },
      sectionPath: [] })
  )
  const note = valueOf(addNote(context, filingId, { kind: 'filing' }))
  valueOf(saveNote(context, { id: note.id, rev: 1, body: 'A', text: 'A' }))
  const work = valueOf(library.services.reader.work(filingId))

  newer = true
  library = await library.reopen()
  const after = valueOf(await library.services.reader.document(filingId, 1))
  const now = valueOf(library.services.reader.work(filingId))

  expect(after.findings.map(({ id }) => id)).not.toContain(first.id)
  expect(after.forwardLooking.find(({ sentence: id }) => id === sentence.id)?.risks).not.toEqual(['competition'])
  expect([now.annotations, now.notes]).toEqual([work.annotations, work.notes])
  const tied = new Map(now.decisions.map((decision) => [decision.id, decision]))
  expect(now.decisions).toHaveLength(work.decisions.length)
  for (const kept of work.decisions) expect({ ...tied.get(kept.id), node: kept.node }).toEqual(kept)
  const nodeOf = (node: string): string | null | undefined =>
    tied.get(work.decisions.find((decision) => decision.node === node)?.id ?? '')?.node
  expect(nodeOf(first.id)).toBe(after.findings.find(({ claim }) => claim.start === first.claim.start)?.id)
  expect(nodeOf(extra.id)).toBeNull()
  expect(nodeOf(sentence.id)).toBe(sentence.id)
})
