import type { RequestItem } from '#contract/review'
import { notePartsOf, tableLines } from '#model/note-lines'

/** What the request list is gathered under. */
export type RequestGroup = 'owner' | 'due' | 'filing' | 'status'

/** The names of the groups. */
export const GROUP_WORDS: Readonly<Record<RequestGroup, string>> = { owner: 'Owner', due: 'Due', filing: 'Filing', status: 'Status' }

/** The words for where a question stands. */
export const STATUS_WORDS: Readonly<Record<RequestItem['note']['status'], string>> = { none: 'No question', open: 'Open', asked: 'Asked',
  answered: 'Answered', closed: 'Closed' }

/** A part of the request list with its head. */
export interface RequestPart {
  readonly head: string
  readonly items: readonly RequestItem[]
}

const NOBODY = 'No owner yet'
const NO_DAY = 'No due date'

/** Which part an item stands in. `today` is `YYYY-MM-DD`. */
const headOf = ({ note, filing }: RequestItem, group: RequestGroup, today: string): string => {
  switch (group) {
    case 'owner':
      return note.owner ?? NOBODY
    case 'filing':
      return filing.title
    case 'status':
      return STATUS_WORDS[note.status]
    case 'due': {
      const day = note.dueAt?.slice(0, 10)
      return day === undefined ? NO_DAY : day < today ? 'Overdue' : day === today ? 'Today' : day
    }
  }
}

const RANK: readonly string[] = ['Overdue', 'Today']
const LAST: readonly string[] = [NOBODY, NO_DAY]

const rank = (head: string): number => (RANK.includes(head) ? RANK.indexOf(head) - RANK.length : LAST.includes(head) ? 1 : 0)

/** Whether a question should have been answered before `today`, `YYYY-MM-DD`. */
export const isOverdue = ({ note }: RequestItem, today: string): boolean => note.dueAt !== null && note.dueAt.slice(0, 10) < today

/** The request list in parts: what is overdue first, what has no owner or no day last; inside a part by the day it is due. */
export const partsOf = (items: readonly RequestItem[], group: RequestGroup, today: string): readonly RequestPart[] => {
  const parts = new Map<string, RequestItem[]>()
  for (const item of items) {
    const head = headOf(item, group, today)
    const members = parts.get(head)
    if (members) members.push(item)
    else parts.set(head, [item])
  }
  return [...parts.keys()].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((head) => ({
    head,
    items: (parts.get(head) ?? []).toSorted((a, b) =>
      (a.note.dueAt ?? '9999').localeCompare(b.note.dueAt ?? '9999') || a.note.createdAt.localeCompare(b.note.createdAt)
    )
  }))
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

const cellWords = (words: string): string => words.replace(/\|/g, '\\|')

/** The words of a question as an entry of a list, a table in it as a table of its own. */
const wordLines = (note: RequestItem['note']): readonly string[] => {
  const parts = notePartsOf(note)
  const [first] = parts
  const told = parts.slice(first?.kind === 'words' ? 1 : 0).flatMap((
    part
  ) => ['', ...(part.kind === 'table' ? tableLines(part.rows, cellWords) : [part.text]).map((line) => `  ${line}`), ''])
  return [`- ${(first?.kind === 'words' ? first.text : '') || (first?.kind === 'table' ? 'A table' : 'Question without words')}`, ...told]
}

/** The request list as Markdown, for a message to whoever answers. */
export const requestsAsMarkdown = (parts: readonly RequestPart[]): string =>
  parts.map(({ head, items }) =>
    [
      `## ${head}`,
      '',
      ...items.map(({ note, filing, quote, sectionPath }) =>
        [
          ...wordLines(note),
          ...(quote === null ? [] : [`  > ${oneLine(quote)}`]),
          `  ${
            [filing.title, ...sectionPath.slice(-1), note.owner, note.dueAt === null ? null : `due ${note.dueAt.slice(0, 10)}`,
              STATUS_WORDS[note.status].toLowerCase()].filter((part) => part !== null).join(' · ')
          }`
        ].join('\n')
      )
    ].join('\n')
  ).join('\n\n') + '\n'
