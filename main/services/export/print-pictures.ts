import type { EmbeddedFile } from '#contract/embedded'
import type { PrintPictures } from '../../domain/export/print-input'
import type { EmbeddedContent } from '../reading/embedded-files'

/** How many bytes of pictures go into one printed document; those behind are named in their places. */
export const PRINTED_PICTURES = 96 * 1024 * 1024

/** The pictures of a submission as a printed page takes them: in the page itself, since it has no script and nothing to ask. */
export const printPictures = (files: readonly EmbeddedFile[], contents: readonly EmbeddedContent[]): PrintPictures => ({
  files,
  addresses: new Map(
    contents.flatMap(({ file: { media, sequence }, bytes }) =>
      media === null ? [] : [[sequence, `data:${media};base64,${Buffer.from(bytes).toString('base64')}`] as const]
    )
  )
})
