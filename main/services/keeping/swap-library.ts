import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncToDisk } from '../../store/backup'
import { DATABASE_NAME } from '../../store/open'

/** Where a library is made anew beside the old one, and what that folder is called once it is whole. */
const ASIDE = 'rebuilding'
const READY = 'rebuilt'
const PLAN = 'plan.json'

/** The file by which the reader asks the next start to begin from a backup. */
export const RESTORE_REQUEST = 'restore-backup.txt'

const plan = z.object({
  /** Where the old files lie afterwards, every byte as they were. */
  damagedFolder: z.string(),
  /** The backup that it was begun from, or null where there was no good one. */
  backup: z.string().nullable(),
  /** How many filings were read again from their kept bytes. */
  filings: z.int(),
  /** How many tags, highlights, decisions, notes and other work came back from the journal. */
  work: z.int(),
  /** The names of filings whose bytes are not there or cannot be read. */
  missing: z.array(z.string()).readonly(),
  asked: z.boolean()
})

/** What a library that was made anew holds, and where the old one goes: an absolute path. `asked` says that the reader chose a backup. */
export type RebuildReport = Readonly<z.infer<typeof plan>>

const FILES = ['-wal', '-shm', ''].map((suffix) => `${DATABASE_NAME}${suffix}`)

/** Removes what a rebuild that was cut off left behind; the library itself was not touched by it. */
export const discardAside = (dataFolder: string): void => {
  rmSync(join(dataFolder, ASIDE), { recursive: true, force: true })
}

/** Makes an empty folder for a library that is made anew; what is in it counts for nothing until `swapIn`. */
export const beginAside = (dataFolder: string): string => {
  discardAside(dataFolder)
  const folder = join(dataFolder, ASIDE)
  mkdirSync(folder)
  return folder
}

/** Whether a library that was made anew waits for its place. */
export const isSwapBegun = (dataFolder: string): boolean => existsSync(join(dataFolder, READY, PLAN))

/**
 * Ends a swap that was begun, from whatever step it was cut off at: the old files go aside, every byte as it was, and the new
 * database takes their place. Null where none was begun.
 */
export const finishSwap = (dataFolder: string): RebuildReport | null => {
  const ready = join(dataFolder, READY)
  if (!isSwapBegun(dataFolder)) {
    rmSync(ready, { recursive: true, force: true })
    return null
  }
  const report = plan.parse(JSON.parse(readFileSync(join(ready, PLAN), 'utf8')))
  mkdirSync(report.damagedFolder, { recursive: true })
  // While the new database lies here, whatever stands in its place is the old one.
  if (existsSync(join(ready, DATABASE_NAME))) {
    for (const name of FILES) {
      if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(report.damagedFolder, name))
    }
    syncToDisk(report.damagedFolder)
    syncToDisk(dataFolder)
    renameSync(join(ready, DATABASE_NAME), join(dataFolder, DATABASE_NAME))
    syncToDisk(dataFolder)
  }
  rmSync(join(dataFolder, RESTORE_REQUEST), { force: true })
  rmSync(ready, { recursive: true })
  syncToDisk(dataFolder)
  return report
}

/** Puts the library that was made in `beginAside`, closed and whole, in the place of the old one. A stop at any moment leaves the one or the other. */
export const swapIn = (dataFolder: string, report: RebuildReport): void => {
  const aside = join(dataFolder, ASIDE)
  writeFileSync(join(aside, PLAN), JSON.stringify(report))
  for (const path of [join(aside, DATABASE_NAME), join(aside, PLAN), aside]) syncToDisk(path)
  renameSync(aside, join(dataFolder, READY))
  syncToDisk(dataFolder)
  finishSwap(dataFolder)
}
