import type { Block } from '#contract/filing'
import { embeddedNamed, whyNoPicture } from '#model/embedded-files'
import { html, type Markup } from './markup'
import type { PrintPictures } from './print-input'

/** Nothing beside the text of the document. */
export const NO_PICTURES: PrintPictures = { files: [], addresses: new Map() }

/** A picture where the submission holds it; else a line that says which one stood there, with the words the document gives for it. */
export const printPicture = ({ attrs = {} }: Block, { files, addresses }: PrintPictures): Markup => {
  const name = attrs['src'] ?? attrs['name'] ?? ''
  const words = attrs['alt'] ?? ''
  const file = embeddedNamed(files, name)
  const address = file && addresses.get(file.sequence)
  if (!file || address === undefined) {
    const why = file?.problem === null ? `Picture not printed: ${name}` : whyNoPicture(name, file)
    return html`<p class="notice">[${why}${words === '' ? '' : `; ${words}`}]</p>`
  }
  const width = attrs['width'] ?? String(file.width ?? '')
  return html`<p class="picture"><img src="${address}" alt="${words}" width="${width}"></p>`
}
