/** What Form 8-K has called its items: the numbers in use until August 2004, and those with two decimals since (SEC release 33-8400). */
const NAMES: Readonly<Record<string, string>> = {
  '1': 'Changes in Control of Registrant',
  '2': 'Acquisition or Disposition of Assets',
  '3': 'Bankruptcy or Receivership',
  '4': 'Changes in Registrant’s Certifying Accountant',
  '5': 'Other Events',
  '6': 'Resignations of Registrant’s Directors',
  '7': 'Financial Statements and Exhibits',
  '8': 'Change in Fiscal Year',
  '9': 'Regulation FD Disclosure',
  '10': 'Amendments to the Code of Ethics',
  '11': 'Temporary Suspension of Trading Under Employee Benefit Plans',
  '12': 'Results of Operations and Financial Condition',
  '1.01': 'Entry into a Material Definitive Agreement',
  '1.02': 'Termination of a Material Definitive Agreement',
  '1.03': 'Bankruptcy or Receivership',
  '1.04': 'Mine Safety',
  '1.05': 'Material Cybersecurity Incidents',
  '2.01': 'Completion of Acquisition or Disposition of Assets',
  '2.02': 'Results of Operations and Financial Condition',
  '2.03': 'Creation of a Direct Financial Obligation',
  '2.04': 'Triggering Events That Accelerate a Direct Financial Obligation',
  '2.05': 'Costs Associated with Exit or Disposal Activities',
  '2.06': 'Material Impairments',
  '3.01': 'Notice of Delisting or Failure to Satisfy a Listing Rule',
  '3.02': 'Unregistered Sales of Equity Securities',
  '3.03': 'Material Modification to Rights of Security Holders',
  '4.01': 'Changes in Registrant’s Certifying Accountant',
  '4.02': 'Non-Reliance on Previously Issued Financial Statements',
  '5.01': 'Changes in Control of Registrant',
  '5.02': 'Departure or Election of Directors or Officers',
  '5.03': 'Amendments to Articles of Incorporation or Bylaws',
  '5.04': 'Temporary Suspension of Trading Under Employee Benefit Plans',
  '5.05': 'Amendments to the Code of Ethics',
  '5.06': 'Change in Shell Company Status',
  '5.07': 'Submission of Matters to a Vote of Security Holders',
  '5.08': 'Shareholder Director Nominations',
  '6.01': 'ABS Informational and Computational Material',
  '6.02': 'Change of Servicer or Trustee',
  '6.03': 'Change in Credit Enhancement',
  '6.04': 'Failure to Make a Required Distribution',
  '6.05': 'Securities Act Updating Disclosure',
  '6.06': 'Static Pool',
  '7.01': 'Regulation FD Disclosure',
  '8.01': 'Other Events',
  '9.01': 'Financial Statements and Exhibits'
}

/** The name of an item of Form 8-K by its number, such as `2.02` or `5`; null where the form has none of that number. */
export const itemName = (number: string): string | null => NAMES[number] ?? null

const number = (item: string): string | null => /^(?:item\s+)?(\d{1,2}(?:\.\d{2})?)\b/i.exec(item.trim())?.[1] ?? null

/** Names that the header spells out over two lines are told to their first mark; the one that names both departures and elections there, whole. */
const toFirstMark = (name: string): string =>
  /^departure of directors\b.*\belection\b/i.test(name) ? NAMES['5.02'] ?? name : name.split(/[;:]/)[0]?.trim() ?? name

/** What says nothing of a report's news where it has another item. */
const isAttachment = (name: string): boolean => /^financial statements\b.{0,30}\bexhibits$/i.test(name)

/**
 * The names that tell what a current report is about, from its items as a header or its headings give them (numbers, or names); the item that only lists
 * exhibits is left out unless there is no other. Each once, in order.
 */
export const itemNames = (items: readonly string[]): string[] => {
  const names = items.flatMap((item) => {
    const found = number(item)
    const name = found === null ? toFirstMark(item) : itemName(found) ?? `Item ${found}`
    return name === '' ? [] : [name]
  })
  const news = names.filter((name) => !isAttachment(name))
  return [...new Set(news.length > 0 ? news : names)]
}

/** Items that a reader must not miss, by how a header or a heading begins them, and what each is called: that of the books first. */
const GRAVE: readonly (readonly [begins: RegExp, number: string])[] = [
  [/^non-?reliance on/i, '4.02'],
  [/^changes? in (?:the )?(?:registrant|company).{0,3} (?:certifying )?(?:independent )?(?:public )?accountant/i, '4.01'],
  [/^bankruptcy or receivership/i, '1.03'],
  [/^triggering events/i, '2.04'],
  [/^notice of delisting/i, '3.01'],
  [/^material impairments?/i, '2.06'],
  [/^material cybersecurity incident/i, '1.05'],
  [/^changes? in control/i, '5.01']
]

/** Whether a name is that of a grave item. */
export const isGrave = (name: string): boolean => GRAVE.some(([begins]) => begins.test(name))

/** The names of the grave items among those of a current report, however the header spells them: each once, those of the books first. */
export const graveNames = (items: readonly string[]): string[] => {
  const names = itemNames(items)
  return GRAVE.flatMap(([begins, item]) => names.some((name) => begins.test(name)) ? NAMES[item] ?? [] : [])
}
