/** What a key does while a note is written: the editor obeys this list, its buttons name the keys of it, and the sheet of keys shows it. */
/** What of a keyboard event tells which keys were pressed, and where on the keyboard. */
interface PressedKey {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** An act of the editor of a note that has keys of its own. */
export type NoteAct = 'bold' | 'italic' | 'number' | 'bullet' | 'quote' | 'tab-in' | 'tab-out' | 'item-in' | 'item-out' | 'link'
  | 'row-above' | 'row-below' | 'column-before' | 'column-after' | 'remove-row' | 'remove-column' | 'undo' | 'redo' | 'leave'

/** The keys of each act, as commands write them. They are no commands of the window: there, the same keys mean other things. */
export const NOTE_ACT_KEYS: Readonly<Record<NoteAct, readonly string[]>> = {
  bold: ['Ctrl+B'],
  italic: ['Ctrl+I'],
  number: ['Ctrl+Shift+7'],
  bullet: ['Ctrl+Shift+8'],
  quote: ['Ctrl+Shift+9'],
  'tab-in': ['Tab'],
  'tab-out': ['Shift+Tab'],
  'item-in': ['Ctrl+]'],
  'item-out': ['Ctrl+['],
  link: ['Ctrl+K'],
  'row-above': ['Alt+Shift+ArrowUp'],
  'row-below': ['Alt+Shift+ArrowDown'],
  'column-before': ['Alt+Shift+ArrowLeft'],
  'column-after': ['Alt+Shift+ArrowRight'],
  'remove-row': ['Alt+Shift+Backspace'],
  'remove-column': ['Alt+Shift+Delete'],
  undo: ['Ctrl+Z'],
  redo: ['Ctrl+Y', 'Ctrl+Shift+Z'],
  leave: ['Escape', 'Ctrl+Enter']
}

const SIGNS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' }

/** Where the keyboard has no such sign, or Shift makes another of it, the place of the key says which one is meant. */
const nameOf = (key: string, code: string): string =>
  /^Digit(\d)$/.exec(code)?.[1] ?? SIGNS[code] ?? (/^[a-z]$/i.test(key) ? key.toUpperCase() : /^Key([A-Z])$/.exec(code)?.[1] ?? key)

const ACTS = new Map((Object.keys(NOTE_ACT_KEYS) as NoteAct[]).flatMap((act) => NOTE_ACT_KEYS[act].map((keys) => [keys, act] as const)))

/** The act that a press of keys asks the editor for; null where it is none. Command counts as Ctrl. */
export const noteActOf = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): NoteAct | null => {
  const parts = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : '', nameOf(key, code)]
  return ACTS.get(parts.filter((part) => part !== '').join('+')) ?? null
}

/** The first keys of an act, for a button. */
export const keysOfNoteAct = (act: NoteAct): string => NOTE_ACT_KEYS[act][0] ?? ''

const row = (label: string, ...acts: readonly NoteAct[]): { readonly label: string; readonly keys: string } => ({ label,
  keys: acts.map((act) => act === 'leave' ? NOTE_ACT_KEYS[act].join(' ') : keysOfNoteAct(act)).join(' ') })

/** The rows of the sheet of keys on writing a note. */
export const NOTE_KEYS: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'Headings, tables, templates and the like', keys: '/' },
  row('Bold, italic', 'bold', 'italic'),
  row('Numbered list, bulleted list, quotation', 'number', 'bullet', 'quote'),
  row('An item of a list further in, or out', 'tab-in', 'tab-out'),
  row('The same anywhere in the item', 'item-in', 'item-out'),
  row('Link', 'link'),
  row('A new row of a table above, or below', 'row-above', 'row-below'),
  row('A new column before, or after', 'column-before', 'column-after'),
  row('Remove the row, or the column', 'remove-row', 'remove-column'),
  row('Undo and redo typing', 'undo', 'redo'),
  row('Leave the note', 'leave')
]
