import { isAbsolute, resolve } from 'node:path'

/** Work that is to be written without a window, as what and where to; or, where `format` is `read`, a file of work that is to be looked at. */
export interface ExchangeRequest {
  readonly format: string
  readonly target: string
}

/** What one start of the program was asked to do. Paths are absolute. */
export interface LaunchArguments {
  /** Filings to import and show, and links to places in filings, which stand as they were given. */
  readonly files: readonly string[]
  /** Where to write a PDF of the one filing in `files` without showing a window, or null. */
  readonly exportTo: string | null
  /** What is to be written or looked at without a window, of the library or of the filings in `files`, or null. */
  readonly exchange: ExchangeRequest | null
  /** Whether a file that is there already may be replaced. */
  readonly overwrite: boolean
  /** Whether to print "ready" once the window has painted, and quit. */
  readonly smoke: boolean
  /** What is wrong with the request, or null. */
  readonly problem: string | null
}

/** Arguments of the runtime that take their value as the next word. */
const RUNTIME_OPTIONS_WITH_VALUE: ReadonlySet<string> = new Set(['-r', '--require'])

/**
 * Where the words meant for the product begin. A packaged program gets them right after its own name; the bare runtime is given options of
 * its own and the app's path first.
 */
const ownFrom = (argv: readonly string[], isPackaged: boolean): number => {
  if (isPackaged) return 1
  let at = 1
  while (at < argv.length && argv[at]?.startsWith('-')) at += RUNTIME_OPTIONS_WITH_VALUE.has(argv[at] ?? '') ? 2 : 1
  return at + 1
}

/** The words of a command line that are the runtime's: its options and, where it is not packaged, the app's path. */
export const runtimeArguments = (argv: readonly string[], isPackaged: boolean): readonly string[] =>
  argv.slice(1, ownFrom(argv, isPackaged))

const absolute = (path: string, folder: string): string => (isAbsolute(path) ? path : resolve(folder, path))

const problemOf = (exportAsked: boolean, exportTo: string | null, files: number): string | null => {
  if (!exportAsked) return null
  if (exportTo === null) return 'Name the PDF to write: --export OUT.pdf FILE'
  return files === 1 ? null : 'Name exactly one filing to export: --export OUT.pdf FILE'
}

const exchangeOf = (words: readonly string[], folder: string): ExchangeRequest | null => {
  const [format, target] = words
  return format === undefined || target === undefined ? null : { format, target: absolute(target, folder) }
}

const NO_LINKS = (_word: string): boolean => false

/**
 * Reads a command line. Before `--` a word that starts with a hyphen and is not one of ours belongs to the runtime and is left
 * aside; after `--` every word is a file. What `isLink` takes for a link stands among the files as it is; any other
 * address, such as `https:`, is never opened: it is a file name that does not exist.
 */
export const readLaunchArguments = (argv: readonly string[], folder: string, isPackaged: boolean, isLink = NO_LINKS): LaunchArguments => {
  const words = argv.slice(ownFrom(argv, isPackaged))
  const files: string[] = []
  let exportAsked = false
  let exportTo: string | null = null
  let exchangeWords: readonly string[] | null = null
  let overwrite = false
  let smoke = false
  let onlyFiles = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (onlyFiles || (word !== '' && !word.startsWith('-'))) files.push(isLink(word) ? word : absolute(word, folder))
    else if (word === '--') onlyFiles = true
    else if (word === '--overwrite') overwrite = true
    else if (word === '--smoke') smoke = true
    else if (word === '--exchange') {
      exchangeWords = words.slice(at + 1, at + 3).filter((next) => !next.startsWith('-'))
      at += exchangeWords.length
    } else if (word === '--export') {
      exportAsked = true
      const next = words[at + 1]
      if (next === undefined || next.startsWith('-')) continue
      exportTo = absolute(next, folder)
      at += 1
    }
  }
  const exchange = exchangeWords === null ? null : exchangeOf(exchangeWords, folder)
  const problem = exchangeWords !== null && exchange === null
    ? 'Name the format and the file to write: --exchange FORMAT OUT [FILING…]; or a file of work: --exchange read FILE'
    : problemOf(exportAsked, exportTo, files.length)
  return { files, exportTo, exchange, overwrite, smoke, problem }
}
