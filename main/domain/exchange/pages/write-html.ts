import { fileNamesOf } from '../file-names'
import { STATUS_LABELS } from '../../export/label-words'
import { html, joined, type Markup } from '../../export/markup'
import { printNote } from '../../export/note-html'
import { usedColumns } from '../../export/print-table'
import type { Block, TableCell } from '#contract/filing'
import { tagLook } from '../word/word-marks'
import type { StreamBlock } from '../text-stream'
import type { WorkDocument, WorkFiling, WorkNote, WorkText } from '../work-document'
import type { WorkWriter } from '../written-file'

const LINES = { single: 'solid', dash: 'dashed', dotted: 'dotted', double: 'double', wave: 'wavy' } as const

/** The sheet of the page. Its rules for tags come from their colours; nothing in it leads outside. */
const sheetOf = (work: WorkDocument): string => {
  const tags = [...work.tags.map((tag, at) => ({ name: `t${String(at)}`, look: tagLook(tag) })), { name: 'tx', look: tagLook(null) }]
  return `body{font:16px/1.55 Georgia,'Times New Roman',serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1f2328;background:#fff}
h1,h2,h3,h4,table,header,aside{font-family:system-ui,Arial,sans-serif}pre{overflow:auto;font-size:.8rem}table{border-collapse:collapse;font-size:.85rem;margin:1rem 0}
td,th{padding:.15rem .5rem;vertical-align:bottom;text-align:left}.right{text-align:right}.center{text-align:center}header th{padding-right:2rem}
aside{border-top:1px solid #c9cdd2;font-size:.9rem}aside .fact{color:#57606a;font-size:.8rem}mark{color:inherit}a{color:#1d63ad}
${
    tags.map(({ name, look }) =>
      `.${name}{background:#${look.fill ?? ''};text-decoration:underline ${
        LINES[(look.underline?.style ?? 'single') as keyof typeof LINES]
      } #${look.underline?.colour ?? ''}}`
    ).join('\n')
  }
@media print{body{max-width:none;margin:0}a{color:inherit;text-decoration:none}}`
}

/** What lies over a stretch of the text: the class of its tag, and the notes that stand on it. */
interface Over {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly look: string
  readonly notes: readonly number[]
}

const noteLink = (number: number): Markup => html`<sup><a id="r${number}" href="#n${number}">${number}</a></sup>`

/** The words from `start` to `end` of the stream. Only text, marks and the numbers of notes are written. */
const wordsOf = (text: string, start: number, end: number, marks: readonly Over[], begun: Set<string>): Markup => {
  const over = marks.filter((mark) => mark.start < end && mark.end > start)
  const cuts = new Set([start, end])
  for (const mark of over) {
    cuts.add(Math.max(start, mark.start))
    cuts.add(Math.min(end, mark.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return joined(places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end
    const own = over.filter((mark) => mark.start <= from && mark.end >= to)
    const last = own.at(-1)
    const first = own.find(({ id }) => !begun.has(id))
    for (const { id } of own) begun.add(id)
    const words = last
      ? html`<mark class="${last.look}"${first ? html` id="m-${first.id}"` : null}>${text.slice(from, to)}</mark>`
      : html`${text.slice(from, to)}`
    const numbers = over.filter((mark) => mark.end === to || (mark.end > to && to === end && mark.end < end + 2)).flatMap(({ notes }) =>
      notes
    )
    return html`${words}${numbers.map(noteLink)}`
  }))
}

const tableOf = (table: NonNullable<Block['table']>, at: StreamBlock, text: string, marks: readonly Over[], begun: Set<string>): Markup => {
  const columns = new Set(usedColumns(table))
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) if (cell.end > cell.start || columns.has(cell.column)) rows[cell.row]?.push(cell)
  const cellOf = (cell: TableCell): Markup => {
    const inner = wordsOf(text, at.start + cell.start, at.start + cell.end, marks, begun)
    const span: Markup = {
      markup: `${cell.columnSpan > 1 ? ` colspan="${String(cell.columnSpan)}"` : ''}${
        cell.rowSpan > 1 ? ` rowspan="${String(cell.rowSpan)}"` : ''
      }`
    }
    return cell.header ? html`<th${span} class="${cell.align}">${inner}</th> ` : html`<td${span} class="${cell.align}">${inner}</td> `
  }
  return html`<table><tbody>${rows.map((row) => html`<tr>${row.toSorted((a, b) => a.column - b.column).map(cellOf)}</tr>`)}</tbody></table>`
}

const ELEMENTS: Readonly<Partial<Record<Block['kind'], string>>> = { title: 'h2', heading: 'h3' }

const blockOf = (block: Block, at: StreamBlock, text: string, marks: readonly Over[], begun: Set<string>): Markup => {
  if (block.table) return tableOf(block.table, at, text, marks, begun)
  const name: Markup = { markup: ELEMENTS[block.kind] ?? 'p' }
  return html`<${name}${block.align === 'center' ? html` class="center"` : null}>${wordsOf(text, at.start, at.end, marks, begun)}</${name}>`
}

const textOf = (work: WorkDocument, filing: WorkFiling, { sequence, blocks, stream }: WorkText,
  numbers: ReadonlyMap<string, number>): Markup => {
  const classes = new Map(work.tags.map(({ id }, at) => [id, `t${String(at)}`]))
  const marks = filing.marks.flatMap(({ id, tagId, passage }): Over[] =>
    passage?.sequence === sequence
      ? [{ id, ...passage.range, look: classes.get(tagId ?? '') ?? 'tx', notes: filing.notes.flatMap((note) =>
        note.target.kind === 'annotation' && note.target.annotationId === id ? numbers.get(note.id) ?? [] : []
      ) }]
      : []
  )
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const begun = new Set<string>()
  let next = 0
  let open: readonly Over[] = []
  return joined(stream.blocks.flatMap((at) => {
    const block = byId.get(at.id)
    open = open.filter(({ end }) => end > at.start)
    for (let mark = marks[next]; mark && mark.start < at.end; mark = marks[next]) {
      open = [...open, mark]
      next += 1
    }
    return block ? [blockOf(block, at, stream.text, open, begun)] : []
  }), '\n')
}

const noteOf = (note: WorkNote, number: number, filing: WorkFiling, nameOf: (id: string) => string): Markup => {
  const mark = note.target.kind === 'annotation'
    ? filing.marks.find(({ id }) => note.target.kind === 'annotation' && id === note.target.annotationId)
    : undefined
  const place = note.target.kind === 'section' ? note.target.title : mark ? `“${mark.passage?.exact ?? mark.kept.exact}”` : 'On the filing'
  const facts = [STATUS_LABELS[note.status], nameOf(note.author), note.createdAt.slice(0, 10), note.owner && `for ${note.owner}`,
    note.dueAt && `due ${note.dueAt.slice(0, 10)}`, `RW-${note.token}`].filter((fact) => fact !== null && fact !== '').join(' · ')
  return html`<section id="n${number}"><p><b>${number}</b> ${place}${mark?.passage ? html` <a href="#r${number}">back</a>` : null}</p>${
    printNote(note.body, note.text)
  }${
    note.replies.map((reply) =>
      html`<blockquote><p class="fact">${nameOf(reply.author)}, ${reply.madeAt.slice(0, 10)}</p>${
        printNote(reply.body, reply.text)
      }</blockquote>`
    )
  }<p class="fact">${facts}</p></section>`
}

const cover = (work: WorkDocument, filing: WorkFiling): Markup => {
  const told: readonly (readonly [string, string | null])[] = [['Company', filing.company], ['Form', filing.form], ['Exhibit',
    filing.exhibit], ['Accession number', filing.accession], ['Filed', filing.filedAt], ['File', filing.fileName], ['SHA-256',
    filing.sha256], ['SHA-256 of the text', filing.textSha256], ['As of', work.asOf]]
  return html`<header><h1>${filing.title}</h1><table><tbody>${
    told.filter((fact): fact is readonly [string, string] => fact[1] !== null).map(([name, value]) =>
      html`<tr><th>${name}</th><td>${value}</td></tr>`
    )
  }</tbody></table></header>`
}

/** One filing as a page of its own; `digest` is the SHA-256 of a text in base64, by which the page allows its one sheet. */
const pageOf = (work: WorkDocument, filing: WorkFiling, digest: (text: string) => string): string => {
  const names = new Map(work.people.map(({ id, name }) => [id, name]))
  const numbers = new Map(filing.notes.map(({ id }, at) => [id, at + 1]))
  const sheet = sheetOf(work)
  const policy = `default-src 'none'; style-src 'sha256-${digest(sheet)}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${{
    markup: policy
  }}"><title>${filing.title}</title><style>${{ markup: sheet }}</style></head><body>
${cover(work, filing)}
<main>${joined(filing.texts.map((text) => textOf(work, filing, text, numbers)), '\n')}</main>
${
    filing.notes.length === 0
      ? null
      : html`<aside><h2>Notes</h2>${filing.notes.map((note, at) => noteOf(note, at + 1, filing, (id) => names.get(id) ?? id))}</aside>`
  }
</body></html>
`.markup
}

/** Makes the writer of pages: one file for each filing, without script and without an address outside itself. */
export const htmlWriter = (digest: (text: string) => string): WorkWriter => (work, _options, onWritten) => {
  const names = fileNamesOf(work.filings, '-marked.html')
  return work.filings.map((filing, at) => {
    onWritten(at, work.filings.length)
    return { path: names[at] ?? '', content: pageOf(work, filing, digest) }
  })
}
