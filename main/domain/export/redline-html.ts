import { CHANGE_KINDS, CHANGE_WORDS } from '#model/change-words'
import type { ChangeKind, ComparedCell, ComparedPassage, Comparison, ComparisonRow, WordRun } from '#contract/comparison'
import { html, joined, prose, type Markup } from './markup'
import { printTime } from './print-lists'

/** One side of a printed comparison. */
export interface RedlineSide {
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  /** The type of the document, such as `EX-99.1`. */
  readonly document: string | null
  readonly filedAt: string | null
  readonly accession: string | null
  readonly fileName: string
  /** Of the bytes of the file, in lower-case hexadecimal. */
  readonly sha256: string
}

/** Everything that goes into a printed comparison. Times are ISO 8601 in UTC. */
export interface RedlineInput {
  readonly left: RedlineSide
  readonly right: RedlineSide
  readonly comparison: Comparison
  readonly author: string
  readonly appVersion: string
  readonly exportedAt: string
}

/** Where the print page finds its style sheet; the scheme serves it under the same origin as the page. */
const STYLE_SHEET = '/print.css'

const deleted = (text: string): Markup => html`<del>${prose(text)}</del>`
const inserted = (text: string): Markup => html`<ins>${prose(text)}</ins>`

const wordsOf = (words: readonly WordRun[]): Markup =>
  joined(words.map(({ op, text }) => op === 'delete' ? deleted(text) : op === 'insert' ? inserted(text) : prose(text)))

const cellOf = ({ kind, left, right, words }: ComparedCell): Markup => {
  if (kind === 'same') return html`<td>${prose(right)}</td>`
  if (words) return html`<td class="changed">${wordsOf(words)}</td>`
  return html`<td class="changed">${left === '' ? null : deleted(left)}${left === '' || right === '' ? null : ' '}${
    right === '' ? null : inserted(right)
  }</td>`
}

const textOf = ({ kind, left, right, words }: Pick<ComparisonRow, 'kind' | 'left' | 'right' | 'words'>): Markup => {
  if (words.length > 0) return wordsOf(words)
  const text = (right ?? left)?.text ?? ''
  return kind === 'added' ? inserted(text) : kind === 'removed' ? deleted(text) : prose(text)
}

const label = (kind: ChangeKind, moved: boolean): string => `${CHANGE_WORDS[kind]}${moved && kind !== 'moved' ? ', and moved' : ''}`

const rowOf = (row: ComparisonRow, number: number): Markup => {
  const words = row.cells
    ? html`<table class="cells"><tbody><tr>${row.cells.map(cellOf)}</tr></tbody></table>`
    : html`<p class="words">${textOf(row)}</p>`
  return row.kind === 'same'
    ? html`<div class="change same">${words}</div>`
    : html`<div class="change ${row.kind}"><p class="kind"><b>${number}</b> ${label(row.kind, row.moved)}</p>${words}</div>`
}

/** How many unchanged passages stand before and after a change, and from how many on a run of them is folded into one line. */
const CONTEXT = 1
const LEAST_FOLDED = 2

const folded = (count: number): Markup => html`<p class="folded">${count} unchanged passages</p>`

/** The changes in their order, each numbered, with what stands beside them. */
const changesOf = (rows: readonly ComparisonRow[]): Markup => {
  const isNear = (at: number): boolean => {
    for (let near = at - CONTEXT; near <= at + CONTEXT; near += 1) if ((rows[near]?.kind ?? 'same') !== 'same') return true
    return false
  }
  const parts: Markup[] = []
  let number = 0
  let run: ComparisonRow[] = []
  const close = (): void => {
    if (run.length >= LEAST_FOLDED) parts.push(folded(run.length))
    else parts.push(...run.map((row) => rowOf(row, 0)))
    run = []
  }
  rows.forEach((row, at) => {
    if (!isNear(at)) run.push(row)
    else {
      close()
      if (row.kind !== 'same') number += 1
      parts.push(rowOf(row, number))
    }
  })
  close()
  return joined(parts, '\n')
}

const factRow = (name: string, values: readonly (string | null)[], look = ''): Markup | null =>
  values.every((value) => value === null || value === '')
    ? null
    : html`<tr><th>${name}</th>${values.map((value) => html`<td class="${look}">${value ?? '–'}</td>`)}</tr>`

const cover = ({ left, right, comparison, author, appVersion, exportedAt }: RedlineInput, parts: readonly Part[]): Markup => {
  const sides = [left, right]
  const { kinds, left: before, right: after } = comparison.counts
  const rows = [
    html`<tr><th></th><td><b>Left</b></td><td><b>Right</b></td></tr>`,
    factRow('Title', sides.map(({ title }) => title)),
    factRow('Company', sides.map(({ company }) => company)),
    factRow('Form', sides.map(({ form }) => form)),
    factRow('Document', sides.map(({ document }) => document)),
    factRow('Filed', sides.map(({ filedAt }) => filedAt)),
    factRow('Accession number', sides.map(({ accession }) => accession)),
    factRow('File', sides.map(({ fileName }) => fileName)),
    factRow('Passages', [String(before), String(after)])
  ]
  const hashes = [factRow('SHA-256, left', [left.sha256], 'hash'), factRow('SHA-256, right', [right.sha256], 'hash')]
  const counts = [...CHANGE_KINDS, 'same' as const].map((kind) => factRow(CHANGE_WORDS[kind], [String(kinds[kind])]))
  return html`<header class="cover">
<p class="kind">Comparison of two filings</p>
<h1>${right.company ?? right.title}</h1>
<p class="subject">${left.filedAt ?? left.title} to ${right.filedAt ?? right.title}</p>
<table class="cover-facts both"><tbody>${rows.filter((row) => row !== null)}</tbody></table>
<table class="cover-facts"><tbody>${hashes.filter((row) => row !== null)}</tbody></table>
<table class="cover-facts"><tbody>${counts.filter((row) => row !== null)}</tbody></table>
<div class="legend"><p>Words only on the left are <del>struck through</del>, words only on the right are <ins>underlined</ins>. Each change has its number and its kind in words. Capitals, white space, line ends, page furniture, quotation marks and dashes are not compared.</p></div>
<nav class="contents"><ol>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<p class="imprint">Exported ${printTime(exportedAt)}${
    author === '' ? null : html` for ${author}`
  } with Redwell ${appVersion}. The SHA-256 of each file proves which file was compared.</p>
</header>`
}

interface Part {
  readonly id: string
  readonly title: string
  readonly content: Markup
}

const none = (words: string): Markup => html`<p class="none">${words}</p>`

const passageCell = (passage: ComparedPassage | null, words: readonly WordRun[], side: 'left' | 'right'): Markup => {
  if (!passage) return html`<td>–</td>`
  const op = side === 'left' ? 'insert' : 'delete'
  if (words.length > 0)
    return html`<td>${
      joined(words.filter((run) => run.op !== op).map((run) =>
        run.op === 'same'
          ? prose(side === 'left' ? run.left ?? run.text : run.text)
          : side === 'left'
          ? deleted(run.text)
          : inserted(run.text)
      ))
    }</td>`
  return html`<td>${prose(passage.text)}</td>`
}

const table = (heads: readonly string[], rows: readonly Markup[]): Markup =>
  html`<table class="statements compared"><thead><tr>${
    heads.map((head) => html`<th>${head}</th>`)
  }</tr></thead><tbody>${rows}</tbody></table>`

const LISTS = { 'word': 'Word', 'subject': 'Subject', 'risk-factor': 'Risk factor' } as const

const partsOf = ({ rows, items, factors, figures }: Comparison): readonly Part[] => {
  const changedItems = items.filter(({ kind }) => kind !== 'same')
  const changedFactors = factors.filter(({ kind }) => kind !== 'same')
  const changedFigures = figures.filter(({ kind }) => kind === 'number-changed')
  const parts: Part[] = [{ id: 'changes', title: 'Changes', content: rows.some(({ kind }) => kind !== 'same')
    ? html`<div class="redline">${changesOf(rows)}</div>`
    : none('Both documents say the same.') }]
  if (items.length > 0) {
    parts.push({
      id: 'safe-harbor',
      title: 'Safe harbor',
      content: changedItems.length === 0 ? none('Both safe harbors list the same words, subjects and risk factors.') : table(
        ['Change', 'List', 'Left', 'Right'],
        changedItems.map(({ kind, list, left, right, words }) =>
          html`<tr><td>${CHANGE_WORDS[kind]}</td><td>${LISTS[list]}</td>${passageCell(left, words, 'left')}${
            passageCell(right, words, 'right')
          }</tr>`
        )
      )
    })
  }
  if (factors.length > 0) {
    parts.push({
      id: 'risk-factors',
      title: 'Risk factors of item 1A',
      content: changedFactors.length === 0 ? none('Both documents have the same risk factors.') : table(
        ['Change', 'Passages', 'Left', 'Right'],
        changedFactors.map(({ kind, moved, changes, left, right, words }) =>
          html`<tr><td>${label(kind, moved)}</td><td>${changes}</td>${passageCell(left, words, 'left')}${
            passageCell(right, words, 'right')
          }</tr>`
        )
      )
    })
  }
  if (changedFigures.length > 0) {
    parts.push({
      id: 'figures',
      title: 'Figures of both that differ',
      content: table(
        ['Measure', 'Period', 'Left', 'Right'],
        changedFigures.map(({ measure, period, left, right }) =>
          html`<tr><td>${measure}</td><td>${period ?? '–'}</td>${passageCell(left, [], 'left')}${passageCell(right, [], 'right')}</tr>`
        )
      )
    })
  }
  return parts
}

/**
 * A comparison as one static page: a cover that names both files, the changes with what stands beside them, and the safe harbors,
 * risk factors and figures that differ. It holds no script, no inline style and no address outside itself.
 */
export const redlineHtml = (input: RedlineInput): string => {
  const parts = partsOf(input.comparison)
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${`Comparison: ${input.left.title} / ${input.right.title}`}</title><link rel="stylesheet" href="${STYLE_SHEET}"></head><body>
${cover(input, parts)}
${
    parts.map(({ id, title, content }) =>
      html`<section class="part" id="${id}"><h1>${title}</h1>
${content}
</section>`
    )
  }
</body></html>
`.markup
}
