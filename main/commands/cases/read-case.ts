import { readFileSync } from 'node:fs'
import type { FilingDocument } from '#contract/filing'
import { analyseDocument, openFile } from '../../domain/analyse'
import { codec } from '../../worker/codec'

/**
 * Analyses one of the small filings in `main/domain/fixtures/cases`, each of which shows one kind of fault; companies and people in them are fictional.
 * @param name its file name there
 * @returns its documents, as the inspect format tells them
 */
export const readCase = (name: string): readonly FilingDocument[] => {
  const opened = openFile(readFileSync(new URL(`../../domain/fixtures/cases/${name}`, import.meta.url)), codec)
  return opened.documents.map((entry) => analyseDocument(opened, entry).document)
}
