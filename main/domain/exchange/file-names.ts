import type { WorkFiling } from './work-document'

/** Signs that a system, a link of Markdown or a shell gives a meaning of its own. */
const SPECIAL = /[#^[\]|\\/:*?"<>]/g

/** The longest name without its ending, in code units: systems take 255 bytes, and a letter may have three. */
const LONGEST = 80

/** Whether two names are one for a system that takes no notice of capitals or of how an accent is written. */
const level = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * A name for the file of each filing, in their order, made from the name of the file it came in: no two are one on any system, and none holds
 * a sign that could lead elsewhere. `ending` begins with a point or what stands before it, such as `-marked.html`.
 */
export const fileNamesOf = (filings: readonly Pick<WorkFiling, 'fileName'>[], ending: string): readonly string[] => {
  const taken = new Set<string>()
  return filings.map(({ fileName }, at) => {
    const base = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(SPECIAL, ' ').slice(0, LONGEST).replace(/^[\s.]+|[\s.]+$/g, '') ||
      `filing ${String(at + 1)}`
    let name = `${base}${ending}`
    for (let copy = 2; taken.has(level(name)); copy += 1) name = `${base} (${String(copy)})${ending}`
    taken.add(level(name))
    return name
  })
}
