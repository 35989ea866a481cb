import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection,
  type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { EDITOR_CONFIG, wordsOf } from './editor'
import { $addLink, $applyMark, $indentList, $insertCitation, $liftOutOfLink, $removeLink, $tabInList, $toggleList,
  $toggleQuote } from './editor-formats'
import { chipWords, MAX_QUOTE, wordsCitation } from '#model/note-citation'
import { NoteLinkNode } from './nodes/link-node'
import { readNoteBody } from '#model/note-body'

const start = (text: string): LexicalEditor => {
  const editor = createHeadlessEditor(EDITOR_CONFIG)
  editor.registerNodeTransform(NoteLinkNode, $liftOutOfLink)
  editor.update(() => {
    const paragraph = $createParagraphNode()
    if (text !== '') paragraph.append($createTextNode(text))
    $getRoot().clear().append(paragraph)
    paragraph.selectEnd()
  }, { discrete: true })
  return editor
}
const act = (editor: LexicalEditor, ...steps: readonly (() => unknown)[]): string => {
  for (const step of steps) editor.update(() => step(), { discrete: true })
  return JSON.stringify(editor.getEditorState().toJSON())
}
const outline = (editor: LexicalEditor): readonly string[] =>
  editor.getEditorState().read(() =>
    $getRoot().getChildren().map((node) => (
      `${node.getType()}(${$isElementNode(node) ? node.getChildren().map((child) => child.getType()).join(' ') : ''})`
    ))
  )
const cite = wordsCitation(1, { start: 3, end: 9 }, 'the words')

describe('the editor', () => {
  it.each([['- ', 'list'], ['* ', 'list'], ['1. ', 'list'], ['[] ', 'list'], ['> ', 'quote']])('makes "%s" at the start of a line a %s',
    (typed, expected) => {
      const editor = start(typed.trim())
      act(editor, $applyMark)
      expect(outline(editor)[0]).toContain(expected)
      expect(wordsOf(editor)?.text).toBe('')
    })

  it('leaves marks inside a line alone', () => {
    const editor = start('a -')
    act(editor, $applyMark)
    expect(outline(editor)).toEqual(['paragraph(text)'])
  })

  it('moves an item under the one before it with Tab and back with Shift+Tab, and lets Tab go where there is no such step', () => {
    const editor = start('one')
    const took: boolean[] = []
    const tab = (back: boolean) => (): void => void took.push($tabInList(back))
    act(editor, tab(false), () => $toggleList('bullet'), tab(false), tab(true))
    expect(took).toEqual([false, false, false])
    act(editor, () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertParagraph()
    }, tab(false), tab(false), tab(true), tab(true))
    expect(took.slice(3)).toEqual([true, false, true, false])
  })

  it('turns lists and quotations on and off', () => {
    const editor = start('one')
    act(editor, () => $toggleList('bullet'))
    expect(outline(editor)).toEqual(['list(listitem)'])
    act(editor, () => $toggleList('bullet'), $toggleQuote)
    expect(outline(editor)).toEqual(['quote(text)'])
    act(editor, $toggleQuote)
    expect(outline(editor)).toEqual(['paragraph(text)'])
  })

  it('links selected words, and inserts the address where none are selected', () => {
    const editor = start('see this')
    act(editor, () => $getRoot().getFirstDescendant()?.getParent()?.select(0, 1), () => $addLink('https://example.test'))
    expect(outline(editor)).toEqual(['paragraph(link)'])
    act(editor, $removeLink)
    expect(outline(editor)).toEqual(['paragraph(text)'])
    const other = start('see')
    act(other, () => $addLink('https://example.test'))
    expect(wordsOf(other)?.text).toBe('see https://example.test')
  })

  it('puts a citation behind a link the caret is in, never inside', () => {
    const editor = start('')
    act(editor, () => $addLink('https://example.test/a/long/address'), () => {
      const link = $getRoot().getFirstDescendant()?.getParent()
      link?.select(0, 0)
    }, () => $insertCitation(cite))
    expect(wordsOf(editor)?.text).toContain('/a/long/address “the words”')
  })

  it('cuts a quotation that is too long to store', () => {
    const editor = start('')
    act(editor, () => $insertCitation({ ...cite, quote: 'x'.repeat(5000) }))
    expect(wordsOf(editor)?.text.length).toBe(MAX_QUOTE + 2)
  })

  it('indents list items, ten steps at most', () => {
    const editor = start('one')
    act(editor, () => $toggleList('bullet'))
    for (let step = 0; step < 14; step += 1) act(editor, () => $indentList(1))
    expect(wordsOf(editor)).not.toBeNull()
    for (let step = 0; step < 14; step += 1) act(editor, () => $indentList(-1))
    expect(outline(editor)).toEqual(['list(listitem)'])
  })

  it('never reaches a state that could not be loaded again, whatever is done in which order', () => {
    const acts: Readonly<Record<string, () => unknown>> = {
      bullet: () => $toggleList('bullet'),
      number: () => $toggleList('number'),
      check: () => $toggleList('check'),
      quote: $toggleQuote,
      link: () => $addLink('https://example.test/x'),
      unlink: $removeLink,
      cite: () => $insertCitation(cite),
      indent: () => $indentList(1),
      outdent: () => $indentList(-1),
      all: () => $getRoot().select(0, $getRoot().getChildrenSize()),
      end: () => $getRoot().selectEnd(),
      first: () => $getRoot().getFirstDescendant()?.getParent()?.select(0, 0),
      line: () => $getRoot().append($createParagraphNode().append($createTextNode('more'))).selectEnd()
    }
    fc.assert(fc.property(fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 14 }), (names) => {
      const editor = start('words')
      const body = act(editor, ...names.map((name) => () => acts[name]?.()))
      expect(readNoteBody(body)).not.toMatchObject({ kind: 'unreadable' })
    }), { numRuns: 300 })
  })
})

describe('chipWords', () => {
  it('keeps short quotations and cuts long ones at a word', () => {
    expect(chipWords('  two\n words ')).toBe('two words')
    const cut = chipWords('the quick brown fox jumps over the lazy dog and then some more words')
    expect(cut.endsWith('…')).toBe(true)
    expect(cut).not.toMatch(/\s…$/)
    expect(chipWords('x'.repeat(200)).length).toBeLessThanOrEqual(49)
  })
})
