import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation, Tag } from '#contract/annotation'
import type { Block, FilingDocument } from '#contract/filing'
import type { Note } from '#contract/note'
import { TINTS } from './print-comments'
import { printPage } from './print-html'
import type { PrintInput } from './print-input'

const TEXT = 'Soreness fell in every hand by week six.'
const BLOCK: Block = { id: 'b1', kind: 'paragraph', ranges: [{ start: 0, end: TEXT.length }], text: TEXT,
  map: [0, TEXT.length, 0, TEXT.length], why: '' }
const DOCUMENT: FilingDocument = { sequence: 1, type: 'EX-99.1', filename: null, description: null, format: 'text',
  range: { start: 0, end: TEXT.length + 1 }, hidden: [], blocks: [BLOCK], sections: [], sentences: [], facts: [], findings: [],
  forwardLooking: [], safeHarbor: null, figures: [] }
const TAG: Tag = { id: 't1', name: 'Efficacy', colour: 'blue', underline: 'solid', letter: 'E', shortcut: '1' }

const at = (minute: number): string => `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`

const mark = (id: string, words: string, more: Partial<Annotation> = {}): Annotation => {
  const start = TEXT.indexOf(words)
  return { id, filingId: 'f1', tagId: 't1', verdict: 'intact', createdAt: at(1), modifiedAt: at(2), rev: 1,
    selectors: { position: { start, end: start + words.length }, quote: { exact: words, prefix: '', suffix: '' }, sectionPath: [],
      textSha256: '', parserVersion: 1 }, ...more }
}

const note = (id: string, target: Note['target'], text: string, more: Partial<Note> = {}): Note => ({ id, filingId: 'f1', target, body: '',
  text, status: 'open', owner: null, dueAt: null, createdAt: at(3), modifiedAt: at(4), rev: 1, sha256: '', ...more })

const page = (work: PrintInput['work'], comments = true) =>
  printPage({ document: DOCUMENT, submission: null, file: { name: 'r.txt', bytes: 1, sha256: 'ab', encoding: 'utf-8', format: 'text' },
    work, tags: [TAG], risks: [], scope: { text: true, highlights: true, notes: true, suggestions: 'all', comments, paper: 'letter' },
    title: 'Results', company: null, exhibit: null, author: 'Ana Lyst', people: new Map([['p2', 'Ben']]), tokenOf: (id) => `RW-${id}`,
    appVersion: '1.0.0', exportedAt: at(59) })

const linksIn = (html: string): string[] => [...html.matchAll(/<a role="mark" href="([^"]+)">/g)].map(([, address = '']) => address)

describe('marks that are to become comments', () => {
  const marks = [mark('a', 'Soreness fell in every'), mark('b', 'every hand'), mark('c', 'by week')]

  it('are links that never stand in one another, with the numbers of all marks over their words, around the same text', () => {
    const { html } = page({ annotations: marks, decisions: [], notes: [] })
    expect(linksIn(html)).toEqual(['1', '1+2', '2', '3'].map((numbers) => `https://redwell.invalid/m/${numbers}`))
    let open = 0
    for (const [tag] of html.matchAll(/<a[ >]|<\/a>/g)) {
      open += tag === '</a>' ? -1 : 1
      expect(open).toBeLessThanOrEqual(1)
    }
    const words = (printed: string): string => printed.slice(printed.indexOf('class="release"')).replaceAll(/<svg.*?<\/svg>|<[^>]+>/gs, '')
    expect(words(html)).toBe(words(page({ annotations: marks, decisions: [], notes: [] }, false).html))
  })

  it('are no links where they are to become none', () => {
    const { html, comments } = page({ annotations: marks, decisions: [], notes: [note('n', { kind: 'filing' }, 'Ask.')] }, false)
    expect(html).not.toContain('redwell.invalid')
    expect(comments.comments).toEqual([])
  })

  it('carry the words, authors and states of their notes, and answers in their threads', () => {
    const notes = [note('n1', { kind: 'annotation', annotationId: 'a' }, 'How many?', { status: 'closed' }),
      note('n2', { kind: 'annotation', annotationId: 'a' }, 'And when?', { authorId: 'p2' }), note('n3', { kind: 'filing' }, 'Whose?')]
    const replies = [{ id: 'r1', noteId: 'n1', filingId: 'f1', body: '', text: 'Six.', madeAt: at(9), authorId: 'p2' }]
    const { comments, html } = page({ annotations: marks.slice(0, 1), decisions: [], notes, replies })
    expect(comments).toMatchObject({ asOf: at(9),
      comments: [{ number: 1, kind: 'highlight', token: 'RW-a', author: 'Ana Lyst', contents: 'How many?', subject: 'Efficacy',
        closed: true,
        replies: [{ token: 'RW-r1', author: 'Ben', contents: 'Six.' }, { token: 'RW-n2', author: 'Ben', contents: 'And when?',
          closed: false }] }, { number: 2, kind: 'note', contents: 'Whose?' }] })
    expect(linksIn(html)[0]).toBe('https://redwell.invalid/m/2')
  })

  it('are not made of words that are no longer there', () => {
    const { comments } = page({ annotations: [mark('a', 'week', { verdict: 'gone' }), ...marks.slice(2)], decisions: [], notes: [] })
    expect(comments.comments.map(({ token }) => token)).toEqual(['RW-c'])
  })
})

it('gives a comment the tint that the printed page gives its tag', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../resources/print/print.css'), 'utf8')
  for (const [colour, tint] of Object.entries(TINTS)) expect(css).toContain(`.${colour} { --tint: #${tint};`)
})
