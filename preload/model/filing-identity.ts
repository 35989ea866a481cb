/** What tells whose a filing is. */
export interface CompanyFacts {
  readonly cik: string | null
  readonly company: string | null
}

/** A CIK is a number of up to ten digits; leading zeros are padding. */
const levelCik = (cik: string): string => cik.replace(/^0+/, '')

/** Forms of incorporation: a header says "LARKSPUR LOOMS INC", the release "Larkspur Looms, Inc." or "Larkspur Looms". */
const FORM = /(?:\s(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|plc|sa|ag|nv))+$/

const levelName = (name: string): string => {
  const level = name.toLowerCase().replace(/\/[a-z]{2,3}\/?\s*$/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return level.replace(FORM, '') || level
}

/** Whether two filings are of one company: by CIK where both have one, else by name, since a release that was filed bare has only that. */
export const isSameCompany = (a: CompanyFacts, b: CompanyFacts): boolean => {
  if (a.cik !== null && b.cik !== null) return levelCik(a.cik) === levelCik(b.cik)
  return a.company !== null && b.company !== null && levelName(a.company) !== '' && levelName(a.company) === levelName(b.company)
}
