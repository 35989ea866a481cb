import type { AnchorVerdict, Decision } from '#contract/annotation'
import type { FilingDocument, Section } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { Note } from '#contract/note'
import type { TextRange } from '#contract/range'
import { CLASS_WORDS, FLAG_WORDS, POLARITY_WORDS, ROLE_WORDS, TYPE_WORDS } from '#model/suggestion-words'
import { STATUS_LABELS } from './label-words'
import { html, joined, prose, type Markup } from './markup'
import { printNote } from './note-html'
import { toldWords } from '#model/table-cells'
import type { PrintInput } from './print-input'
import type { Judged, OwnEntry, PrintPlan } from './print-marks'

const VERDICT_LABELS: Readonly<Record<AnchorVerdict, string | null>> = {
  'intact': null,
  'moved': null,
  'reworded': 'This passage has been reworded since it was marked and is not painted.',
  'number-changed': 'A number in this passage has changed since it was marked, and it is not painted.',
  'polarity-changed': 'The sense of this passage has changed since it was marked, and it is not painted.',
  'ambiguous': 'This passage now stands in more than one place and is not painted.',
  'gone': 'This passage no longer stands in the release and is not painted.'
}

/** A time as a reader writes it: date, hours and minutes, UTC. */
export const printTime = (iso: string): string => (iso.length >= 16 ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso)

/** What the analyst decided of a suggestion, in a word. */
export const decisionLabel = (
  decision: Decision | null
): string => (decision === null ? 'Suggested' : decision.verdict === 'accepted' ? 'Accepted' : 'Rejected')

/** The innermost section that holds a source offset, with the titles above it, outermost first. */
const sectionTitlesAt = (sections: readonly Section[], at: number): readonly string[] =>
  sections
    .filter((section) => section.range.start <= at && at < section.range.end)
    .toSorted((a, b) => a.level - b.level)
    .map((section) => section.title)
    .filter((title) => title !== '')

const facts = (pairs: readonly (readonly [string, string | null])[]): Markup => {
  const told = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== '')
  return html`<p class="facts">${joined(told.map(([name, value]) => html`<span><b>${name}</b> ${value}</span>`))}</p>`
}

const printOneNote = (note: Note): Markup =>
  html`<div class="note-body">${printNote(note.body, note.text)}</div>${
    facts([
      ['Status', STATUS_LABELS[note.status]],
      ['Owner', note.owner],
      ['Due', note.dueAt === null ? null : note.dueAt.slice(0, 10)],
      ['Written', printTime(note.createdAt)],
      ['Changed', note.modifiedAt === note.createdAt ? null : printTime(note.modifiedAt)]
    ])
  }`

const entryTitle = (entry: OwnEntry): string => {
  if (entry.annotation !== null) return entry.tag === null ? 'Highlight' : entry.tag.name
  return entry.sectionTitle === null ? 'On the whole filing' : 'On a section'
}

const printEntry = (entry: OwnEntry, document: FilingDocument): Markup => {
  const { annotation, tag } = entry
  const look = tag === null ? 'grey solid' : `${tag.colour} ${tag.underline}`
  const titles = annotation === null
    ? []
    : annotation.selectors.sectionPath.length > 0
    ? annotation.selectors.sectionPath
    : sectionTitlesAt(document.sections, entry.at)
  const warning = annotation === null ? null : VERDICT_LABELS[annotation.verdict]
  return html`<section class="entry" id="note-${entry.number}">
<h3><span class="number">${entry.number}</span> ${entryTitle(entry)}</h3>
${
    annotation === null ?
      null :
      html`<blockquote><span class="own ${look}">${
        prose(toldWords(document.blocks, annotation.selectors.position, annotation.selectors.quote.exact))
      }</span></blockquote>`
  }
${entry.sectionTitle === null ? null : html`<blockquote>${entry.sectionTitle}</blockquote>`}
${warning === null ? null : html`<p class="warning">${warning}</p>`}
${
    annotation === null ? null : facts([
      ['Tag', tag?.name ?? 'none'],
      ['Section', titles.join(' › ')],
      ['Marked', printTime(annotation.createdAt)],
      ['Made in', annotation.carried?.fromTitle ?? null],
      ['Changed', annotation.modifiedAt === annotation.createdAt ? null : printTime(annotation.modifiedAt)]
    ])
  }
${entry.notes.map(printOneNote)}
</section>`
}

/** The analyst's highlights and notes, numbered as in the margin. */
export const printEntries = (plan: PrintPlan, document: FilingDocument): Markup =>
  joined(plan.entries.map((entry) => printEntry(entry, document)))

/** A finding's name above its claim; a label that only says the claim again gives way to the kind of finding. */
const findingTitle = (finding: Finding, claim: string): string => {
  const label = finding.label?.replace(/…$/, '') ?? ''
  return label === '' || claim.startsWith(label) ? TYPE_WORDS[finding.type] : label
}

const printEvidence = (item: Finding, plan: PrintPlan, claim: string, wordsOf: (range: TextRange) => string): Markup | null => {
  const told = item.evidence.map((one) => ({ ...one, text: plan.sentences.get(one.sentence)?.text ?? '' })).filter((one) =>
    one.text !== claim
  )
  const titles = (item.headlines ?? []).map(wordsOf)
  if (told.length + titles.length === 0) return null
  return html`<table class="evidence"><thead><tr><th>Evidence</th><th>Role</th><th>Sense</th></tr></thead><tbody>${
    titles.map((words) => html`<tr><td>${prose(words)}</td><td>Headline</td><td></td></tr>`)
  }${
    told.map((one) =>
      html`<tr><td>${prose(one.text)}</td><td>${ROLE_WORDS[one.role]}</td><td>${POLARITY_WORDS[one.polarity].word}</td></tr>`
    )
  }</tbody></table>`
}

const printFinding = ({ number, item, decision }: Judged<Finding>, plan: PrintPlan, claim: string,
  wordsOf: (range: TextRange) => string): Markup =>
  html`<section class="entry" id="finding-${number}">
<h3><span class="number suggested">F${number}</span> ${findingTitle(item, claim)}${
    item.subject === undefined ? '' : ` · ${item.subject}`
  }</h3>
<blockquote>${prose(claim)}</blockquote>
${
    facts([
      ['Kind', TYPE_WORDS[item.type]],
      ['Sense', POLARITY_WORDS[item.polarity].word],
      ['Decision', decisionLabel(decision)],
      ['Flags', item.flags.map((flag) => FLAG_WORDS[flag].word).join('; ')]
    ])
  }
<p class="why">${item.why}</p>
${printEvidence(item, plan, claim, wordsOf)}
</section>`

/** The suggested findings with the sentences behind them. `wordsOf` gives the words of a range as shown; words the analyst corrected stand in its place. */
export const printFindings = (plan: PrintPlan, wordsOf: (range: TextRange) => string): Markup =>
  joined(
    plan.findings.map((finding) => printFinding(finding, plan, finding.decision?.span?.exact ?? wordsOf(finding.item.claim), wordsOf))
  )

const printStatement = ({ number, item, decision }: Judged<ForwardLooking>, plan: PrintPlan, riskLabel: (id: string) => string): Markup => {
  const risks = decision?.risks ?? item.risks
  const words = [...new Set(item.triggers.map((trigger) => trigger.text.toLowerCase()))]
  return html`<tr id="statement-${number}"><td class="number">S${number}</td><td>${
    prose(decision?.span?.exact ?? plan.sentences.get(item.sentence)?.text ?? '')
  }</td><td>${CLASS_WORDS[item.class].word}</td><td>${
    joined(risks.map((risk) => html`<span class="risk">${riskLabel(risk)}</span>`))
  }</td><td>${words.join(', ')}</td><td>${decisionLabel(decision)}</td></tr>`
}

/** What the classes that occur mean, in one line each. */
const printClasses = (plan: PrintPlan): Markup => {
  const met = new Set(plan.statements.map(({ item }) => item.class))
  const told = (['core', 'borderline', 'boilerplate'] as const).filter((one) => met.has(one)).map((one) => CLASS_WORDS[one])
  return joined(told.map(({ word, says }) => html`<p class="why"><b>${word}.</b> ${says}</p>`))
}

/** The table of forward-looking statements with their risk tags and the words that gave them away. */
export const printStatements = (plan: PrintPlan, input: PrintInput): Markup => {
  const labels = new Map(input.risks.map((risk) => [risk.id, risk.label]))
  const riskLabel = (id: string): string => labels.get(id) ?? id
  return html`<table class="statements"><colgroup><col class="mark-column"><col><col class="class-column"><col class="risk-column"><col class="word-column"><col class="decision-column"></colgroup><thead><tr><th></th><th>Statement</th><th>Class</th><th>Risk tags</th><th>Trigger words</th><th>Decision</th></tr></thead><tbody>${
    plan.statements.map((statement) => printStatement(statement, plan, riskLabel))
  }</tbody></table>
${printClasses(plan)}`
}
