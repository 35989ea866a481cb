import type { Block } from '#contract/filing'

/** How much of a field is looked at, in code units. */
const SAMPLE = 4000

/** Words below which a field is a value: a name, an address, a code. */
const FEWEST = { ended: 5, open: 12 }

/** Elements whose value is no prose whatever it looks like: names, places, codes and marks of identity. */
const VALUE = /(?:name|title|street\d?|city|state|country|zip\w*|code|id|cik|symbol|phone\w*|date|type)$/i

/** Whether a field of a form in XML is narrative, to be cut into sentences: words in small letters that end as a sentence does, and no markup of its own. */
export const isNarrative = (block: Block): boolean => {
  if (VALUE.test(block.attrs?.['label'] ?? '')) return false
  const text = block.text.slice(0, SAMPLE)
  if (/<\/?[a-z][^<>]{0,200}>/i.test(text)) return false
  const words = text.match(/\S+/g)?.length ?? 0
  const small = text.match(/(?:^|\s)\p{Ll}{2,}/gu)?.length ?? 0
  const isEnded = /[.?!;:)\u201d"]$/u.test(block.text)
  return words >= (isEnded ? FEWEST.ended : FEWEST.open) && small >= 2 && small >= words * 0.25
}
