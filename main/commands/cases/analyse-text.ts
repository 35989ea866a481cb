import type { FilingDocument } from '#contract/filing'
import { analyseDocument, openFile } from '../../domain/analyse'
import { codec } from '../../worker/codec'

/** Analyses the text of a file that a test writes itself, as it would be read from the disk: its documents, as the inspect format tells them. */
export const analyse = (text: string): readonly FilingDocument[] => {
  const opened = openFile(new TextEncoder().encode(text), codec)
  return opened.documents.map((entry) => analyseDocument(opened, entry).document)
}
