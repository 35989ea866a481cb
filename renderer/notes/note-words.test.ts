import fc from 'fast-check'
import { createHeadlessEditor } from '@lexical/headless'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../state/notes/built-in-templates'
import type { FilterMark } from '../state/marks/mark-filter'
import { wordsCitation } from '#model/note-citation'
import { type NoteBlock, type Run, wordsOfBlocks } from '../state/notes/note-words'
import { summaryOf } from '../state/summaries/summary-note'
import { EDITOR_CONFIG, wordsOf } from './editor'
import { citationsOf, readNoteBody } from '#model/note-body'

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, 'x'))
const run: fc.Arbitrary<Run> = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  fc.record({ quote: words, short: fc.boolean(), filing: fc.option(words) }).map((more) => ({
    chip: { ...wordsCitation(1, { start: 2, end: 5 }, more.quote), ...more }
  }))
)
const runs = fc.array(run, { maxLength: 4 })
const block: fc.Arbitrary<NoteBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'subheading', 'paragraph', 'quote'), runs }),
  fc.record({ kind: fc.constantFrom('bullets', 'checks'), items: fc.array(runs, { minLength: 1, maxLength: 3 }) })
)

describe('words made outside the editor', () => {
  it('are what the editor itself would store, and their plain text is the editor’s', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
      const made = wordsOfBlocks(blocks)
      const read = readNoteBody(made.body)
      expect(read.kind === 'tree' ? read.text : read).toBe(made.text)
      const editor = createHeadlessEditor(EDITOR_CONFIG)
      editor.setEditorState(editor.parseEditorState(made.body))
      expect(wordsOf(editor)?.text).toBe(made.text)
    }))
  })
  it('can be read for every template that comes along, with a passage and without', () => {
    for (const { blocks } of BUILT_IN_TEMPLATES) {
      for (const passage of [null, wordsCitation(1, { start: 2, end: 5 }, 'words')])
        expect(readNoteBody(wordsOfBlocks(blocks({ passage, day: '2026-01-01' })).body).kind).toBe('tree')
    }
  })
})

describe('a summary', () => {
  const mark = (id: string, section: string, tag: string, text: string): FilterMark => ({
    key: `annotation ${id}`,
    ref: { kind: 'annotation', id },
    annotation: null,
    notes: text === '' ? [] : [{
      id: `n${id}`,
      filingId: 'f',
      target: { kind: 'annotation', annotationId: id },
      body: '',
      text,
      status: 'none',
      owner: null,
      dueAt: null,
      createdAt: '',
      modifiedAt: '',
      rev: 1,
      sha256: ''
    }],
    range: { start: 10, end: 20 },
    words: `words of ${id}`,
    values: { kind: [], tag: [tag], colour: [], status: [], section: [section], speaker: [], date: [] }
  })
  const earlier: FilterMark = { ...mark('s', '', '', 'Summary of all'), ref: null, range: null }
  const marks = [earlier, mark('a', 'Outlook', 'risk', 'Ask.\nSoon.'), mark('b', 'Results', '', ''), mark('c', 'Outlook', '', '')]
  const make = (grouping: 'section' | 'tag'): string =>
    summaryOf({
      marks,
      grouping,
      title: 'Gauges',
      day: '2026-03-02',
      sequenceAt: () => 3,
      tags: [{ id: 'risk', name: 'Risk', colour: 'orange', underline: 'wavy', letter: 'R', shortcut: '3' }]
    }).text
  it('puts each mark with its notes under its section, and leaves earlier summaries out', () => {
    expect(make('section').split('\n')).toEqual([
      'Summary of Gauges',
      '3 marks, 2026-03-02',
      'Outlook',
      'words of a ',
      'Ask.',
      'Soon.',
      'words of c ',
      'Results',
      'words of b'
    ])
  })
  it('puts each mark under its tag', () => {
    expect(make('tag').split('\n').filter((line) => /^(?:Risk|No tag|words)/.test(line))).toEqual(['Risk', 'words of a ', 'No tag',
      'words of b ', 'words of c'])
  })
  it('leads back to each mark', () => {
    const read = readNoteBody(summaryOf({ marks, grouping: 'section', title: 'G', day: 'd', sequenceAt: () => 3, tags: [] }).body)
    expect(
      read.kind === 'tree' ? citationsOf(read.root).map(({ kind, ref, sequence, start, short }) => [kind, ref, sequence, start, short]) : []
    ).toEqual([
      ['annotation', 'a', 3, 10, true],
      ['annotation', 'c', 3, 10, true],
      ['annotation', 'b', 3, 10, true]
    ])
  })
})
