import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'

/** The structure of a tagged PDF, as far as it speaks of annotations. An untagged one has none, and every act does nothing. */
export interface TaggedTree {
  /** Lets the elements of the first forget it: the annotation is gone. */
  readonly forget: (annotation: PDFRef) => void
  /** Makes the element around a link the element of the annotation that took its place, or of one that stands at the same words. */
  readonly adopt: (annotation: PDFRef, dict: PDFDict, beside: PDFRef) => void
  /** Writes what was adopted. */
  readonly close: () => void
}

const NAMES = { kids: PDFName.of('K'), object: PDFName.of('Obj'), page: PDFName.of('Pg'), look: PDFName.of('S'), type: PDFName.of('Type'),
  element: PDFName.of('StructElem'), numbers: PDFName.of('Nums'), next: PDFName.of('ParentTreeNextKey') } as const

interface Place {
  readonly element: PDFDict
  readonly elementRef: PDFRef
  readonly page: PDFRef | null
}

const objectOf = (kid: unknown): PDFRef | null => {
  const object = kid instanceof PDFDict ? kid.get(NAMES.object) : undefined
  return object instanceof PDFRef ? object : null
}

const placesIn = (pdf: PDFDocument): Map<string, Place> => {
  const places = new Map<string, Place>()
  for (const [elementRef, element] of pdf.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(NAMES.type) !== NAMES.element) continue
    const kids = element.lookup(NAMES.kids)
    if (!(kids instanceof PDFArray)) continue
    for (const kid of kids.asArray()) {
      const object = objectOf(kid)
      const page = kid instanceof PDFDict ? kid.get(NAMES.page) : undefined
      if (object) places.set(object.tag, { element, elementRef, page: page instanceof PDFRef ? page : null })
    }
  }
  return places
}

const without = (kids: PDFArray, gone: ReadonlySet<string>): void => {
  for (let at = kids.size() - 1; at >= 0; at -= 1) {
    const object = objectOf(kids.get(at))
    if (object && gone.has(object.tag)) kids.remove(at)
  }
}

/** Adds entries to the tree of parents, whose keys only grow. */
const addParents = (pdf: PDFDocument, root: PDFDict, first: number, parents: readonly PDFRef[]): void => {
  const tree = root.lookup(PDFName.of('ParentTree'), PDFDict)
  const pairs = parents.flatMap((parent, at) => [PDFNumber.of(first + at), parent])
  const numbers = tree.lookup(NAMES.numbers)
  if (numbers instanceof PDFArray) pairs.forEach((one) => numbers.push(one))
  else {
    const leaf = pdf.context.obj({ Limits: [first, first + parents.length - 1], Nums: pairs })
    tree.lookup(PDFName.of('Kids'), PDFArray).push(pdf.context.register(leaf))
  }
  root.set(NAMES.next, PDFNumber.of(first + parents.length))
}

/** The structure of a PDF that is about to be given annotations. */
export const taggedTree = (pdf: PDFDocument): TaggedTree => {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return { forget: () => undefined, adopt: () => undefined, close: () => undefined }
  const places = placesIn(pdf)
  const first = root.lookup(NAMES.next)
  const firstKey = first instanceof PDFNumber ? first.asNumber() : pdf.getPageCount()
  const parents: PDFRef[] = []
  const gone = new Set<string>()
  return {
    forget: (annotation) => {
      gone.add(annotation.tag)
    },
    adopt: (annotation, dict, beside) => {
      const place = places.get(beside.tag)
      if (!place) return
      dict.set(PDFName.of('StructParent'), PDFNumber.of(firstKey + parents.length))
      parents.push(place.elementRef)
      place.element.set(NAMES.look, PDFName.of('Annot'))
      if (annotation.tag === beside.tag) return
      const entry = pdf.context.obj({ Type: 'OBJR', Obj: annotation, ...(place.page ? { Pg: place.page } : {}) })
      place.element.lookup(NAMES.kids, PDFArray).push(entry)
    },
    close: () => {
      for (const { element } of new Set(places.values())) {
        const kids = element.lookup(NAMES.kids)
        if (kids instanceof PDFArray) without(kids, gone)
      }
      if (parents.length > 0) addParents(pdf, root, firstKey, parents)
    }
  }
}
