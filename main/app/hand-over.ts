import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The longest command line that goes from a later start to the open program in one message, in bytes. Chromium holds 32 KB, with the
 * folder and what we add, and a longer message ends the program that reads it.
 */
const LONGEST = 16 * 1024

/** The word of a start that stands for a list of files too long for a command line: `--files-from=NAME`, a file in the data folder. */
const WORD = '--files-from='

const NAME = /^handed-over-[0-9a-f]{32}\.json$/

/** After how many ms a list that nobody took is removed: the start that was to take it is long gone. */
const FORGOTTEN = 10 * 60 * 1000

/** Whether a command line is too long to be handed to the open program. */
export const isTooLong = (argv: readonly string[]): boolean => argv.reduce((sum, word) => sum + Buffer.byteLength(word) + 1, 0) > LONGEST

/** Writes a list of files into the data folder, for nobody but this user to read; answers its name. */
export const writeList = (dataFolder: string, files: readonly string[]): string => {
  mkdirSync(dataFolder, { recursive: true })
  const name = `handed-over-${randomBytes(16).toString('hex')}.json`
  writeFileSync(join(dataFolder, name), JSON.stringify(files), { flag: 'wx', mode: 0o600 })
  return name
}

/** Reads a list and removes it; null where the name is none of ours, the file is gone, or it holds no list. */
export const takeList = (dataFolder: string, name: string): readonly string[] | null => {
  const path = join(dataFolder, name)
  if (!NAME.test(name) || !lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null
  const words = readFileSync(path, 'utf8')
  rmSync(path)
  try {
    const list: unknown = JSON.parse(words)
    return Array.isArray(list) && list.every((file) => typeof file === 'string') ? list : null
  } catch (error) {
    // A list that was cut off while it was written: its start never came to hand it over.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Removes lists that were left by starts that ended before they were taken. */
export const removeForgottenLists = (dataFolder: string, now: number): void => {
  for (const name of readdirSync(dataFolder).filter((one) => NAME.test(one))) {
    const facts = lstatSync(join(dataFolder, name), { throwIfNoEntry: false })
    if (facts && Math.abs(now - facts.mtimeMs) > FORGOTTEN) rmSync(join(dataFolder, name))
  }
}

/** The name of the list that a start was given instead of files, or null. */
export const listNameIn = (argv: readonly string[]): string | null => argv.find((word) => word.startsWith(WORD))?.slice(WORD.length) ?? null

/** Starts the program again with a list in place of its many files: a command line cannot be shortened once a process has it. */
export const startWithList = (execPath: string, runtime: readonly string[], name: string): void => {
  spawn(execPath, [...runtime, `${WORD}${name}`], { detached: true, stdio: 'ignore' }).unref()
}
