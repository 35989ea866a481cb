const PLACES: Readonly<Record<string, string>> = {
  'block list-item': 'its place in a list',
  'block quote': 'its place in a quotation',
  'block paragraph': 'its place in a paragraph',
  'zone lede': 'its place in the opening',
  'zone outlook': 'its place in the outlook',
  'zone about': 'its place in the description of the company',
  'zone body': 'its place in the body',
  'zone finding': 'its place under a finding',
  spoken: 'its speaker',
  amount: 'its amount'
}

/** A feature of the judge in a reader's words. */
const sayFeature = (feature: string): string => {
  const known = PLACES[feature]
  if (known !== undefined) return known
  const at = feature.indexOf(' ')
  const kind = feature.slice(0, at)
  const words = feature.slice(at + 1).replaceAll('#year', 'a year').replaceAll('#', 'a number')
  if (kind === 'first') return `“${words}” at its beginning`
  if (kind === 'heading') return `“${words}” in its heading`
  if (kind === 'list') return `a word of the list “${words}”`
  if (kind === 'place') return 'its place in the document'
  return kind === 'zone' || kind === 'block' ? `its place (${words})` : `“${words}”`
}

/** The sentence that says why the judge raised a mark, by the features that weighed most. */
export const sayReason = (features: readonly string[], what: string): string => {
  const said = [...new Set(features.map(sayFeature))]
  const last = said.pop()
  if (last === undefined) return `No rule fired, but it is built like a sentence that ${what}.`
  const all = said.length === 0 ? last : `${said.join(', ')} and ${last}`
  return `No rule fired, but ${all} weighed for a sentence that ${what}.`
}
