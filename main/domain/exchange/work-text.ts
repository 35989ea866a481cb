import type { Decision } from '#contract/annotation'
import type { FilingDocument, Section, Sentence } from '#contract/filing'
import type { Finding, ForwardLooking, SafeHarborItem } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { claimRange, decisionsByNode, sentenceRanges, statementRanges } from '#model/judged'
import { CONTEXT_LENGTH } from '#model/quote'
import { streamMapOf } from './text-stream'
import type { StreamMap } from './text-stream'
import type { ByteOffsets } from './text-units'
import type { WorkEvidence, WorkFigure, WorkFinding, WorkPassage, WorkStatement, WorkText } from './work-document'

/** What suggestions of the rules are meant. */
export type WantedSuggestions = 'all' | 'accepted' | 'none'

/** One document ready to be written, and the way from its source to passages of it. */
export interface BuiltText {
  readonly text: WorkText
  /** The passage of a source range, from its first shown unit to its last; null where nothing of it stands in the stream. */
  readonly passageOf: (source: TextRange) => WorkPassage | null
}

const pathAt = (sections: readonly Section[], source: number): string[] =>
  sections.filter(({ range, title }) => range.start <= source && source < range.end && title !== '')
    .sort((a, b) => a.level - b.level || a.range.start - b.range.start).map(({ title }) => title)

/** Makes passages of one document. `bytes` is null where byte offsets are not asked for. */
export const passagesOf = (document: Pick<FilingDocument, 'sequence' | 'sections'>, map: StreamMap, bytes: ByteOffsets | null) =>
(
  source: TextRange
): WorkPassage | null => {
  const range = map.fromSource(source)
  if (!range) return null
  const { text } = map.stream
  return {
    sequence: document.sequence,
    range,
    exact: text.slice(range.start, range.end),
    prefix: text.slice(Math.max(0, range.start - CONTEXT_LENGTH), range.start),
    suffix: text.slice(range.end, range.end + CONTEXT_LENGTH),
    source,
    bytes: bytes?.of(source) ?? null,
    sectionPath: pathAt(document.sections, source.start)
  }
}

type PassageOf = BuiltText['passageOf']

const hullOf = (ranges: readonly TextRange[]): TextRange => ({ start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 })

const isWanted = (decision: Decision | undefined, wanted: WantedSuggestions): boolean =>
  wanted === 'all' || (wanted === 'accepted' && decision?.verdict === 'accepted')

interface Judged {
  readonly sentences: ReadonlyMap<NodeId, Sentence>
  readonly passageOf: PassageOf
  readonly wanted: WantedSuggestions
}

const findingOf = (finding: Finding, decision: Decision | undefined, { sentences, passageOf, wanted }: Judged): WorkFinding[] => {
  const claim = passageOf(claimRange(finding, decision))
  if (!claim || !isWanted(decision, wanted)) return []
  const evidence = finding.evidence.flatMap(({ sentence, role, polarity }): WorkEvidence[] => {
    const found = sentences.get(sentence)
    const passage = found && passageOf(hullOf(sentenceRanges(found)))
    return passage ? [{ passage, role, polarity }] : []
  })
  const { id: node, type, polarity, subject = null, flags, certainty = null, why } = finding
  return [{ node, type, polarity, claim, subject, evidence, flags, certainty, why, decisionId: decision?.id ?? null }]
}

const statementOf = (statement: ForwardLooking, decision: Decision | undefined, factors: ReadonlyMap<NodeId, SafeHarborItem>,
  { sentences, passageOf, wanted }: Judged): WorkStatement[] => {
  const sentence = sentences.get(statement.sentence)
  const passage = sentence && passageOf(hullOf(statementRanges(sentence, decision)))
  if (!passage || !isWanted(decision, wanted)) return []
  return [{
    node: statement.sentence,
    class: statement.class,
    passage,
    triggers: statement.triggers.map(({ text }) => text),
    risks: decision?.risks ?? statement.risks,
    coveredBy: decision?.links?.map(({ exact }) => exact) ?? statement.coveredBy.flatMap((id) => factors.get(id)?.text ?? []),
    certainty: statement.certainty ?? null,
    why: statement.why,
    decisionId: decision?.id ?? null
  }]
}

const figuresOf = (document: FilingDocument, passageOf: PassageOf): WorkFigure[] =>
  document.figures.flatMap((figure): WorkFigure[] => {
    const passage = passageOf(figure.range)
    const { id: node, text, value, unit, measure, period, direction, place, conflictsWith, isChange = false, fact } = figure
    return passage
      ? [{ node, passage, text, value, unit, measure, period, direction, place, conflictsWith, isChange, concept: fact?.concept ?? null }]
      : []
  })

/** Makes a document ready to be written, with the suggestions that are wanted as the analyst corrected them. */
export const buildText = (document: FilingDocument, decisions: readonly Decision[], wanted: WantedSuggestions,
  bytes: ByteOffsets | null): BuiltText => {
  const map = streamMapOf(document.blocks)
  const passageOf = passagesOf(document, map, bytes)
  const judged: Judged = { sentences: new Map(document.sentences.map((sentence) => [sentence.id, sentence])), passageOf, wanted }
  const ofFindings = decisionsByNode(decisions, 'finding')
  const ofStatements = decisionsByNode(decisions, 'forward-looking')
  const factors = new Map((document.safeHarbor?.riskFactors ?? []).map((factor) => [factor.id, factor]))
  const { sequence, type, filename, description, format, blocks, sections } = document
  return {
    passageOf,
    text: {
      sequence,
      type,
      filename,
      description,
      format,
      stream: map.stream,
      blocks,
      sections,
      findings: document.findings.flatMap((finding) => findingOf(finding, ofFindings.get(finding.id), judged)),
      statements: document.forwardLooking.flatMap((statement) =>
        statementOf(statement, ofStatements.get(statement.sentence), factors, judged)
      ),
      figures: figuresOf(document, passageOf)
    }
  }
}
