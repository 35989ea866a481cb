/** The pictures and PDFs that stand encoded in the filings on the screen: what they are, not their bytes. */
import type { EmbeddedFile } from '#contract/embedded'
import type { FilingId } from '#contract/ids'
import type { OpenFiling } from '#contract/library'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { documentState } from './document'

interface EmbeddedState {
  /** By filing; a filing that is missing was not asked for yet, or its answer is on its way. */
  readonly lists: Readonly<Record<FilingId, readonly EmbeddedFile[]>>
}

const initial: EmbeddedState = { lists: {} }
const store = createStore(initial)

const asked = new Set<FilingId>()

const NONE: readonly EmbeddedFile[] = []

const keep = (filingId: FilingId, files: readonly EmbeddedFile[]): void =>
  store.set(({ lists }) => ({ lists: { ...lists, [filingId]: files } }))

/** Has the files of a filing looked up, once. */
const want = async ({ filing, documents }: OpenFiling): Promise<void> => {
  if (asked.has(filing.id)) return
  asked.add(filing.id)
  if (documents.every(({ format }) => format !== 'binary')) {
    keep(filing.id, NONE)
    return
  }
  const answer = await call('filing.embedded', { filingId: filing.id })
  if (answer.ok) keep(filing.id, answer.value)
  else {
    asked.delete(filing.id)
    feedbackState.fail(answer.failure)
  }
}

const isPdf = ({ media }: EmbeddedFile): boolean => media === 'application/pdf'

/** The PDF that is meant: the one that is open, else the only one of the filing that is open; null where there is none, or several. */
const pdfInHand = (): EmbeddedFile | null => {
  const { open, sequence } = documentState.store.get()
  const pdfs = (open ? store.get().lists[open.filing.id] ?? NONE : NONE).filter(isPdf)
  return pdfs.find((file) => file.sequence === sequence) ?? (pdfs.length === 1 ? pdfs[0] : null) ?? null
}

/** Saves a PDF of a filing to a file that the reader chooses, and says where it went. */
const savePdf = async (filingId: FilingId, { sequence, name }: EmbeddedFile): Promise<void> => {
  const answer = await call('filing.savePdf', { filingId, sequence, path: null })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else if (answer.value) feedbackState.toast({ text: `Saved ${name}`, detail: answer.value.path })
}

/** Saves the PDF in hand. */
const savePdfInHand = (): void => {
  const file = pdfInHand()
  const { open } = documentState.store.get()
  if (file && open) void savePdf(open.filing.id, file)
}

/** The address at which the program's own protocol shows a picture of a filing. */
const addressOf = (filingId: FilingId, { sequence }: EmbeddedFile): string => `redwell://app/picture/${filingId}/${String(sequence)}`

const select = {
  /** The files of a filing; null while they are not known. */
  of: (filingId: FilingId | null) => ({ lists }: EmbeddedState) => filingId === null ? NONE : lists[filingId] ?? null
}

/** The state module of embedded files. */
export const embeddedState = { store, want, addressOf, pdfInHand, savePdf, savePdfInHand, select }
