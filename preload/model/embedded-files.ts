import type { EmbeddedFile } from '#contract/embedded'

const COUNT = new Intl.NumberFormat('en')

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch {
    // A name with a percent sign of its own.
    return name
  }
}

const levelled = (name: string): string => {
  const bare = name.split(/[?#]/, 1)[0] ?? ''
  return decoded(bare.slice(bare.lastIndexOf('/') + 1)).trim().toLowerCase()
}

/** The file of a submission that the source of an image names, whatever folders and capitals it is written with; null where none has that name. */
export const embeddedNamed = (files: readonly EmbeddedFile[], source: string): EmbeddedFile | null => {
  const wanted = levelled(source)
  return wanted === '' ? null : files.find(({ name }) => levelled(name) === wanted) ?? null
}

/** Whether a file is a picture that can be shown. */
export const isShownPicture = ({ media, problem }: EmbeddedFile): boolean =>
  problem === null && media !== null && media !== 'application/pdf'

/** Why a picture is not shown, as one sentence; `file` is null where the submission holds none of that name. */
export const whyNoPicture = (name: string, file: EmbeddedFile | null): string => {
  const called = name === '' ? 'The picture' : name
  if (file === null) return name === '' ? 'Picture not in this file' : `Picture not in this file: ${name}`
  if (file.problem === 'too-large') return `${called} has too many bytes to be shown`
  if (file.problem === 'too-many-pixels')
    return `${called} says it has ${COUNT.format(file.width ?? 0)} × ${COUNT.format(file.height ?? 0)} pixels, too many to be shown`
  if (file.problem === 'unknown' || file.media === 'application/pdf') return `${called} is not a JPEG, GIF or PNG`
  return `${called} is damaged and cannot be shown`
}
