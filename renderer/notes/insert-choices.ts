import { $getSelection, $isElementNode, $isRangeSelection, $parseSerializedNode, type SerializedLexicalNode } from 'lexical'
import { CalendarDays, Heading1, Heading2, Highlighter, LayoutTemplate, List, ListOrdered, ListTodo, type LucideIcon, Minus, NotebookPen,
  Quote, Sparkles, Table2, TextQuote } from 'lucide-react'
import type { NoteTemplate } from '#contract/note-template'
import { BUILT_IN_TEMPLATES, type TemplateFill } from '../state/notes/built-in-templates'
import { filtered, type FilterMark } from '../state/marks/mark-filter'
import { chipWords, type Citation } from '#model/note-citation'
import { fold } from '../state/notes/note-filter'
import { nodesOf } from '../state/notes/note-words'
import { $insertBlocks, $insertCitation, $insertDivider, $insertTable, $toggleHeading, $toggleList, $toggleQuote } from './editor-formats'
import type { Typeahead } from './editor-typeahead'
import { fillTemplate } from './template-body'

/** One thing that can be chosen while writing; `insert` runs in an update of the editor, in the place of what was typed. */
export interface InsertChoice {
  readonly id: string
  readonly group: 'Blocks' | 'Insert' | 'Templates' | 'Marks and notes'
  readonly label: string
  readonly hint: string | null
  readonly icon: LucideIcon
  readonly insert: () => void
}

/** What there is to choose from. */
export interface ChoiceSource {
  /** The passage that a template is filled with, and that "cite" would cite: selected words or the mark in focus, or null. */
  readonly inHand: Citation | null
  /** The highlight that the note is about, or null. */
  readonly about: Citation | null
  readonly copied: { readonly citation: Citation; readonly title: string } | null
  readonly own: readonly NoteTemplate[]
  readonly day: string
  readonly dayWords: string
  /** The marks and notes of the filing, asked for only where one is to be chosen. */
  readonly marks: () => readonly FilterMark[]
  readonly sequenceAt: (offset: number) => number
  readonly tagName: (id: string) => string | null
}

interface Entry extends InsertChoice {
  readonly words: string
}

const $insertText = (text: string): void => {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

/** Puts serialised blocks at the caret, which goes to the end of the first of them: that is where filling in begins. */
const $insertStored = (stored: readonly object[]): void => {
  const blocks = stored.map((node) => $parseSerializedNode(node as SerializedLexicalNode))
  $insertBlocks(blocks)
  const [first] = blocks
  if ($isElementNode(first)) first.selectEnd()
}

const block = (id: string, label: string, icon: LucideIcon, hint: string | null, words: string, insert: () => void): Entry => ({ id,
  group: 'Blocks', label, icon, hint, words, insert })

const BLOCKS: readonly Entry[] = [
  block('heading', 'Heading', Heading1, '#', 'title h1 h2', () => $toggleHeading('heading')),
  block('subheading', 'Subheading', Heading2, '##', 'title h3', () => $toggleHeading('subheading')),
  block('bullets', 'Bulleted list', List, '-', 'ul points', () => $toggleList('bullet')),
  block('numbers', 'Numbered list', ListOrdered, '1.', 'ol steps', () => $toggleList('number')),
  block('checks', 'Checklist', ListTodo, '[]', 'todo task', () => $toggleList('check')),
  block('quote', 'Quotation', TextQuote, '>', 'blockquote', $toggleQuote),
  block('table', 'Table', Table2, '3 × 3', 'grid rows columns', () => $insertTable()),
  block('divider', 'Divider', Minus, null, 'rule line hr', $insertDivider)
]

const inserts = ({ inHand, copied, dayWords }: ChoiceSource): readonly Entry[] => {
  const entry = (id: string, label: string, icon: LucideIcon, hint: string | null, words: string, insert: () => void): Entry => ({ id,
    group: 'Insert', label, icon, hint, words, insert })
  return [
    ...(inHand
      ? [
        entry('cite', inHand.kind === 'words' ? 'Cite the selected words' : 'Cite the mark in focus', Quote, chipWords(inHand.quote),
          'citation passage quote', () => $insertCitation(inHand))
      ]
      : []),
    ...(copied
      ? [
        entry('cite-copied', 'Cite the copied passage', Quote, copied.title, 'citation paste other filing',
          () => $insertCitation(copied.citation))
      ]
      : []),
    entry('cite-mark', 'Cite a mark…', Highlighter, '@', 'citation highlight finding note mention', () => $insertText('@')),
    entry('date', 'Today’s date', CalendarDays, dayWords, 'day time', () => {
      $insertText(`${dayWords} `)
    })
  ]
}

const templates = ({ own, about, inHand, day }: ChoiceSource): readonly Entry[] => {
  const fill: TemplateFill = { passage: about ?? inHand, day }
  return [
    ...BUILT_IN_TEMPLATES.map(({ id, name, hint, words, blocks }): Entry => ({
      id: `template-${id}`,
      group: 'Templates',
      label: name,
      icon: LayoutTemplate,
      hint,
      words: `template ${words}`,
      insert: () => $insertStored(nodesOf(blocks(fill)))
    })),
    ...own.map(({ id, name, body }): Entry => ({
      id: `template-${id}`,
      group: 'Templates',
      label: name,
      icon: NotebookPen,
      hint: 'Yours',
      words: 'template own',
      insert: () => $insertStored(fillTemplate(body, fill))
    }))
  ]
}

/** Whether every word that was typed begins a word of the entry. */
const matches = ({ label, words }: Entry, typed: readonly string[]): boolean => {
  const own = fold(`${label} ${words}`).split(/[\s…]+/)
  return typed.every((word) => own.some((one) => one.startsWith(word)))
}

/** More marks than these are not offered at once: another letter finds the one that is meant. */
const MOST_MARKS = 30

const markIcon = ({ ref }: FilterMark): LucideIcon => (ref === null ? NotebookPen : ref.kind === 'annotation' ? Highlighter : Sparkles)

const markHint = ({ ref, values }: FilterMark, { tagName }: ChoiceSource): string => {
  const what = ref === null
    ? 'Note'
    : ref.kind === 'finding'
    ? 'Finding'
    : ref.kind === 'forward-looking'
    ? 'Forward-looking'
    : tagName(values.tag[0] ?? '') ?? 'Highlight'
  return [what, values.section[0]].filter((part) => part !== undefined).join(' · ')
}

const markChoices = (source: ChoiceSource, query: string): readonly InsertChoice[] => {
  const ofMark = (mark: FilterMark): InsertChoice | null => {
    const { ref, range, words, notes, key } = mark
    const [note] = notes
    const name = ref ? { kind: ref.kind, ref: ref.id } : note ? { kind: 'note' as const, ref: note.id } : null
    if (!name || words.trim() === '') return null
    const place = range ?? { start: 0, end: 0 }
    const citation: Citation = { sequence: source.sequenceAt(place.start), start: place.start, end: place.end, quote: words, filing: null,
      short: false, ...name }
    return { id: key.replace(/\W/g, '-'), group: 'Marks and notes', label: words.replace(/\s+/g, ' ').trim(), hint: markHint(mark, source),
      icon: markIcon(mark), insert: () => $insertCitation(citation) }
  }
  return filtered(source.marks(), { text: query, chosen: {} }).slice(0, MOST_MARKS * 2).flatMap((mark) => ofMark(mark) ?? []).slice(0,
    MOST_MARKS)
}

/** What can be chosen by what was typed so far, best first within the groups; an empty list where nothing fits. */
export const choicesFor = ({ trigger, query }: Typeahead, source: ChoiceSource): readonly InsertChoice[] => {
  if (trigger === '@') return markChoices(source, query)
  const typed = fold(query).split(/\s+/).filter((word) => word !== '')
  const found = [...BLOCKS, ...inserts(source), ...templates(source)].filter((entry) => matches(entry, typed))
  const first = typed[0] ?? ''
  return first === ''
    ? found
    : [...found.filter(({ label }) => fold(label).startsWith(first)), ...found.filter(({ label }) => !fold(label).startsWith(first))]
}
