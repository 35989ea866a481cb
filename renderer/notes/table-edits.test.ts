import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, type ElementNode,
  type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { wordsCitation } from '#model/note-citation'
import { EDITOR_CONFIG, wordsOf } from './editor'
import { $insertCitation, $insertDivider, $insertTable, $toggleHeading, $toggleList, $toggleQuote } from './editor-formats'
import { registerTables } from './editor-table'
import { $isNoteCellNode, $isNoteRowNode, $isNoteTableNode } from './nodes/table-nodes'
import type { NoteBranch } from '#model/note-tree'
import { isBranch } from '#model/note-tree'
import { readNoteBody } from '#model/note-body'
import { $addColumn, $addRow, $cellsOfTable, $cellsSelected, $emptyCells, $fillCells, $removeColumn, $removeRow, $removeTable, $stepCell,
  $toggleHeader, $tsvOf, rowsOfTsv } from './table-edits'

const start = (): LexicalEditor => {
  const editor = createHeadlessEditor(EDITOR_CONFIG)
  registerTables(editor)
  editor.update(() => $getRoot().clear().append($createParagraphNode()).selectEnd(), { discrete: true })
  return editor
}
const act = (editor: LexicalEditor, ...steps: readonly (() => unknown)[]): void => {
  for (const step of steps) editor.update(() => step(), { discrete: true })
}
const type = (text: string) => (): void => {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}
/** The tables of a note as the texts of their cells. */
const tables = (editor: LexicalEditor): readonly (readonly (readonly string[])[])[] =>
  editor.getEditorState().read(() =>
    $getRoot().getChildren().filter($isNoteTableNode).map((table) =>
      table.getChildren().filter($isNoteRowNode).map((row) =>
        row.getChildren().filter($isNoteCellNode).map((cell) => cell.getTextContent())
      )
    )
  )

const GRID = [['a', 'b'], ['c', 'd']]

describe('a table', () => {
  it('begins with its first cell in hand, and is told row by row, blanks at the end left out', () => {
    const editor = start()
    act(editor, () => $insertTable(), type('Site'), () => $stepCell(1), type('Gel'), () => $stepCell(1), () => $stepCell(1), type('Troy'))
    expect(tables(editor)).toEqual([[['Site', 'Gel', ''], ['Troy', '', ''], ['', '', '']]])
    expect(wordsOf(editor)?.text).toBe('Site\tGel\t\nTroy')
  })
  it('grows and shrinks by rows and columns around the caret, and goes with its last one', () => {
    const editor = start()
    act(editor, () => $insertTable(GRID), () => $addRow(1), type('new'), () => $addColumn(-1), type('left'))
    expect(tables(editor)).toEqual([[['', 'a', 'b'], ['left', 'new', ''], ['', 'c', 'd']]])
    act(editor, () => $removeColumn(), () => $removeRow())
    expect(tables(editor)).toEqual([GRID])
    act(editor, () => $removeRow(), () => $removeRow(), type('after'))
    expect([tables(editor), wordsOf(editor)?.text]).toEqual([[], 'after'])
  })
  it('is stepped through cell by cell; behind the last one a row is begun', () => {
    const editor = start()
    act(editor, () => $insertTable(GRID), () => $stepCell(-1), () => $stepCell(1), type('!'), () => $stepCell(1), () => $stepCell(1),
      () => $stepCell(1), type('e'))
    expect(tables(editor)).toEqual([[['a', 'b!'], ['c', 'd'], ['e', '']]])
  })
  it('keeps a line to write on behind it', () => {
    const editor = start()
    act(editor, () => $insertTable(GRID))
    expect(editor.getEditorState().read(() => $getRoot().getChildren().map((node) => node.getType()))).toEqual(['table', 'paragraph'])
  })
  it('answers nothing outside a table', () => {
    const editor = start()
    const answers: boolean[] = []
    act(editor,
      () =>
        answers.push($addRow(1), $addColumn(1), $removeRow(), $removeColumn(), $removeTable(), $toggleHeader(), $stepCell(1),
          $fillCells(GRID)))
    expect(answers).toEqual(Array(8).fill(false))
  })
})

describe('cells of a spreadsheet', () => {
  it('are told from plain words by tabs on each line', () => {
    expect(rowsOfTsv('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']])
    expect([rowsOfTsv('a b'), rowsOfTsv('a\tb\nc'), rowsOfTsv('')]).toEqual([null, null, null])
  })
  it('fill the table from the caret on, which grows, and come out again as they went in', () => {
    const editor = start()
    act(editor, () => $insertTable(GRID), () => $stepCell(1), () => $fillCells([['1', '2'], ['3', '4'], ['5', '6']]))
    expect(tables(editor)).toEqual([[['a', '1', '2'], ['c', '3', '4'], ['', '5', '6']]])
    const told: string[] = []
    act(editor, () => told.push($tsvOf($cellsOfTable())))
    expect(rowsOfTsv(told[0] ?? '')).toEqual(tables(editor)[0])
  })
})

it('empties the cells a selection reaches over and leaves the others', () => {
  const editor = start()
  act(editor, () => $insertTable([['a', 'b', 'c'], ['d', 'e', 'f']]), () => {
    const cells = $cellsOfTable()
    const selection = cells[1]?.selectStart()
    const last = cells[5]?.getLastDescendant()
    if (selection && last) selection.focus.set(last.getKey(), 1, 'text')
  }, () => $emptyCells($cellsSelected()))
  expect(tables(editor)).toEqual([[['a', '', ''], ['d', '', '']]])
})

const isSquare = (branch: NoteBranch): boolean => new Set(branch.children.map((row) => (isBranch(row) ? row.children.length : 0))).size <= 1

it('stays square and fit to be stored, whatever is done in which order', () => {
  const at = (pick: (root: ElementNode) => void) => (): void => pick($getRoot())
  const acts: Readonly<Record<string, () => unknown>> = {
    table: () => $insertTable(),
    fill: () => $fillCells([['x', 'y'], ['z', 'w'], ['u', 'v']]),
    rowAfter: () => $addRow(1),
    rowBefore: () => $addRow(-1),
    columnAfter: () => $addColumn(1),
    columnBefore: () => $addColumn(-1),
    dropRow: () => $removeRow(),
    dropColumn: () => $removeColumn(),
    header: () => $toggleHeader(),
    next: () => $stepCell(1),
    back: () => $stepCell(-1),
    bullets: () => $toggleList('bullet'),
    quote: $toggleQuote,
    heading: () => $toggleHeading('heading'),
    divider: $insertDivider,
    write: type('words'),
    cite: () => $insertCitation(wordsCitation(1, { start: 1, end: 2 }, 'cited')),
    line: () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertParagraph()
    },
    remove: () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.removeText()
    },
    all: at((root) => root.select(0, root.getChildrenSize())),
    end: at((root) => root.selectEnd()),
    first: at((root) => {
      const [first] = root.getChildren()
      if ($isElementNode(first)) first.selectStart()
    }),
    cells: () => {
      const cells = $cellsOfTable()
      const selection = cells[0]?.selectStart()
      const last = cells.at(-1)?.getFirstChild()
      if (selection && $isElementNode(last)) selection.focus.set(last.getKey(), 0, 'element')
    },
    paste: () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertRawText('one\ntwo')
    },
    under: at((root) => root.append($createParagraphNode().append($createTextNode('under'))))
  }
  fc.assert(fc.property(fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 16 }), (names) => {
    const editor = start()
    act(editor, () => $insertTable(GRID), ...names.map((name) => () => acts[name]?.()))
    const read = readNoteBody(JSON.stringify(editor.getEditorState().toJSON()))
    expect(read).not.toMatchObject({ kind: 'unreadable' })
    if (read.kind !== 'tree') return
    for (const child of read.root.children) if (child.type === 'table') expect(isSquare(child)).toBe(true)
    const again = createHeadlessEditor(EDITOR_CONFIG)
    const body = wordsOf(editor)?.body ?? ''
    again.setEditorState(again.parseEditorState(body))
    expect(wordsOf(again)?.body).toBe(body)
  }), { numRuns: 400 })
})
