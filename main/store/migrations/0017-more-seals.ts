import type { WritableDb } from '../handles'

/** More of a reviewed section is sealed than before: its seals are made anew as it stands. What else is sealed from now on has none yet. */
export const moreSeals = (db: WritableDb): void => {
  db.exec("DELETE FROM seal WHERE kind = 'section_review'")
}
