import { createContext, useContext, useState } from 'react'
import { FileDown, FileImage, Paperclip } from 'lucide-react'
import type { EmbeddedFile } from '#contract/embedded'
import type { Block } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import { embeddedNamed, isShownPicture, whyNoPicture } from '#model/embedded-files'
import { embeddedState } from '../../state/document/embedded'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'

/** The filing whose pictures the blocks below show. */
export const FilingOfBlocks = createContext<FilingId | null>(null)

const nameOf = ({ attrs = {} }: Block): string => attrs['src'] ?? attrs['name'] ?? attrs['filename'] ?? ''

/** A quiet box in the place of what is not shown: what it is, and the words the document gives for it. */
const Stead = ({ icon, words, block }: { readonly icon: typeof FileImage; readonly words: string; readonly block: Block }) => {
  const alt = block.attrs?.['alt'] ?? ''
  return (
    <figure className="card-file">
      <Icon of={icon} size={20} />
      <figcaption>
        <span className="card-file-kind">{words}</span>
        {alt === '' || words.endsWith(alt) ? null : <span className="card-file-name">{alt}</span>}
      </figcaption>
    </figure>
  )
}

interface PictureProps {
  readonly block: Block
  readonly filingId: FilingId
  readonly file: EmbeddedFile
}

/** A picture of the submission, in the size that the document or the picture itself gives it. */
const Picture = ({ block, filingId, file }: PictureProps) => {
  const [lost, setLost] = useState(false)
  if (lost) return <Stead icon={FileImage} words={whyNoPicture(file.name, { ...file, problem: 'damaged' })} block={block} />
  const width = file.width ?? 0
  const height = file.height ?? 0
  const drawn = Number.parseInt(block.attrs?.['width'] ?? '', 10) || width
  return (
    <figure className="picture">
      <img
        src={embeddedState.addressOf(filingId, file)}
        alt={block.attrs?.['alt'] ?? `Picture ${file.name}`}
        width={drawn}
        height={Math.max(1, Math.round((drawn * height) / Math.max(1, width)))}
        decoding="async"
        draggable={false}
        onError={() => setLost(true)}
      />
    </figure>
  )
}

/** An image of a document: the picture where the submission holds it, else a box that says why not. */
export const ImageBlock = ({ block }: { readonly block: Block }) => {
  const filingId = useContext(FilingOfBlocks)
  const files = useStore(embeddedState, embeddedState.select.of(filingId))
  const name = nameOf(block)
  if (files === null) return <Stead icon={FileImage} words={name === '' ? 'Picture' : name} block={block} />
  const file = embeddedNamed(files, name)
  return filingId !== null && file !== null && isShownPicture(file)
    ? <Picture block={block} filingId={filingId} file={file} />
    : <Stead icon={FileImage} words={whyNoPicture(name, file)} block={block} />
}

/** A document that is no text: its picture, a PDF to save, or the bare name. */
export const AttachmentBlock = ({ block }: { readonly block: Block }) => {
  const filingId = useContext(FilingOfBlocks)
  const files = useStore(embeddedState, embeddedState.select.of(filingId))
  const name = nameOf(block)
  const sequence = Number(/^d(\d+)b/.exec(block.id)?.[1])
  const file = files?.find((each) => each.sequence === sequence) ?? null
  if (filingId !== null && file !== null && isShownPicture(file)) return <Picture block={block} filingId={filingId} file={file} />
  const isPdf = file?.media === 'application/pdf'
  return (
    <figure className="card-file">
      <Icon of={Paperclip} size={20} />
      <figcaption>
        <span className="card-file-kind">{isPdf ? 'A PDF of this submission' : 'Attachment'}</span>
        {name === '' ? null : <span className="card-file-name">{name}</span>}
        {isPdf || file === null ? null : <span className="card-file-name">{whyNoPicture(name, file)}</span>}
        {isPdf && file.problem !== null ? <span className="card-file-name">Cut off or too large, so it cannot be saved.</span> : null}
      </figcaption>
      {isPdf && file.problem === null && filingId !== null
        ? <Button tone="plain" icon={FileDown} onClick={() => void embeddedState.savePdf(filingId, file)}>Save the PDF…</Button>
        : null}
    </figure>
  )
}
