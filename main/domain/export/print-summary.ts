import type { TextRange } from '#contract/range'
import { cautionsOf } from '#model/caution-cover'
import { TYPE_WORDS } from '#model/suggestion-words'
import { STATUS_LABELS } from './label-words'
import { html, joined, prose, type Markup } from './markup'
import type { PrintInput } from './print-input'
import type { OwnEntry, PrintPlan } from './print-marks'

/** The room a page has for rows under three headings, in points, and what a row and a line of it take (print.css). */
const ROOM = { page: 440, row: 5.4, line: 12.2 } as const

/** How many code units stand in one line of a row for certain, and the most words of a row: more than two lines of it are not read. */
const LINE = 84
const MOST_WORDS = 2 * LINE

const cut = (words: string): string => {
  const level = words.replaceAll(/\s+/g, ' ').trim()
  return level.length <= MOST_WORDS ? level : `${level.slice(0, level.lastIndexOf(' ', MOST_WORDS))}…`
}

/** One row, and what of the page's room it takes, in points. */
interface Row {
  readonly markup: Markup
  readonly height: number
}

const line = (label: string, look: string, target: string, words: string, says: string): Row => ({
  height: ROOM.row + ROOM.line * Math.max(1, Math.ceil(cut(words).length / LINE)),
  markup: html`<tr><td><a class="number${look}" href="#${target}">${label}</a></td><td>${prose(cut(words))}</td><td>${says}</td></tr>`
})

/** How many rows of each list the page holds, given to the lists in turn; the rest is counted. */
const fitting = (lists: readonly (readonly Row[])[]): readonly number[] => {
  const taken = lists.map(() => 0)
  let left = ROOM.page as number
  const longest = Math.max(...lists.map((list) => list.length))
  for (let at = 0; at < longest; at += 1) {
    for (const [which, list] of lists.entries()) {
      const row = list[at]
      if (!row || taken[which] !== at || row.height > left) continue
      left -= row.height
      taken[which] = at + 1
    }
  }
  return taken
}

const group = (title: string, lines: readonly Row[], most: number, none: string): Markup =>
  html`<h2>${title}<span> ${lines.length}</span></h2>
${
    lines.length === 0
      ? html`<p class="none">${none}</p>`
      : html`<table><tbody>${lines.slice(0, most).map(({ markup }) => markup)}</tbody></table>`
  }
${lines.length <= most ? null : html`<p class="further">and ${lines.length - most} more in the lists</p>`}`

const questionLines = (entries: readonly OwnEntry[]): readonly Row[] =>
  entries.flatMap(({ number, notes }) =>
    notes.filter(({ status }) => status === 'open' || status === 'asked').map((note) => {
      const due = note.dueAt === null ? '' : `, due ${note.dueAt.slice(0, 10)}`
      return line(String(number), '', `note-${String(number)}`, note.text, `${STATUS_LABELS[note.status]}${due}`)
    })
  )

const uncoveredLines = (plan: PrintPlan, { document }: PrintInput): readonly Row[] =>
  plan.statements.filter(({ item, decision }) =>
    item.class !== 'boilerplate' && cautionsOf(item, decision, document.safeHarbor?.riskFactors ?? []).coveredBy.length === 0
  ).map(({ number, item, decision }) =>
    line(`S${String(number)}`, ' suggested', `statement-${String(number)}`,
      decision?.span?.exact ?? plan.sentences.get(item.sentence)?.text ?? '', decision?.verdict === 'accepted' ? 'Accepted' : 'Suggested')
  )

/** One page of what matters most: accepted findings, open questions, statements no caution speaks of. Null where there is none of these. */
export const printSummary = (plan: PrintPlan, input: PrintInput, wordsOf: (range: TextRange) => string): Markup | null => {
  const findings = plan.findings.filter(({ decision }) => decision?.verdict === 'accepted').map(({ number, item, decision }) =>
    line(`F${String(number)}`, ' suggested', `finding-${String(number)}`, decision?.span?.exact ?? wordsOf(item.claim),
      TYPE_WORDS[item.type])
  )
  const questions = questionLines(plan.entries)
  const statements = uncoveredLines(plan, input)
  if (findings.length + questions.length + statements.length === 0) return null
  const { scope } = input
  const [mostFindings = 0, mostQuestions = 0, mostStatements = 0] = fitting([findings, questions, statements])
  return joined([
    scope.suggestions === 'none' ? null : group('Accepted findings', findings, mostFindings, 'No finding was accepted yet.'),
    scope.notes ? group('Open questions', questions, mostQuestions, 'No question is open.') : null,
    scope.suggestions === 'none'
      ? null
      : group('Statements without a caution', statements, mostStatements, 'A caution speaks of every forward-looking statement.')
  ].filter((part) => part !== null))
}
