import type { FilingSummary } from '#contract/library'
import type { RequestItem } from '#contract/review'
import { toCsv } from '#model/csv'
import { notePartsOf, tableLines } from '#model/note-lines'
import { countWords } from '#model/words'

const day = (at: string | null | undefined): string => at?.slice(0, 10) ?? ''

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Keeps words from being read as Markdown: every sign that may begin or enclose markup is escaped. */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')

/** What a filing is called in a list: company, form or exhibit, title, date, accession number, as far as they are known. */
const nameOf = ({ company, form, exhibit, title, filedAt, accession }: FilingSummary): string =>
  [company, form ?? exhibit, title, day(filedAt), accession].filter((part) => part !== null && part !== '').join(', ')

const factsOf = ({ note, sectionPath }: RequestItem): string =>
  [
    note.status === 'asked' ? 'asked' : 'open',
    note.owner === null ? null : `for ${note.owner}`,
    note.dueAt === null ? null : `due ${day(note.dueAt)}`,
    sectionPath.length === 0 ? null : sectionPath.join(' › ')
  ].filter((part) => part !== null).join('; ')

/** Open questions as a numbered list in Markdown, by filing, each with the words it stands on. `at` is ISO 8601 in UTC. */
export const requestListMarkdown = (items: readonly RequestItem[], at: string): string => {
  const lines = ['# Request list', '', `${countWords(items.length, 'question')}, ${day(at)}`]
  let filing: string | null = null
  items.forEach((item, index) => {
    if (item.filing.id !== filing) lines.push('', `## ${plain(nameOf(item.filing))}`)
    filing = item.filing.id
    const number = `${String(index + 1)}. `
    const indent = ' '.repeat(number.length)
    const [first, ...rest] = notePartsOf(item.note)
    const words = first?.kind === 'words' ? plain(first.text) : ''
    lines.push('', `${number}${words || (first?.kind === 'table' ? 'A table' : 'A question without words')}`)
    for (const part of first?.kind === 'table' ? [first, ...rest] : rest) {
      const told = part.kind === 'table' ? tableLines(part.rows, plain) : [plain(part.text)]
      lines.push('', ...told.map((line) => `${indent}${line}`))
    }
    if (item.quote !== null) lines.push('', `${indent}> ${plain(item.quote)}`)
    lines.push('', `${indent}${plain(factsOf(item))}`)
  })
  return `${lines.join('\n')}\n`
}

/** Open questions as a table for a spreadsheet. */
export const requestListCsv = (items: readonly RequestItem[]): string =>
  toCsv([
    ['Number', 'Status', 'Question', 'Quote', 'Section', 'Company', 'Form', 'Exhibit', 'Filing', 'Accession number', 'Filed', 'For', 'Due',
      'Made'],
    ...items.map(({ note, filing, quote, sectionPath }, index) => [
      index + 1,
      note.status,
      note.text,
      quote,
      sectionPath.join(' › '),
      filing.company,
      filing.form,
      filing.exhibit,
      filing.title,
      filing.accession,
      day(filing.filedAt),
      note.owner,
      day(note.dueAt),
      day(note.createdAt)
    ])
  ])
