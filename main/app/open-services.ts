import { app } from 'electron'
import type { Result } from '#contract/result'
import { offerRebuild, tellLibraryFailure, tellRebuilt, type RebuildReport } from './dialogs'

/** The two ways to come by a library, and where it lies. */
export interface LibraryOpener<S> {
  readonly dataFolder: string
  /** Opens it as it is. */
  readonly open: () => Result<S>
  /** The backup that the reader asked to begin from, or null. */
  readonly restoring: string | null
  /** Takes that wish back: it was fulfilled, or it failed. Only a start that is cut off tries again. */
  readonly forgetRestoring: () => void
  /** Makes it anew from what is kept, from a backup where one is given; asked for only after `open` found it damaged, or for `restoring`. */
  readonly rebuild: (backup: string | null) => Promise<Result<{ readonly services: S; readonly report: RebuildReport }>>
  readonly log: (line: string) => void
}

const makeAnew = async <S>({ dataFolder, rebuild, restoring, forgetRestoring, log }: LibraryOpener<S>): Promise<S | null> => {
  const rebuilt = await rebuild(restoring)
  if (restoring !== null) forgetRestoring()
  if (!rebuilt.ok) {
    await tellLibraryFailure(rebuilt.failure, dataFolder)
    return null
  }
  const { services, report } = rebuilt.value
  log(
    `library made anew: ${String(report.filings)} filings read again, ${String(report.work)} pieces of work from the journal, ${
      String(report.missing.length)
    } missing`
  )
  await tellRebuilt(report, restoring !== null)
  return services
}

/**
 * Opens the library for the window. A damaged one is made anew if the reader says so, and what came back is told before the window
 * opens. Null where there is nothing to open: the reason was told, nothing was changed, and the program ends.
 */
export const openServices = async <S>(opener: LibraryOpener<S>): Promise<S | null> => {
  const { dataFolder, open, restoring, log } = opener
  if (restoring !== null) return makeAnew(opener)
  const opened = open()
  if (opened.ok) return opened.value
  log(`${opened.failure.message} ${opened.failure.place ?? ''}`)
  if (opened.failure.code !== 'database-damaged') {
    await tellLibraryFailure(opened.failure, dataFolder)
    return null
  }
  if (!await offerRebuild(opened.failure, dataFolder)) {
    app.exit(1)
    return null
  }
  return makeAnew(opener)
}
