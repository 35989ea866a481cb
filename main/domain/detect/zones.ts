import type { Block, Section, Sentence } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import type { DetectInput } from './detection'
import { FINDING_WORDS } from './lexicon'
import type { Zone } from './text/sentence-view'
import { pattern } from '#model/pattern'

/** Where one sentence stands. */
export interface Place {
  readonly zone: Zone
  readonly underFinding: number | null
}

/** Where every sentence stands, in sentence order, and the heading that opens each headed finding. */
export interface Zoning {
  readonly places: readonly Place[]
  readonly findingHeadings: ReadonlyMap<number, Block>
  /** True for a 10-K, 10-Q, prospectus and the like, false for a release or a current report. */
  readonly periodic: boolean
}

const HEADED_ZONES: readonly (readonly [RegExp, Zone])[] = [
  [/forward[- ]?looking|safe[- ]harbou?r|cautionary (?:statement|note|language)|private securities litigation/i, 'safe-harbor'],
  [/^about\b|^company (?:profile|background|overview)|^corporate profile|^background on\b/i, 'about'],
  [/conference call|web ?cast|investor call|dial[- ]in|earnings call/i, 'conference-call'],
  [/outlook|guidance\b/i, 'outlook'],
  [/non-?\s?(?:gaap|ifrs)\b|\balternative performance measures?\b|^(?:use|explanation|definition)s? of .{0,40}measures?/i, 'non-gaap'],
  [/^(?:risk factors|(?:certain |other )?(?:risk )?factors (?:that (?:may|could|might) affect|affecting)|principal risks)\b/i,
    'risk-factors'],
  [
    pattern('i')`
    ^(?:additional|important) (?:information (?:about|for|and|on|regarding)|(?:additional )?information$|disclosures?)
    |where to find|participants in (?:the )?solicitation|no offer (?:or|and) solicitation|^disclaimer`,
    'legal'
  ]
]

const ORDINALS = FINDING_WORDS.headingOrdinals.join('|')
const EXPLICIT_HEADING = new RegExp(
  `^(?:(${ORDINALS})|${
    FINDING_WORDS.headingQualifiers.join('|')
  })\\s+(?:(?!quarter|half|year|fiscal|month|nine|six|operating|financial)\\w+\\s+)?(?:${
    FINDING_WORDS.headingNouns.join('|')
  })(?:\\s+(?:no\\.?|number)?\\s*(\\d+))?\\s*:?$`,
  'i'
)
/** "Key findings from the study"; results of a period are none of these. */
const FINDINGS_OF = /^(?:key|main|principal|additional)\s+(?:\w+\s+)?findings\s+(?:from|of|in|include)\b/i
const NUMBERED_HEADING = /^(?:finding|result)\s+(?:no\.?\s*)?(\d{1,2})\b/i

/** A heading of a finding is short; in UTF-16 units. */
const HEADING_LENGTH = 70

/** A heading that announces a finding: its ordinal, or null. An ordinal before "quarter" and the like does not match. */
export const findingOrdinal = (heading: string, countSoFar: number): number | null => {
  const text = heading.trim().replace(/\s+/g, ' ')
  if (text.length > HEADING_LENGTH) return null
  const numbered = NUMBERED_HEADING.exec(text)
  if (numbered) return Number(numbered[1])
  const match = EXPLICIT_HEADING.exec(text) ?? FINDINGS_OF.exec(text)
  if (!match) return null
  const ordinal = FINDING_WORDS.headingOrdinals.indexOf((match[1] ?? '').toLowerCase())
  return ordinal >= 0 ? ordinal + 1 : countSoFar + 1
}

/** A heading longer than this speaks of more than one thing and opens no zone but the safe harbor; in UTF-16 units. */
const ZONE_HEADING = 70

const headedZone = (block: Block): Zone => {
  if (block.kind === 'title') return 'body'
  const zone = HEADED_ZONES.find(([shape]) => shape.test(block.text))?.[1] ?? 'body'
  return block.text.length <= ZONE_HEADING || zone === 'safe-harbor' ? zone : 'body'
}

/** Paragraph that carries its heading in itself: "About X: …". Run-in safe harbors are known by their cues. */
const runInZone = (text: string): Zone | null => {
  const head = text.slice(0, 90)
  if (/^(?:About|ABOUT)\s+[A-Z][\w&.,'’ ]{2,50}(?::|\s[-–—]+\s|\.\s)/.test(head)) return 'about'
  return /^(?:the\s+)?(?:safe harbou?r|forward[- ]looking|cautionary)\b/i.test(head) ? 'body' : null
}

const PROSE: ReadonlySet<string> = new Set(['paragraph', 'quote'])
const HEADINGS: ReadonlySet<string> = new Set(['heading', 'title', 'caption'])

/** A paragraph that opens a list of findings: "the following findings:". */
const LISTS_FINDINGS = /\b(?:following|key|main|principal)\s+(?:\w+\s+){0,2}findings\b[^.]{0,80}:\s*$/i

interface Walk {
  /** The paragraph that opened a list of findings, while its items follow. */
  lists: Block | null
  zone: Zone
  finding: number | null
  findings: number
  seenProse: boolean
}

/** Moves the walk past a heading, a quotation or a run-in heading. */
const step = (walk: Walk, block: Block, headings: Map<number, Block>, periodic: boolean): void => {
  if (HEADINGS.has(block.kind)) {
    walk.lists = null
    const ordinal = findingOrdinal(block.text, walk.findings)
    walk.finding = ordinal
    walk.zone = ordinal === null ? headedZone(block) : 'finding'
    if (ordinal !== null) {
      walk.findings += 1
      headings.set(ordinal, block)
    }
    return
  }
  if (walk.lists && block.kind === 'list-item') {
    walk.findings += 1
    walk.zone = 'finding'
    walk.finding = walk.findings
    headings.set(walk.findings, walk.lists)
    return
  }
  if (walk.lists && PROSE.has(block.kind)) {
    walk.lists = null
    walk.zone = 'body'
    walk.finding = null
  }
  if (block.kind === 'paragraph' && LISTS_FINDINGS.test(block.text)) walk.lists = block
  if (block.kind === 'quote' && walk.zone === 'finding') {
    walk.zone = 'body'
    walk.finding = null
  }
  const runIn = block.kind === 'paragraph' && !periodic ? runInZone(block.text) : null
  if (runIn) walk.zone = runIn
}

/** The zone a section gives by its kind or item, or null where headings know better. */
const sectionZone = (section: Section): Zone | null => {
  const item = section.item?.toUpperCase() ?? ''
  if (item === '1A') return 'risk-factors'
  if (section.kind === 'about') return 'about'
  if (section.kind === 'conference-call') return 'conference-call'
  return null
}

const PERIODIC_FORM = /^(?:10-?[KQ]|20-?F|40-?F|S-\d|F-\d|424B|N-|485|DEF|SC |10)/i

const isPeriodic = (input: DetectInput): boolean => {
  const type = input.entry.type ?? ''
  if (/^EX-/i.test(type)) return false
  if (PERIODIC_FORM.test(type)) return true
  return new Set(input.sections.flatMap((section) => section.item && section.part !== '8-K' ? [section.item] : [])).size >= 5
}

const placeOf = (walk: Walk, section: Section | undefined): Place => {
  const zone = section ? sectionZone(section) : null
  if (walk.zone === 'body' && zone) return { zone, underFinding: null }
  return { zone: walk.zone, underFinding: walk.finding }
}

/** Says where every sentence stands, from headings, run-in headings and sections. */
export const zoneSentences = (input: DetectInput): Zoning => {
  const sections = new Map<NodeId, Section>(input.sections.map((section) => [section.id, section]))
  const byBlock = new Map<NodeId, { sentence: Sentence; index: number }[]>()
  input.sentences.forEach((sentence, index) => {
    const known = byBlock.get(sentence.block)
    if (known) known.push({ sentence, index })
    else byBlock.set(sentence.block, [{ sentence, index }])
  })
  const findingHeadings = new Map<number, Block>()
  const walk: Walk = { lists: null, zone: 'body', finding: null, findings: 0, seenProse: false }
  const places: Place[] = input.sentences.map(() => ({ zone: 'body', underFinding: null }))
  const periodic = isPeriodic(input)
  for (const block of input.blocks) {
    step(walk, block, findingHeadings, periodic)
    const own = byBlock.get(block.id) ?? []
    for (const { sentence, index } of own) {
      const place = placeOf(walk, sections.get(sentence.section ?? ''))
      const lede = !walk.seenProse && !periodic && place.zone === 'body' && block.kind !== 'quote'
      places[index] = lede ? { zone: 'lede', underFinding: null } : place
    }
    if (own.length > 0 && block.kind !== 'quote') walk.seenProse = true
  }
  return { places, findingHeadings, periodic }
}
