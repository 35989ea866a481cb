import type { Tag, TagColour, TagUnderline } from '#contract/annotation'
import type { TagId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

interface Row {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly underline: TagUnderline
  readonly letter: string
  readonly shortcut: string | null
}

const COLUMNS = 'id, name, colour, underline, letter, shortcut'

const toTag = (row: Row): Tag => ({
  id: row.id,
  name: row.name,
  colour: row.colour,
  underline: row.underline,
  letter: row.letter,
  shortcut: row.shortcut
})

/** The tags in the order they were made. */
export const listTags = (db: ReadableDb): Tag[] => all<Row>(db, `SELECT ${COLUMNS} FROM tag ORDER BY ordinal, id`).map(toTag)

/** One tag, or undefined. */
export const getTag = (db: ReadableDb, id: TagId): Tag | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM tag WHERE id = $id`, { id })
  return row && toTag(row)
}

/** Stores a tag as it is given; a new one goes behind the others, a known one keeps its place. */
export const putTag = (db: WritableDb, tag: Tag): void => {
  run(db, `INSERT INTO tag (id, ordinal, name, colour, underline, letter, shortcut)
    VALUES ($id, (SELECT coalesce(max(ordinal), 0) + 1 FROM tag), $name, $colour, $underline, $letter, $shortcut)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour, underline = excluded.underline,
      letter = excluded.letter, shortcut = excluded.shortcut`, { ...tag })
}

/** Removes a tag that no annotation carries any more. */
export const deleteTag = (db: WritableDb, id: TagId): void => {
  run(db, 'DELETE FROM tag WHERE id = $id', { id })
}
