import { extname } from 'node:path'
import { app } from 'electron'
import type { ImportCounts, ImportItem } from '#contract/exchange'
import type { Result } from '#contract/result'
import { endWithFailure } from './export-from-command-line'
import type { LaunchArguments } from './launch-arguments'
import { saveFiles, type SavedFile } from './save-files'
import { writeWhole } from './write-whole'

/** What an exchange without a window needs of the library. */
export interface ExchangeBehind {
  readonly write: (format: string, files: readonly string[]) => Promise<Result<readonly SavedFile[]>>
  readonly read: (path: string) => Promise<Result<{ readonly counts: ImportCounts; readonly items: readonly ImportItem[] }>>
}

const told = ({ counts, items }: { readonly counts: ImportCounts; readonly items: readonly ImportItem[] }): string =>
  [JSON.stringify(counts), ...items.map(({ place, outcome, reason }) => `${outcome} ${place}${reason === '' ? '' : `: ${reason}`}`), '']
    .join('\n')

/** Writes to a file where the name has an ending and there is one file, else into a folder that is made; whole or not at all. */
const save = async (target: string, files: readonly SavedFile[], overwrite: boolean): Promise<Result<unknown>> => {
  const [only] = files
  if (only && files.length === 1 && extname(target) !== '') return writeWhole(target, only.bytes, overwrite)
  return saveFiles({ path: target, title: '', suggestedName: '', kind: null, filesFor: () => Promise.resolve({ ok: true, value: files }) },
    () => Promise.resolve(null))
}

/**
 * Carries out `--exchange FORMAT OUT [FILING…]` and `--exchange read FILE`: no window is shown, and the library is only read. Exits 0 when
 * the files are on the disk, or when it was told what would become of each item; otherwise one line on stderr says why not, and it exits 1.
 */
export const exchangeFromCommandLine = async ({ exchange, files, overwrite }: LaunchArguments, behind: ExchangeBehind): Promise<void> => {
  if (exchange === null) return
  const { format, target } = exchange
  if (format === 'read') {
    const read = await behind.read(target)
    if (read.ok) process.stdout.write(told(read.value), () => app.exit(0))
    else endWithFailure(read.failure)
    return
  }
  const written = await behind.write(format, files)
  const saved = written.ok ? await save(target, written.value, overwrite) : written
  if (saved.ok) app.exit(0)
  else endWithFailure(saved.failure)
}
