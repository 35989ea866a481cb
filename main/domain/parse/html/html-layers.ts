import { plainPlace, type Leaf, type LeafPlace } from './html-leaves'
import type { TextStyle } from './html-styles'

/** Text this small, in points, is written to be searched and not to be read. */
const tiniest = 4

const tinyLayer: LeafPlace = { ...plainPlace, layer: 'tiny' }
const whiteLayer: LeafPlace = { ...plainPlace, layer: 'white' }

/** The place of text that a reader does not see, set in `style`. */
export const layerPlace = (style: TextStyle): LeafPlace => style.unseen || style.size <= tiniest ? tinyLayer : whiteLayer

/** An image at least this wide, in pixels, is a page; smaller ones are logos. */
const pageWidth = 480

const isPage = (image: Leaf, layer: Leaf): boolean =>
  layer.place.layer === 'tiny' || Number.parseInt(image.attrs?.['width'] ?? '', 10) >= pageWidth

/** The image right above a leaf, or right below it, other unseen text seen through. */
const imageBeside = (leaves: readonly Leaf[], at: number): Leaf | null => {
  for (const step of [-1, 1]) {
    let beside = at + step
    while (leaves[beside]?.place.layer !== undefined) beside += step
    const leaf = leaves[beside]
    if (leaf?.kind === 'image') return leaf
  }
  return null
}

/**
 * Takes out of `leaves` the text that a reader does not see, and gives it: all but the text layers of page images,
 * which is tiny or colourless text right beside an image. Those stay, as the text of the page that the image shows.
 */
export const takeUnseen = (leaves: Leaf[]): Leaf[] => {
  if (leaves.every(({ place }) => place.layer === undefined)) return []
  const hidden: Leaf[] = []
  const kept: Leaf[] = []
  let anchors: readonly string[] = []
  leaves.forEach((leaf, at) => {
    const image = leaf.place.layer === undefined ? null : imageBeside(leaves, at)
    if (leaf.place.layer === undefined || (image !== null && isPage(image, leaf))) {
      kept.push(anchors.length === 0 ? leaf : { ...leaf, anchors: [...anchors, ...leaf.anchors] })
      anchors = []
      return
    }
    hidden.push(leaf)
    anchors = [...anchors, ...leaf.anchors]
  })
  leaves.length = 0
  for (const leaf of kept) leaves.push(leaf)
  return hidden
}

/** Characters that only tell where a word may be broken, or may not: a reader sees none of them, and a word with one is the word without. */
export const isUnseen = (unit: number): boolean => unit === 0xad || unit === 0x200b || unit === 0x2060

/** How many characters of text a hidden stretch of source holds, tags, references and blanks left out; counted in its first 20,000 code units. */
export const charactersIn = (raw: string, start: number, end: number): number =>
  raw.slice(start, Math.min(end, start + 20_000)).replaceAll(/<[^<>]*>|&[#\w]{1,10};|\s/gu, '').length
