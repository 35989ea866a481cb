import { createHeadlessEditor } from '@lexical/headless'
import { $createParagraphNode, $createTextNode, $getRoot, type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import type { FilterMark } from '../state/marks/mark-filter'
import { wordsCitation } from '#model/note-citation'
import { EDITOR_CONFIG, wordsOf } from './editor'
import { $readTypeahead, $takeTypeahead } from './editor-typeahead'
import { choicesFor, type ChoiceSource, type InsertChoice } from './insert-choices'
import { templateOf } from './template-body'

const mark = (id: string, words: string, section: string): FilterMark => ({
  key: `annotation ${id}`,
  ref: { kind: 'annotation', id },
  annotation: null,
  notes: [],
  range: { start: 5, end: 9 },
  words,
  values: { kind: ['highlight'], tag: ['risk'], colour: [], status: [], section: [section], speaker: [], date: [] }
})
const source: ChoiceSource = {
  inHand: null,
  about: wordsCitation(1, { start: 3, end: 9 }, 'sales fell'),
  copied: null,
  own: [],
  day: '2026-03-02',
  dayWords: '2 March 2026',
  marks: () => [mark('a1', 'Sales of gauges fell', 'Outlook'), mark('a2', 'The foundry rests', 'Operations')],
  sequenceAt: () => 1,
  tagName: (id) => (id === 'risk' ? 'Risk' : null)
}
const write = (text: string): LexicalEditor => {
  const editor = createHeadlessEditor(EDITOR_CONFIG)
  editor.update(() => $getRoot().clear().append($createParagraphNode().append($createTextNode(text))).selectEnd(), { discrete: true })
  return editor
}
const typed = (text: string) => write(text).getEditorState().read($readTypeahead)
const choices = (text: string, more: Partial<ChoiceSource> = {}): readonly InsertChoice[] => {
  const typeahead = typed(text)
  return typeahead ? choicesFor(typeahead, { ...source, ...more }) : []
}
const after = (text: string, more: Partial<ChoiceSource> = {}): string | undefined => {
  const editor = write(text)
  const [first] = choices(text, more)
  editor.update(() => {
    $takeTypeahead()
    first?.insert()
  }, { discrete: true })
  return wordsOf(editor)?.text
}

describe('a choice', () => {
  it.each(['/', 'words /ta', '/bulleted list', 'see @gau'])('begins with “%s”', (text) => expect(typed(text)).not.toBeNull())
  it.each(['and/or', 'a@b', '24/7', 'words / more', 'either/or @', '/ a', '/a/b', 'http://x'])('does not begin with “%s”', (text) => {
    expect(typed(text)?.query ?? '').toBe('')
  })
  it('is found by the beginnings of its words, the name before the rest', () => {
    expect(choices('/ta').map(({ label }) => label)[0]).toBe('Table')
    expect(choices('/num li').map(({ label }) => label)).toEqual(['Numbered list'])
    expect(choices('/todo').map(({ label }) => label)).toEqual(['Checklist'])
    expect(choices('/xyz')).toEqual([])
  })
  it('offers to cite only what there is to cite', () => {
    const cites = (more: Partial<ChoiceSource>): readonly string[] => choices('/cite', more).map(({ label }) => label)
    expect(cites({})).toEqual(['Cite a mark…'])
    expect(
      cites({ inHand: wordsCitation(1, { start: 0, end: 3 }, 'abc'),
        copied: { citation: wordsCitation(1, { start: 0, end: 3 }, 'abc'), title: 'Other' } })
    )
      .toEqual(['Cite the selected words', 'Cite the copied passage', 'Cite a mark…'])
  })
  it('of a mark is found by its words and its section, and becomes a chip', () => {
    expect(choices('@').map(({ label, hint }) => [label, hint])).toEqual([['Sales of gauges fell', 'Risk · Outlook'], ['The foundry rests',
      'Risk · Operations']])
    expect(choices('@operations').map(({ label }) => label)).toEqual(['The foundry rests'])
    expect(after('See @gauges')).toBe('See “Sales of gauges fell”')
  })
  it('stands in the place of what was typed', () => {
    expect(after('On /date')).toBe('On 2 March 2026')
  })
})

describe('a template', () => {
  it('of a claim has its six fields and the exact words', () => {
    expect(after('/claim')).toBe('Claim: \nSource type: \nExact excerpt:\nsales fell \nWhy it matters: \nConfidence: \nWhat is unknown:')
  })
  it('made of a note takes other words and another day where that had its own', () => {
    const note = write('Seen on {date}: /cite')
    note.update(() => {
      $takeTypeahead()
      choices('/cite', { inHand: wordsCitation(1, { start: 40, end: 49 }, 'old words') })[0]?.insert()
    }, { discrete: true })
    expect(wordsOf(note)?.text).toBe('Seen on {date}: “old words”')
    const body = templateOf(wordsOf(note)?.body ?? '') ?? ''
    expect(body).not.toContain('old words')
    const own = [{ id: 't1', name: 'Sighting', body, modifiedAt: '' }]
    expect(after('/sight', { own })).toBe('Seen on 2026-03-02: “sales fell”')
    expect(after('/sight', { own, about: null })).toBe('Seen on 2026-03-02:')
  })
  it('is not made of what cannot be read, nor of nothing', () => {
    expect([templateOf(''), templateOf('{"root":1}'), templateOf('no')]).toEqual([null, null, null])
  })
})
