/** What tells whose a filing is. */
export interface CompanyFacts {
  readonly cik: string | null
  readonly company: string | null
}

/** A CIK is a number of up to ten digits; leading zeros are padding. */
const levelCik = (cik: string): string => cik.replace(/^0+/, '')

/** Forms of incorporation: a header says "LARKSPUR LOOMS INC", the release "Larkspur Looms, Inc." or "Larkspur Looms". */
const FORMS = 'inc|incorporated|corp|corporation|co|company|ltd|limited|llc|l\\.l\\.c|lp|l\\.p|plc|sa|s\\.a|ag|nv|n\\.v'
const FORM = new RegExp(`(?:\\s(?:${FORMS}))+$`)
const WRITTEN_FORM = new RegExp(`(?:[,\\s]+(?:${FORMS})\\.?)+$`, 'i')

/** A company's name as it is written, without its form of incorporation; whole where it is nothing else. */
export const withoutForm = (name: string): string => name.replace(WRITTEN_FORM, '').replace(/[,\s]+$/, '') || name

const levelName = (name: string): string => {
  const level = name.toLowerCase().replace(/\/[a-z]{2,3}\/?\s*$/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return level.replace(FORM, '') || level
}

/** Whether two filings are of one company: by CIK where both have one, else by name, since a release that was filed bare has only that. */
export const isSameCompany = (a: CompanyFacts, b: CompanyFacts): boolean => {
  if (a.cik !== null && b.cik !== null) return levelCik(a.cik) === levelCik(b.cik)
  return a.company !== null && b.company !== null && levelName(a.company) !== '' && levelName(a.company) === levelName(b.company)
}

/** A form without its mark of amendment, in capitals: `8-K` of `8-K/A`; empty where it is not known. */
export const baseForm = (form: string | null): string => (form ?? '').trim().toUpperCase().replace(/\/A$/, '')

/** Whether a form amends an earlier one: `10-K/A`. */
export const isAmendment = (form: string | null): boolean => /\/A$/i.test((form ?? '').trim())

/** What a company is gathered and named by. */
export interface CompanyMember extends CompanyFacts {
  readonly id: string
  readonly filedAt: string | null
  readonly importedAt: string
}

/** Where a filing has no number, those of its name's companies: one company where there is only one of that name. */
const numbersByName = (members: readonly CompanyMember[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const numbers = new Map<string, Set<string>>()
  for (const { cik, company } of members) {
    if (cik === null || company === null) continue
    const name = levelName(company)
    numbers.set(name, (numbers.get(name) ?? new Set()).add(levelCik(cik)))
  }
  return numbers
}

const isNewer = (a: CompanyMember, b: CompanyMember): boolean => (a.filedAt ?? a.importedAt) > (b.filedAt ?? b.importedAt)

/** The name a company is shown by: that of its newest filing, written with small letters where any of its filings writes it so. */
const nameOf = (members: readonly CompanyMember[]): string => {
  const named = members.filter(({ company }) => company !== null)
  const newest = named.reduce<CompanyMember | null>((best, member) => (best && !isNewer(member, best) ? best : member), null)
  const name = newest?.company ?? ''
  const same = named.flatMap(({ company }) => (company !== null && levelName(company) === levelName(name) ? company : []))
  return same.find((company) => /\p{Ll}/u.test(company)) ?? name
}

/**
 * The company of each filing by one name, so that all filings of one company stand together: by CIK where it is known, else by name
 * without its form of incorporation. Two companies of one name are told apart by their numbers. Filings of no known company are left out.
 */
export const companyNames = (filings: readonly CompanyMember[]): ReadonlyMap<string, string> => {
  const numbers = numbersByName(filings)
  const groups = new Map<string, CompanyMember[]>()
  for (const filing of filings) {
    const name = filing.company === null ? '' : levelName(filing.company)
    const known = numbers.get(name)
    const number = filing.cik !== null ? levelCik(filing.cik) : known?.size === 1 ? [...known][0] : undefined
    const key = number === undefined ? (name === '' ? null : `name ${name}`) : `number ${number}`
    if (key === null) continue
    const members = groups.get(key)
    if (members) members.push(filing)
    else groups.set(key, [filing])
  }
  const shown = new Map<string, string>()
  const taken = new Set<string>()
  for (const [key, members] of groups) {
    const name = nameOf(members)
    if (name === '') continue
    const own = taken.has(name) ? `${name} (${key.replace('number', 'CIK').replace(/^name .*/, 'CIK not known')})` : name
    taken.add(own)
    for (const { id } of members) shown.set(id, own)
  }
  return shown
}

/** What tells which of two filings is the older one. */
export interface DatedFiling {
  readonly filedAt: string | null
  readonly period: string | null
  readonly accession: string | null
}

/** Negative where `a` is the older filing: by the day it was filed, else by the period it reports on, else by its accession number; 0 where nothing tells. */
export const byAge = (a: DatedFiling, b: DatedFiling): number => {
  const pairs = [[a.filedAt, b.filedAt], [a.period, b.period]] as const
  for (const [one, other] of pairs) if (one !== null && other !== null && one !== other) return one < other ? -1 : 1
  // An accession number holds the filer's agent, the year and a count, which compare within one agent and year only.
  const [one, other] = [a.accession ?? '', b.accession ?? ''].map((number) => /^(\d{10})-?(\d\d)-?(\d{6})$/.exec(number))
  if (!one || !other || one[1] !== other[1]) return 0
  const year = (match: RegExpExecArray): number => (Number(match[2]) < 70 ? 2000 : 1900) + Number(match[2])
  return year(one) - year(other) || Number(one[3]) - Number(other[3])
}

const ROMAN = /^(?:I{1,3}|IV|VI{0,3}|IX|X)$/

/** A name in capitals alone, set as a name: "ASTA FUNDING" as "Asta Funding"; short words of it may be letters, and stay. */
const setAsName = (name: string): string =>
  /\p{Ll}/u.test(name) ?
    name :
    name.replace(/\p{L}[\p{L}'’]*/gu, (word) => word.length <= 2 || ROMAN.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase())

/** A company's name for where there is little room: without its form of incorporation, its state and what stands in brackets. */
export const shortCompany = (company: string): string => {
  const plain = company.replace(/\s*\/[A-Za-z]{2,3}\/?\s*$/, '').replace(/\s*\([^()]*\)\s*$/, '').trim()
  return setAsName(withoutForm(plain))
}
