/** Which rows of a list are chosen, by key; where the cursor stands; and where a stretch of rows began. */
export interface ListSelection {
  readonly keys: ReadonlySet<string>
  readonly cursor: string | null
  readonly anchor: string | null
}

/** Nothing is chosen. */
export const NO_ROWS: ListSelection = { keys: new Set(), cursor: null, anchor: null }

/** How a row is taken: alone, beside what is chosen (or out of it), or with all rows from where the stretch began. */
export type Taking = 'alone' | 'beside' | 'stretch'

/** The selection after a row was taken. */
export const take = (rows: readonly string[], before: ListSelection, key: string, how: Taking): ListSelection => {
  if (how === 'alone') return { keys: new Set([key]), cursor: key, anchor: key }
  if (how === 'beside') {
    const keys = new Set(before.keys)
    if (!keys.delete(key)) keys.add(key)
    return { keys, cursor: key, anchor: key }
  }
  const from = Math.max(0, rows.indexOf(before.anchor ?? before.cursor ?? key))
  const to = rows.indexOf(key)
  const keys = new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1))
  return { keys, cursor: key, anchor: rows[from] ?? key }
}

/** The row that a key leads to from the cursor, or null where it is no key that moves, or there are no rows. `page` is how many rows stand in sight. */
export const rowFor = (rows: readonly string[], { cursor }: ListSelection, key: string, page = 10): string | null => {
  const at = cursor === null ? -1 : rows.indexOf(cursor)
  const within = (to: number): string | null => rows[Math.min(rows.length - 1, Math.max(0, to))] ?? null
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at < 0 ? 0 : at - 1)
    case 'PageDown':
      return within(at + page)
    case 'PageUp':
      return within(at - page)
    case 'Home':
      return within(0)
    case 'End':
      return within(rows.length - 1)
    default:
      return null
  }
}

/** The selection without the rows that are no longer listed; the same one where all of them still are. */
export const keepListed = (rows: readonly string[], before: ListSelection): ListSelection => {
  const listed = new Set(rows)
  const gone = [...before.keys].some((key) => !listed.has(key))
  const cursor = before.cursor !== null && listed.has(before.cursor) ? before.cursor : null
  if (!gone && cursor === before.cursor) return before
  return { keys: new Set([...before.keys].filter((key) => listed.has(key))), cursor, anchor: cursor }
}

/** The keys of a list in which several rows are chosen, as the shortcut sheet tells them. */
export const LIST_KEYS: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'To a row and its words', keys: 'ArrowUp ArrowDown Home End' },
  { label: 'Take rows in on the way', keys: 'Shift+ArrowUp Shift+ArrowDown' },
  { label: 'To a row, leaving what is chosen', keys: 'Ctrl+ArrowUp Ctrl+ArrowDown' },
  { label: 'Choose a row, or let it go', keys: 'Space' },
  { label: 'Choose all that are listed', keys: 'Ctrl+A' },
  { label: 'Tag the chosen highlights', keys: '1 … 9' },
  { label: 'Remove them with their notes', keys: 'Delete' },
  { label: 'Choose none', keys: 'Escape' }
]
