import type { Block, FilingDocument, Submission } from '#contract/filing'
import { datelineLength } from '../parse/text/dateline'
import { isDateLine } from '../parse/text/text-classes'
import { dayOf, daysIn } from './days'
import { pattern } from '#model/pattern'

/** Where a day was read: only that of the header is the archive's own word; the others are what the document says of itself. */
export type DaySource = 'header' | 'facts' | 'cover' | 'dateline' | 'signature' | 'text'

/** A day that a filing is said to have, as `YYYY-MM-DD`. */
export interface SaidDay {
  readonly day: string
  readonly from: DaySource
}

/** The days of a filing: when it was filed, the day it reports of (of an 8-K the earliest event, of a release its dateline), and the end of its period. */
export interface FilingDays {
  readonly filed: SaidDay | null
  readonly reported: SaidDay | null
  readonly period: SaidDay | null
}

/** How many blocks from the top are a cover page. */
const COVER = 120

/** How many of the first blocks are a head: what a prospectus has above its title, a release down to its first paragraphs. */
const TOP = 15

/** How much of a block is looked at for a day, in code units. */
const REACH = 400

/** Forms that report of a day, not of a period. */
const OF_A_DAY = /^(?:8-K|6-K)/i

/** Forms that report of a year or a quarter. */
export const PERIODIC = /^(?:10-?[KQ]|20-?F|40-?F|N-CSR|11-K)/i

/** How many blocks a signature page has at most. */
const SIGNATURES = 30

const said = (day: string | null | undefined, from: DaySource): SaidDay | null => day ? { day, from } : null

const head = (block: Block | undefined): string => block?.text.slice(0, REACH).replace(/\s+/g, ' ').trim() ?? ''

/** The day in a line that holds little else. */
const dayOfLine = (block: Block | undefined): string | null => {
  const text = head(block)
  return text.length <= 80 && isDateLine(text.replace(/^\(|\)$/g, '')) ? daysIn(text)[0] ?? null : null
}

const REPORT_LABEL = /\bdate of (?:the )?(?:report|earliest event|event)/i

/** The day of the earliest event on the cover of a current report: with its label in one block, else on the line above the label, else on the one below. */
const reportedOnCover = (blocks: readonly Block[]): string | null => {
  for (const [at, block] of blocks.slice(0, COVER).entries()) {
    const text = head(block)
    if (!REPORT_LABEL.test(text)) continue
    const found = text.length < REACH ? daysIn(text).sort()[0] : undefined
    const day = found ?? dayOfLine(blocks[at - 1]) ?? dayOfLine(blocks[at + 1]) ?? dayOfLine(blocks[at - 2]) ?? dayOfLine(blocks[at + 2])
    if (day) return day
  }
  return null
}

const FILED = pattern('i')`
  ^\W{0,4}as filed (?:with|via) the (?:u\.s\. |united states )?(?:securities and exchange commission|sec|commission
  |edgar)[^.]{0,20}? on (.{6,30})`

const filedOnCover = (blocks: readonly Block[]): string | null => {
  for (const block of blocks.slice(0, TOP)) {
    const day = daysIn(FILED.exec(head(block))?.[1] ?? '')[0]
    if (day !== undefined) return day
  }
  return null
}

const PERIOD = pattern('i')`
  \b(?:for|of|its) (?:the |its )?
  (?:fiscal |quarterly |annual |transition |first |second |third |fourth |three |six |nine |twelve |full |month |months |and )*
  (?:year|quarter|period|months)s?,?(?: ended| ending)?:?\s+(?:from .{4,24} to )?(.{6,24})`

/** The end of the period that the cover or the first paragraphs name: "For the fiscal year ended December 31, 2005". */
const periodIn = (blocks: readonly Block[], reach: number): string | null => {
  for (const [at, block] of blocks.slice(0, reach).entries()) {
    const text = head(block)
    const found = PERIOD.exec(text)
    // A report that is only referred to has a period of its own.
    if (!found || (reach === TOP && /\bform\s10/i.test(text))) continue
    const day = daysIn(found[1] ?? '')[0] ?? dayOfLine(blocks[at + 1])
    if (day) return day
  }
  return null
}

/** Where the words that end a release say its day in full: `-0- 05/09/2005`. */
const dayOfWire = (blocks: readonly Block[]): string | null => {
  for (const block of blocks.slice(-30)) {
    const found = /(?:^|\s)-0-\s{1,80}(\d{1,2}\/\d{1,2}\/\d{2,4})/.exec(block.text.slice(0, 2000))
    if (found?.[1] !== undefined) return dayOf(found[1])
  }
  return null
}

/** A year that the words of a release name most often near its top, for a dateline that leaves its own out. */
const yearNamed = (blocks: readonly Block[]): number | null => {
  const seen = new Map<number, number>()
  for (const block of blocks.slice(0, 40)) {
    for (const [year] of block.text.slice(0, 3000).matchAll(/\b(?:19[89]|20\d)\d\b/g))
      seen.set(Number(year), (seen.get(Number(year)) ?? 0) + 1)
  }
  return [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}

/** The day of a release: its dateline's, else that of a line of its own near the top. */
const dayOfRelease = (blocks: readonly Block[], filed: string | null): string | null => {
  const top = blocks.slice(0, COVER)
  for (const block of top) {
    const length = block.kind === 'dateline' || block.kind === 'paragraph' ? datelineLength(block.text) : 0
    if (length === 0) continue
    const words = block.text.slice(0, length)
    const known = daysIn(words)[0]
    if (known !== undefined) return known
    const wire = dayOfWire(blocks)
    const day = wire ?? daysIn(words, filed === null ? yearNamed(blocks) : Number(filed.slice(0, 4)))[0]
    if (day !== undefined) return day
  }
  for (const block of top.slice(0, 25)) {
    const isHead = block.kind === 'release-line' || (block.kind === 'heading' && block.text.length <= 100 && !/\bended\b/i.test(block.text))
    const day = dayOfLine(block) ?? (isHead ? daysIn(head(block))[0] : null) ?? null
    if (day !== null) return day
  }
  return dayOfWire(blocks)
}

const isSignatures = (block: Block): boolean => /^signatures?\b.{0,12}$/i.test(block.text.trim())

const SIGNED = /\b(?:dated?|on|this)\b[^\d\p{Lu}]{0,12}/iu

/** The day on which a report was signed: on its last signature page, in a line that says so or is nothing but a day. */
const daySigned = (blocks: readonly Block[]): string | null => {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const heading = blocks[at]
    if (heading === undefined || !isSignatures(heading)) continue
    for (const block of blocks.slice(at + 1, at + SIGNATURES)) {
      const text = block.text.slice(0, 2000).replace(/\s+/g, ' ')
      const day = SIGNED.test(text) || isDateLine(text.trim()) ? daysIn(text)[0] : undefined
      if (day !== undefined) return day
    }
  }
  return null
}

const factOf = (document: FilingDocument | null, name: string): string | null =>
  document?.facts.find((fact) => fact.concept.toLowerCase() === `dei:${name}`.toLowerCase())?.value.trim() || null

/**
 * Reads the days of a filing: the header's where it has one, else what the facts, the cover, the dateline or the signatures of its first document say.
 * `form` is the filing's, null where it is not known. Nothing is guessed from a file's name.
 */
export const readDays = (form: string | null, submission: Submission | null, document: FilingDocument | null): FilingDays => {
  const blocks = document?.blocks ?? []
  const ofADay = OF_A_DAY.test(form ?? '')
  const inHeader = said(submission?.periodEnd, 'header')
  const inFacts = said(dayOf(factOf(document, 'DocumentPeriodEndDate') ?? ''), 'facts')
  const filed = said(submission?.filedAt, 'header') ?? said(filedOnCover(blocks), 'cover') ??
    (form === null ? null : said(daySigned(blocks), 'signature'))
  const release = (): SaidDay | null => said(dayOfRelease(blocks, filed?.day ?? null), 'dateline')
  const reported = ofADay
    ? inHeader ?? inFacts ?? said(reportedOnCover(blocks), 'cover') ?? release()
    : form === null
    ? release()
    : null
  const isPeriodic = form !== null && PERIODIC.test(form)
  const period = isPeriodic || form === null ? said(periodIn(blocks, isPeriodic ? COVER : TOP), isPeriodic ? 'cover' : 'text') : null
  return { filed, reported, period: ofADay ? null : inHeader ?? inFacts ?? period }
}
