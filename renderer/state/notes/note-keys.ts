/** The keys of the editor of a note, which are no commands of the window: the list of keys shows them. */
export const NOTE_KEYS: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'Headings, tables, templates and the like', keys: '/' },
  { label: 'Bold, italic', keys: 'Ctrl+B Ctrl+I' },
  { label: 'Numbered list, bulleted list, quotation', keys: 'Ctrl+Shift+7 Ctrl+Shift+8 Ctrl+Shift+9' },
  { label: 'An item of a list further in, or out', keys: 'Tab Shift+Tab' },
  { label: 'The same anywhere in the item', keys: 'Ctrl+] Ctrl+[' },
  { label: 'Link', keys: 'Ctrl+K' },
  { label: 'A new row of a table above, or below', keys: 'Alt+Shift+ArrowUp Alt+Shift+ArrowDown' },
  { label: 'A new column before, or after', keys: 'Alt+Shift+ArrowLeft Alt+Shift+ArrowRight' },
  { label: 'Remove the row, or the column', keys: 'Alt+Shift+Backspace Alt+Shift+Delete' },
  { label: 'Undo and redo typing', keys: 'Ctrl+Z Ctrl+Y' },
  { label: 'Leave the note', keys: 'Escape Ctrl+Enter' }
]
