import { countOf, listOf, objectOf } from '../read-json'
import type { JsonObject } from '../read-json'
import type { PackFacts } from './pack-facts'
import { isPackPath } from './pack-layout'

const HASH = /^[0-9a-f]{64}$/

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 10_000

const hasTexts = (object: JsonObject, keys: readonly string[]): boolean => keys.every((key) => isText(object[key]))

const isPath = (value: unknown): boolean => typeof value === 'string' && value.startsWith('data/') && isPackPath(value)

const isFiling = (value: unknown): boolean => {
  const filing = objectOf(value)
  if (!filing || !hasTexts(filing, ['sha256', 'textSha256', 'fileName', 'title'])) return false
  return HASH.test(String(filing['sha256'])) && countOf(filing['bytes']) !== null && isPath(filing['source']) && isPath(filing['work']) &&
    listOf(filing['texts']).every((one) => {
      const text = objectOf(one)
      return countOf(text?.['sequence']) !== null && isPath(text?.['file'])
    })
}

const isLink = (value: unknown): boolean => {
  const link = objectOf(value)
  return link !== null && hasTexts(link, ['older', 'newer', 'linkedAt']) && (link['kind'] === 'version' || link['kind'] === 'family')
}

const COUNTS = ['filings', 'marks', 'notes', 'questions', 'decisions', 'reviews']

const areCounts = (value: unknown): boolean => COUNTS.every((key) => countOf(objectOf(value)?.[key]) !== null)

const isPerson = (value: unknown): boolean => {
  const person = objectOf(value)
  return person !== null && hasTexts(person, ['id', 'name']) && typeof person['me'] === 'boolean' &&
    (person['libraryId'] === null || isText(person['libraryId']))
}

const isLog = (value: unknown): boolean => {
  if (value === null) return true
  const log = objectOf(value)
  return log !== null && (log['head'] === null || isText(log['head'])) && countOf(log['seals']) !== null && countOf(log['changes']) !== null
}

const CHECKS: readonly { readonly what: string; readonly holds: (facts: JsonObject) => boolean }[] = [
  { what: 'its form', holds: (facts) => hasTexts(facts, ['format']) && countOf(facts['schema']) !== null },
  { what: 'its library, name and time', holds: (facts) => hasTexts(facts, ['contentId', 'libraryId', 'name', 'asOf']) },
  { what: 'its counts', holds: (facts) => areCounts(facts['counts']) && areCounts(facts['leftOut']) },
  { what: 'its people', holds: (facts) => listOf(facts['people']).every(isPerson) },
  { what: 'its tags and risks', holds: ({ tags, risks }) => Array.isArray(tags) && Array.isArray(risks) },
  { what: 'its filings', holds: (facts) => listOf(facts['filings']).every(isFiling) },
  { what: 'its links', holds: (facts) => listOf(facts['links']).every(isLink) },
  { what: 'its history', holds: (facts) => isLog(facts['log']) }
]

/** Reads `pack.json`; what of it is missing or not as it must be, as words, where something is. */
export const readFacts = (value: unknown): PackFacts | string => {
  const object = objectOf(value)
  if (!object) return 'an object'
  const wrong = CHECKS.find(({ holds }) => !holds(object))
  // Each field that is read below was checked above; a pack of a later form may hold more of them.
  return wrong ? wrong.what : object as unknown as PackFacts
}
