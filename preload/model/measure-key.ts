/** One key for a measure however a text writes it: small letters, one space, no footnote mark or colon, no plural. */
export const measureKey = (measure: string): string =>
  measure.toLowerCase().replace(/\s+/g, ' ').replace(/[\d\s:.*†]+$/, '').trim().replace(/(?<=[a-z]{3}[^s\W])s$/, '')

/** A measure as the head of a list: its first letter large. */
export const measureTitle = (measure: string): string => {
  const plain = measure.replace(/\s+/g, ' ').replace(/[\s:*†]+$/, '').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
