import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { listDecisions } from '../../store/decisions'
import { getDocument } from '../../store/documents'
import { addAnnotation } from '../work/annotate'
import { attachOrphan, dismissOrphan } from '../versions/attach-orphan'
import { createAnalysisInPlace } from '../analysis-thread'
import type { Analysis, AnalysisAnswer } from '../analysis-thread'
import { setDecision } from '../work/decide'
import { reencodeFiling } from './reencode-filing'
import { undo } from '../history/history'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { makeAnchor } from '../../domain/anchor/make-anchor'
import { listAnnotations } from '../../store/annotations'
import { anchorTextOf } from '../versions/reattach-decisions'

let library: TemporaryLibrary
afterEach(async () => {
  await library.remove()
})

const text = async (filingId: FilingId, { start, end }: { start: number; end: number }): Promise<string> =>
  valueOf(await library.services.reader.source(filingId, { start, end }))

/** Highlights words as the window does: their range in the source with the shown words around them. */
const highlight = async (filingId: FilingId, source: string, words: string): Promise<Annotation> => {
  const content = valueOf(await library.services.reader.document(filingId, 1))
  const start = source.indexOf(words)
  const range = { start, end: start + words.length }
  return valueOf(
    addAnnotation(library.services.library, { filingId, tagId: null, range, ...makeAnchor(anchorTextOf([content], ''), range) })
  )
}

describe('another decoding of the same bytes', () => {
  const words = 'reported an improvement of 63% in pain\nintensity.'
  const source = RELEASE.replace('Harrow Ridge Therapeutics', 'Härröw Ridge Thérapeutics')
  beforeEach(() => {
    library = createTemporaryLibrary()
  })

  it('keeps highlights and decisions on their words, wherever these are now', async () => {
    const filingId = await library.add('release.txt', source)
    const annotation = await highlight(filingId, source, words)
    const content = valueOf(await library.services.reader.document(filingId, 1))
    const sentence = content.sentences.find((one) => one.text.startsWith('We expect'))
    if (!sentence) throw new Error('no sentence')
    valueOf(setDecision(library.services.library, {
      filingId,
      kind: 'forward-looking',
      node: sentence.id,
      range: { start: sentence.start, end: sentence.end },
      exact: sentence.text,
      verdict: 'accepted',
      risks: ['clinical_efficacy']
    }))
    const opened = valueOf(await reencodeFiling(library.services.library, library.services.reader, filingId, 'windows-1252'))
    expect([opened.filing.encoding, opened.filing.textSha256 === annotation.selectors.textSha256]).toEqual(['windows-1252', false])
    const { annotations, decisions } = valueOf(library.services.reader.work(filingId))
    const [moved] = annotations
    expect(moved).toMatchObject({ id: annotation.id, verdict: 'intact', rev: 2,
      selectors: { quote: annotation.selectors.quote, textSha256: opened.filing.textSha256 } })
    expect(moved?.selectors.position.start).toBe(annotation.selectors.position.start + 3)
    expect(await text(filingId, moved?.selectors.position ?? { start: 0, end: 0 })).toBe(words)
    expect(decisions).toMatchObject([{ verdict: 'accepted', risks: ['clinical_efficacy'], exact: sentence.text,
      range: { start: sentence.start + 3 } }])
    expect(decisions[0]?.node).not.toBeNull()
  })
  it('says what became of words that read differently now, and keeps the old ones', async () => {
    const filingId = await library.add('release.txt', source)
    const annotation = await highlight(filingId, source, 'Härröw Ridge Thérapeutics, Inc.')
    valueOf(await reencodeFiling(library.services.library, library.services.reader, filingId, 'windows-1252'))
    const [after] = valueOf(library.services.reader.work(filingId)).annotations
    expect(after).toMatchObject({ verdict: 'reworded', selectors: { quote: annotation.selectors.quote },
      carried: { from: filingId, state: 'waiting', range: annotation.selectors.position } })
    expect(after?.carried?.proposed?.quote.exact).toMatch(/^H.+ Ridge Th.+rapeutics, Inc\.$/)
    expect(listAnnotations(library.services.library.db, filingId)[0]?.selectors, 'what is kept of it is what it was made on').toEqual(
      annotation.selectors
    )
  })
  it('lets what lost its words be attached to those of now, or dismissed, and finds it again in the decoding it was made in', async () => {
    const filingId = await library.add('release.txt', source)
    const annotation = await highlight(filingId, source, 'Härröw Ridge Thérapeutics, Inc.')
    const { library: context, reader } = library.services
    valueOf(await reencodeFiling(context, reader, filingId, 'windows-1252'))
    valueOf(dismissOrphan(context, annotation.id, filingId, true))
    expect([valueOf(reader.work(filingId)).annotations, valueOf(reader.work(filingId)).dismissed?.length]).toEqual([[], 1])
    valueOf(undo(context))
    const proposed = valueOf(reader.work(filingId)).annotations[0]?.carried?.proposed
    if (!proposed) throw new Error('nothing proposed')
    expect(valueOf(attachOrphan(context, annotation.id, { filingId, tagId: null, ...proposed }))).toMatchObject({ id: annotation.id,
      verdict: 'intact' })
    expect(valueOf(reader.work(filingId)).annotations[0]?.carried).toBeUndefined()
    valueOf(undo(context))
    valueOf(await reencodeFiling(context, reader, filingId, 'utf-8'))
    expect(valueOf(reader.work(filingId)).annotations[0]).toMatchObject({ id: annotation.id, verdict: 'intact',
      selectors: annotation.selectors })
  })
  it('is refused where there is no such encoding', async () => {
    const filingId = await library.add('release.txt', source)
    expect(await reencodeFiling(library.services.library, library.services.reader, filingId, 'ebcdic')).toMatchObject({ ok: false,
      failure: { code: 'invalid-request' } })
    expect(valueOf(await reencodeFiling(library.services.library, library.services.reader, filingId, 'utf-8')).filing.encoding).toBe(
      'utf-8'
    )
  })
})

describe('a newer parser and detector', () => {
  let change: (answer: AnalysisAnswer) => AnalysisAnswer = (answer) => answer
  const changing = (): Analysis => {
    const inPlace = createAnalysisInPlace()
    return { ...inPlace, run: async (request, onStage) => {
      const result = await inPlace.run(request, onStage)
      return result.ok ? { ok: true, value: change(result.value) } : result
    } }
  }
  const older = async (): Promise<FilingId> => {
    change = (answer) => answer
    library = createTemporaryLibrary({ analysis: changing() })
    const filingId = await library.add('release.txt', RELEASE)
    library.services.library.db.exec('UPDATE document SET parser_version = 0, detector_version = 0')
    return filingId
  }
  const renamed = (answer: AnalysisAnswer): AnalysisAnswer => ({
    ...answer,
    document: answer.document && {
      ...answer.document,
      blocks: [...answer.document.blocks].map((block) => ({ ...block, why: 'seen anew' })),
      forwardLooking: answer.document.forwardLooking.slice(0, 0)
    }
  })

  it('replace the content where every note stays on its words, and let go of no decision', async () => {
    const filingId = await older()
    const { key } = getDocument(library.services.library.db, filingId, 1) ?? { key: 0 }
    expect(key).toBeGreaterThan(0)
    valueOf(
      addAnnotation(library.services.library, { filingId, tagId: null,
        range: { start: RELEASE.indexOf('63%'), end: RELEASE.indexOf('63%') + 3 },
        quote: { exact: '63%', prefix: 'improvement of ', suffix: ' in pain' }, sectionPath: [] })
    )
    valueOf(
      setDecision(library.services.library, { filingId, kind: 'forward-looking', node: 'd1s1', range: { start: 0, end: 3 }, exact: 'EXH',
        verdict: 'rejected', risks: null })
    )
    change = renamed
    const content = valueOf(await library.services.reader.document(filingId, 1))
    expect(new Set(content.blocks.map(({ why }) => why))).toEqual(new Set(['seen anew']))
    expect(getDocument(library.services.library.db, filingId, 1)?.parserVersion).toBeGreaterThan(0)
    expect(listDecisions(library.services.library.db, filingId)).toMatchObject([{ node: null, verdict: 'rejected', exact: 'EXH' }])
  })
  it('leave the text alone under a note that would come to stand on other words', async () => {
    const filingId = await older()
    const before = library.services.reader.work(filingId)
    valueOf(
      addAnnotation(library.services.library, { filingId, tagId: null,
        range: { start: RELEASE.indexOf('63%'), end: RELEASE.indexOf('63%') + 3 },
        quote: { exact: '63%', prefix: 'improvement of ', suffix: ' in pain' }, sectionPath: [] })
    )
    change = (answer) => ({ ...answer, document: answer.document &&
      { ...answer.document, blocks: [...answer.document.blocks].filter((block) => !block.text.includes('63%')) } })
    const content = valueOf(await library.services.reader.document(filingId, 1))
    expect(content.blocks.some((block) => block.text.includes('63%'))).toBe(true)
    expect(library.logged.at(-1)).toBe('release.txt: document 1 keeps the text its notes were made on')
    expect(valueOf(before).annotations).toEqual([])
  })
  it('are not asked twice in one sitting', async () => {
    const filingId = await older()
    let asked = 0
    change = (answer) => {
      asked += 1
      return { ...answer, textSha256: 'other' }
    }
    valueOf(await library.services.reader.document(filingId, 1))
    valueOf(await library.services.reader.document(filingId, 1))
    expect(asked).toBe(1)
  })
})
