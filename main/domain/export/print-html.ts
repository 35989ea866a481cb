import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { wholeHead } from '#model/history-head'
import { toShown } from '#model/text-map'
import { marginMarkDefinitions } from './margin-mark'
import { html, joined, type Markup } from './markup'
import { commentsOf, lastChange, linkedToFiling } from './print-comments'
import type { PdfComments } from './comments/pdf-comments'
import type { PrintInput } from './print-input'
import { printEntries, printFindings, printStatements, printTime } from './print-lists'
import { planPrint, type PrintPlan } from './print-marks'
import { printRelease } from './print-release'
import { printSummary } from './print-summary'

/** Where the print page finds its style sheet; the scheme serves it under the same origin as the page. */
const STYLE_SHEET = '/print.css'

/** The same for what differs on A4. */
const A4_SHEET = '/print-a4.css'

const factRow = (name: string, value: string | null, look = ''): Markup | null =>
  value === null || value === '' ? null : html`<tr><th>${name}</th><td class="${look}">${value}</td></tr>`

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')

const counted = (count: number, one: string, many: string): string => `${grouped(count)} ${count === 1 ? one : many}`

const rowsOf = (rows: readonly (Markup | null)[]): Markup => joined(rows.filter((row) => row !== null))

/** Longest dateline worth a row, in code units: a longer one runs on into the first paragraph. */
const LONGEST_DATELINE = 120

const datelineOf = (blocks: readonly Block[]): string | null => {
  const dateline = (blocks.find((block) => block.kind === 'dateline')?.text ?? '').replace(/[-\u2013\u2014]+$/, '').trim()
  return dateline.length > LONGEST_DATELINE ? null : dateline
}

const isExhibit = (type: string | null): boolean => /^EX-/i.test(type ?? '')

const fileRows = (input: PrintInput): Markup => {
  const { document, submission, file } = input
  const filer = submission?.filers[0] ?? null
  return rowsOf([
    factRow('Form', submission?.form ?? (isExhibit(document.type) ? null : document.type)),
    factRow('Exhibit', isExhibit(document.type) ? document.type : input.exhibit),
    factRow('Filed', submission?.filedAt ?? null),
    submission?.filedAt ? null : factRow('Dateline', datelineOf(document.blocks)),
    factRow('Accession number', submission?.accession ?? null),
    factRow('CIK', filer?.cik ?? null),
    factRow('File', file.name),
    factRow('Size', `${grouped(file.bytes)} bytes${file.encoding === null ? '' : `, read as ${file.encoding}`}`),
    factRow('SHA-256', file.sha256, 'hash'),
    input.history ? factRow('History', wholeHead(input.history), 'hash') : null
  ])
}

const leftOutLabel = (count: number, wanted: 'all' | 'accepted'): string =>
  `${counted(count, 'suggestion', 'suggestions')} ${wanted === 'all' ? 'the analyst rejected' : 'the analyst did not accept'}`

const contentRows = (input: PrintInput, plan: PrintPlan): Markup => {
  const { document, scope, work } = input
  const notes = plan.entries.reduce((sum, entry) => sum + entry.notes.length, 0)
  const highlights = plan.entries.filter((entry) => entry.annotation !== null).length
  const open = plan.entries.flatMap((entry) => entry.notes).filter((note) => note.status === 'open').length
  const elsewhere = work.annotations.length -
    work.annotations.filter((one) =>
      one.selectors.position.start >= document.range.start && one.selectors.position.start < document.range.end
    ).length
  const accepted = (kept: readonly { readonly decision: { readonly verdict: string } | null }[]): number =>
    kept.filter((one) => one.decision?.verdict === 'accepted').length
  return rowsOf([
    scope.text ? null : factRow('Left out', 'The text of the document'),
    factRow('Text',
      `${counted(document.sentences.length, 'sentence', 'sentences')} in ${counted(document.blocks.length, 'block', 'blocks')}`),
    scope.highlights || scope.notes
      ? factRow('Analyst',
        `${counted(highlights, 'highlight', 'highlights')}, ${counted(notes, 'note', 'notes')}, ${
          counted(open, 'open question', 'open questions')
        }`)
      : null,
    elsewhere > 0
      ? factRow('Not in this print', `${counted(elsewhere, 'highlight', 'highlights')} on other documents of the filing`)
      : null,
    scope.suggestions === 'none'
      ? null
      : factRow('Findings', `${grouped(plan.findings.length)} listed, ${grouped(accepted(plan.findings))} accepted`),
    scope.suggestions === 'none'
      ? null
      : factRow('Forward-looking statements', `${grouped(plan.statements.length)} listed, ${grouped(accepted(plan.statements))} accepted`),
    scope.suggestions !== 'none' && plan.leftOut > 0 ? factRow('Left out', leftOutLabel(plan.leftOut, scope.suggestions)) : null
  ])
}

const legend = (input: PrintInput, plan: PrintPlan): Markup => {
  const used = new Set(plan.entries.map((entry) => entry.tag?.id))
  const tags = input.tags.filter((tag) => used.has(tag.id))
  return html`<div class="legend">
${
    plan.entries.length === 0 ?
      null :
      html`<p><b>The analyst’s own marks</b> are tinted and underlined, with their number in the right margin. ${
        joined(tags.map((tag) => html`<span class="own ${tag.colour} ${tag.underline}">${tag.name}</span>`), '  ')
      }</p>`
  }
${
    plan.findings.length + plan.statements.length === 0
      ? null
      : html`<p><b>Suggestions</b> were found by rules and are no one’s judgement until accepted. They carry a line and no tint, with their number in the left margin: <span class="finding">finding</span>  <span class="evidence">its evidence</span>  <span class="forward-looking core">forward-looking statement</span>  <span class="forward-looking boilerplate">standing caution</span></p>`
  }
</div>`
}

const cover = (input: PrintInput, plan: PrintPlan, parts: readonly Part[]): Markup =>
  html`<header class="cover">
<p class="kind">Annotated filing</p>
<h1>${linkedToFiling(input.company ?? input.title, plan, input)}</h1>
${input.company === null || input.title === input.company ? null : html`<p class="subject">${input.title}</p>`}
<table class="cover-facts"><tbody>${fileRows(input)}</tbody></table>
<table class="cover-facts"><tbody>${contentRows(input, plan)}</tbody></table>
${legend(input, plan)}
<nav class="contents"><ol>${parts.map((part) => html`<li><a href="#${part.id}">${part.title}</a></li>`)}</ol></nav>
<p class="imprint">As of ${printTime(lastChange(input))}, printed${
    input.author === '' ? null : html` for ${input.author}`
  } with Redwell ${input.appVersion}. Every mark refers to the words of the file named above, whose SHA-256 proves which file that was.</p>
</header>`

interface Part {
  readonly id: string
  readonly title: string
  readonly content: Markup
}

/** What the text is called: the release where it is one, else by what it was filed as. */
const textTitle = ({ document, exhibit, submission }: PrintInput): string => {
  const type = document.type ?? exhibit ?? submission?.form ?? null
  if (/^EX-99(?!\d)/i.test(type ?? '') || document.blocks.some(({ kind }) => kind === 'dateline')) return 'The release'
  return isExhibit(type) ? 'The exhibit' : 'The filing'
}

const partsOf = (input: PrintInput, plan: PrintPlan): Part[] => {
  const { scope } = input
  const parts: Part[] = []
  const wordsOf = wordsReader(input.document.blocks)
  const summary = printSummary(plan, input, wordsOf)
  if (summary !== null) parts.push({ id: 'summary', title: 'Summary', content: html`<div class="summary">${summary}</div>` })
  if (scope.text)
    parts.push({ id: 'release', title: textTitle(input),
      content: html`<div class="release">${printRelease(input.document, plan.marks, input.pictures)}</div>` })
  // What there is none of has no page to say so: the cover counts it.
  if (plan.entries.length > 0) parts.push({ id: 'notes', title: 'Highlights and notes', content: printEntries(plan, input.document) })
  if (plan.findings.length > 0) parts.push({ id: 'findings', title: 'Findings', content: printFindings(plan, wordsOf) })
  if (plan.statements.length > 0)
    parts.push({ id: 'statements', title: 'Forward-looking statements', content: printStatements(plan, input) })
  return parts
}

/** Gives the words of a range as the release shows them. */
const wordsReader = (blocks: readonly Block[]) => ({ start, end }: TextRange): string => {
  const words: string[] = []
  for (const block of blocks) {
    const from = block.ranges[0]?.start ?? 0
    if (from >= end) break
    if ((block.ranges.at(-1)?.end ?? 0) <= start) continue
    words.push(block.text.slice(toShown(block.map, Math.max(start, from)), toShown(block.map, end)))
  }
  return words.join(' ').trim()
}

/** How many signs of a SHA-256 stand at the head of each page: enough to tell files apart, and to find the whole on the cover. */
const SHORT_HASH = 12

/** What stands at the head of each printed page: company, exhibit or form, and the beginning of the file's hash. */
const printHead = (input: PrintInput): Markup => {
  const { document, submission, file } = input
  const form = submission?.form ?? document.type
  const exhibit = isExhibit(document.type) ? document.type : input.exhibit
  const kind = exhibit ?? (form === null ? null : `Form ${form}`)
  return html`<span>${[input.company ?? input.title, kind].filter((part) => part !== null).join(' · ')}</span><span>SHA-256 ${
    file.sha256.slice(0, SHORT_HASH)
  }…</span>`
}

/** A page to print, and the comments that the links of its marks are to become. */
export interface PrintPage {
  readonly html: string
  readonly comments: PdfComments
  /** What stands at the head of each page, everything foreign in it escaped. */
  readonly head: string
}

/**
 * The whole printed document as one static page: cover, release with its marks, the analyst's highlights and notes, findings and
 * forward-looking statements, as far as the scope asks for them. It holds no script, no inline style and no address outside itself.
 */
export const printPage = (input: PrintInput): PrintPage => {
  const plan = planPrint(input)
  const parts = partsOf(input, plan)
  const body = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${
    input.company === null ? input.title : `${input.company}: ${input.title}`
  }</title><link rel="stylesheet" href="${STYLE_SHEET}">${
    input.scope.paper === 'a4' ? html`<link rel="stylesheet" href="${A4_SHEET}">` : null
  }</head><body class="${input.scope.comments ? 'commented' : ''}">
${marginMarkDefinitions()}
${cover(input, plan, parts)}
${
    parts.map((part) =>
      html`<section class="part" id="${part.id}"><h1>${part.title}</h1>
${part.content}
</section>`
    )
  }
</body></html>
`
  return { html: body.markup, comments: commentsOf(body.markup, plan, input), head: printHead(input).markup }
}

/** The page of `printPage` alone. */
export const printHtml = (input: PrintInput): string => printPage(input).html
