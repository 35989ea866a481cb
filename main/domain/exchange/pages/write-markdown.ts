import { fileNamesOf } from '../file-names'
import { deepLinkOf } from '#model/deep-link'
import { tableLines } from '#model/note-lines'
import { readNoteBody } from '#model/note-body'
import { isBranch, plainText, type NoteBranch } from '#model/note-tree'
import { carefulText } from '../../export/careful-text'
import { STATUS_LABELS } from '../../export/label-words'
import { noteParagraphs } from '../notes/note-paragraphs'
import type { NoteParagraph } from '../notes/note-paragraphs'
import type { WorkDocument, WorkFiling, WorkMark, WorkNote, WorkPassage } from '../work-document'
import type { WorkWriter, WriteOptions } from '../written-file'

/** Keeps words from being read as Markdown: every sign that may begin or enclose markup is escaped. */
export const plainMarkdown = (text: string): string =>
  carefulText(text).replace(/[\\`*_{}[\]<>#|~=$%]/g, '\\$&').replace(/(^|\n)([-+]|\d+[.)])(?=\s)/g, '$1\\$2')

const oneLine = (text: string): string => plainMarkdown(text.replace(/\s+/g, ' ').trim())

/** A string of the front matter: quoted, so that no reader takes it for anything else. */
const quoted = (text: string): string => JSON.stringify(carefulText(text))

/** A tag as Obsidian takes one: letters, digits, `_`, `-` and `/`, and not digits alone. */
export const safeTag = (name: string): string => {
  const safe = name.trim().replace(/\s+/g, '-').replace(/[^\p{L}\p{N}_\-/]/gu, '')
  return safe === '' ? 'tag' : /^[\d/_-]+$/.test(safe) ? `t${safe}` : safe
}

const FORMATS = { bold: '**', italic: '*', struck: '~~', code: '`' } as const

const runMarkdown = (text: string, formats: readonly string[]): string => {
  const trimmed = text.trim()
  if (trimmed === '') return text
  const signs = Object.entries(FORMATS).filter(([format]) => formats.includes(format)).map(([, sign]) => sign)
  const inner = signs.reduce((words, sign) => `${sign}${words}${sign}`, oneLine(trimmed))
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`
}

const MARKERS: Readonly<Record<string, string>> = { '☑': '- [x]', '☐': '- [ ]', '•': '-' }

const paragraphMarkdown = ({ kind, depth, marker, runs }: NoteParagraph): string => {
  const inner = runs.map(({ text, formats }) => runMarkdown(text, formats)).join('')
  if (kind === 'rule') return '---'
  if (kind === 'item') return `${'  '.repeat(depth)}${MARKERS[marker] ?? marker} ${inner}`
  return kind === 'heading' ? `#### ${inner}` : kind === 'quote' ? `> ${inner}` : inner
}

const rowsOf = (table: NoteBranch): readonly (readonly string[])[] =>
  table.children.filter(isBranch).map((row) => row.children.filter(isBranch).map((cell) => plainText(cell)))

/** The words of a note, its lists and tables as such. */
const bodyLines = (note: { readonly body: string; readonly text: string }): readonly string[] => {
  const read = readNoteBody(note.body)
  if (read.kind !== 'tree' || !read.root.children.some(({ type }) => type === 'table'))
    return noteParagraphs(note).flatMap((paragraph, at, all) =>
      paragraph.kind === 'item' && all[at + 1]?.kind === 'item' ? [paragraphMarkdown(paragraph)] : [paragraphMarkdown(paragraph), '']
    )
  return read.root.children.flatMap((block) =>
    isBranch(block) && block.type === 'table'
      ? [...tableLines(rowsOf(block), oneLine), '']
      : bodyLines({ body: JSON.stringify({ root: { type: 'root', version: 1, children: [block] } }),
        text: isBranch(block) ? plainText(block) : '' })
  )
}

interface Names {
  readonly person: (id: string) => string
  readonly tag: (id: string | null) => string | null
}

const day = (at: string): string => at.slice(0, 10)

const placeLine = (filing: WorkFiling, passage: WorkPassage | null, facts: readonly (string | null)[]): string => {
  const link = passage &&
    `[place](${
      deepLinkOf(filing.sha256, passage.sequence, passage.source, passage.exact).replace(/[()]/g, (sign) => sign === '(' ? '%28' : '%29')
    })`
  return `— ${
    [passage?.sectionPath.join(' › ') || null, ...facts].filter((fact) => fact !== null && fact !== '').map((fact) => oneLine(fact ?? ''))
      .concat(link ?? []).join(', ')
  }`
}

const noteLines = (note: WorkNote, names: Names): readonly string[] => {
  const status = note.status === 'none'
    ? []
    : [
      `**${STATUS_LABELS[note.status]}**${note.owner === null ? '' : `, for ${oneLine(note.owner)}`}${
        note.dueAt === null ? '' : `, due ${day(note.dueAt)}`
      }`,
      ''
    ]
  const replies = note.replies.flatMap((
    reply
  ) => [`- ${oneLine(names.person(reply.author))}, ${day(reply.madeAt)}:`, '',
    ...bodyLines(reply).map((line) => line === '' ? '' : `  ${line}`)]
  )
  return [...status, ...bodyLines(note), ...replies, `^rw-${note.token}`, '']
}

const markLines = (filing: WorkFiling, mark: WorkMark, notes: readonly WorkNote[], names: Names): readonly string[] => {
  const words = (mark.passage?.exact ?? mark.kept.exact).split('\n').map((line) => `> ${plainMarkdown(line)}`)
  const tag = names.tag(mark.tagId)
  return [...words, '',
    placeLine(filing, mark.passage, [tag === null ? null : `${tag}`, names.person(mark.author), day(mark.createdAt),
      mark.passage === null ? 'its words are not in the text any more' : null]) + (tag === null ? '' : ` #${safeTag(tag)}`), '',
    ...notes.flatMap((note) => noteLines(note, names))]
}

const frontMatter = (work: WorkDocument, filing: WorkFiling, tags: readonly string[]): readonly string[] => {
  const told: readonly (readonly [string, string | null])[] = [['title', filing.title], ['company', filing.company], ['form', filing.form],
    ['exhibit', filing.exhibit], ['accession', filing.accession], ['cik', filing.cik], ['filed', filing.filedAt], ['period', filing.period],
    ['sha256', filing.sha256]]
  const open = filing.notes.filter(({ status }) => status === 'open' || status === 'asked').length
  return ['---', ...told.flatMap(([key, value]) => value === null ? [] : [`${key}: ${quoted(value)}`]),
    `tags: [${tags.map((tag) => quoted(safeTag(tag))).join(', ')}]`, `questions_open: ${String(open)}`, `redwell_id: ${quoted(filing.id)}`,
    `exported_as_of: ${quoted(work.asOf)}`, '---', '']
}

/** The whole text with its marks in it: `==` around marked words, and a footnote where a note stands on them. */
const textLines = (filing: WorkFiling, notes: ReadonlyMap<string, readonly WorkNote[]>): readonly string[] =>
  filing.texts.flatMap(({ stream, blocks, sequence }) => {
    const kinds = new Map(blocks.map((block) => [block.id, block]))
    const marks = filing.marks.filter(({ passage }) => passage?.sequence === sequence)
    return stream.blocks.flatMap((at) => {
      const block = kinds.get(at.id)
      const cuts = new Set([at.start, at.end])
      const over = marks.filter(({ passage }) => passage && passage.range.start < at.end && passage.range.end > at.start)
      for (const { passage } of over) {
        if (!passage) continue
        cuts.add(Math.max(at.start, passage.range.start))
        cuts.add(Math.min(at.end, passage.range.end))
      }
      const places = [...cuts].sort((a, b) => a - b)
      const pieces = places.slice(0, -1).map((from, index) => {
        const to = places[index + 1] ?? at.end
        const words = plainMarkdown(stream.text.slice(from, to).replace(/\n/g, ' '))
        const isMarked = over.some(({ passage }) => passage && passage.range.start <= from && passage.range.end >= to)
        const ended = over.filter(({ passage }) => passage?.range.end === to).flatMap(({ id }) => notes.get(id) ?? [])
        return `${isMarked && words.trim() !== '' ? `==${words}==` : words}${ended.map(({ token }) => `[[#^rw-${token}|*]]`).join('')}`
      })
      const head = block?.kind === 'title' ? '# ' : block?.kind === 'heading' ? `${'#'.repeat(Math.min(5, (block.level ?? 2) + 1))} ` : ''
      return [`${head}${pieces.join('')}`, '']
    })
  })

const fileOf = (work: WorkDocument, filing: WorkFiling, { wholeText }: WriteOptions): string => {
  const people = new Map(work.people.map(({ id, name }) => [id, name]))
  const tags = new Map(work.tags.map(({ id, name }) => [id, name]))
  const names: Names = { person: (id) => people.get(id) ?? id, tag: (id) => id === null ? null : tags.get(id) ?? null }
  const byMark = new Map<string, WorkNote[]>()
  for (const note of filing.notes) {
    const { target } = note
    if (target.kind === 'annotation') byMark.set(target.annotationId, [...byMark.get(target.annotationId) ?? [], note])
  }
  const used = [...new Set(filing.marks.flatMap(({ tagId }) => names.tag(tagId) ?? []))]
  const others = filing.notes.filter(({ target }) => target.kind !== 'annotation')
  return [
    ...frontMatter(work, filing, used),
    `# ${oneLine(filing.title)}`,
    '',
    ...others.flatMap((
      note
    ) => [note.target.kind === 'section' ? `### On ${oneLine(note.target.title)}` : '### On the filing', '', ...noteLines(note, names)]),
    ...(filing.marks.length === 0 ? [] : ['## Marks', '']),
    ...filing.marks.flatMap((mark) => markLines(filing, mark, byMark.get(mark.id) ?? [], names)),
    ...(wholeText ? ['## Text', '', ...textLines(filing, byMark)] : [])
  ].join('\n').replace(/\n{3,}/g, '\n\n')
}

/** The work as Markdown for Obsidian, one file for each filing: front matter, marks with their notes, and the whole text where it is asked for. */
export const writeMarkdown: WorkWriter = (work, options, onWritten) => {
  const names = fileNamesOf(work.filings, '.md')
  return work.filings.map((filing, at) => {
    onWritten(at, work.filings.length)
    return { path: names[at] ?? '', content: `${fileOf(work, filing, options).trimEnd()}\n` }
  })
}
