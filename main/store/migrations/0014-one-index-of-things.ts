import type { WritableDb } from '../handles'

/**
 * The history of a thing is found by the thing alone, whose name no thing of another kind has: the index that began with the kind is
 * one more place to write for every change, and an act on ten thousand things is as many.
 */
export const oneIndexOfThings = (db: WritableDb): void => {
  db.exec('DROP INDEX change_log_by_entity')
}
