import { openFile } from '../domain/analyse'
import { openEmbedded } from '../domain/parse/embedded/embedded-file'
import { codec } from './codec'
import { readSource } from './kept-source'
import type { EmbeddedAnswer, EmbeddedRequest } from './protocol'

/** Opens the files that stand encoded in a file, in its order: all of them, or those from one document on for which there is room. */
export const openEmbeddedFiles = ({ path, encoding, from, room }: EmbeddedRequest): readonly EmbeddedAnswer[] => {
  const { raw, documents } = openFile(readSource(path), codec, encoding ?? undefined)
  const answers: EmbeddedAnswer[] = []
  let left = room
  const first = from === null ? 0 : Math.max(0, documents.findIndex(({ sequence }) => sequence === from))
  for (const entry of documents.slice(first)) {
    const opened = openEmbedded(raw, entry)
    if (!opened) continue
    const size = opened.bytes?.length ?? 0
    if (entry.sequence === from || size <= left) {
      answers.push(opened)
      left -= size
    } else if (from === null) answers.push({ file: opened.file, bytes: null })
    else break
  }
  return answers
}
