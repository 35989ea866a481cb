/** What a scale word multiplies by. */
export const SCALES: ReadonlyMap<string, number> = new Map([['thousand', 1e3], ['thousands', 1e3], ['million', 1e6], ['millions', 1e6], [
  'billion',
  1e9
], ['billions', 1e9], ['trillion', 1e12], ['mm', 1e6], ['bn', 1e9], ['mln', 1e6], ['mn', 1e6]])
/** What a letter at an amount of money multiplies by: "$804K". */
export const SUFFIXES: ReadonlyMap<string, number> = new Map([['k', 1e3], ['m', 1e6], ['mm', 1e6], ['b', 1e9], ['bn', 1e9]])
/** The unit that a word behind a number tells. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ['%', '%'],
  ['percent', '%'],
  ['cents', 'cents'],
  ['shares', 'shares'],
  ['patients', 'patients'],
  ['subjects', 'patients'],
  ['participants', 'patients'],
  ['employees', 'employees'],
  ['months', 'months'],
  ['weeks', 'weeks'],
  ['days', 'days'],
  ['years', 'years'],
  ['hours', 'hours'],
  ['mg', 'mg'],
  ['kg', 'kg'],
  ['ml', 'ml'],
  ['stores', 'stores'],
  ['units', 'units'],
  ['ounces', 'ounces'],
  ['tonnes', 'tonnes'],
  ['tons', 'tons'],
  ['barrels', 'barrels'],
  ['feet', 'feet'],
  ['meters', 'metres'],
  ['metres', 'metres'],
  ['square', 'square feet'],
  ['customers', 'customers'],
  ['warrants', 'warrants'],
  ['options', 'options'],
  ['branches', 'branches'],
  ['mw', 'MW'],
  ['countries', 'countries'],
  ['g', 'g'],
  ['bps', 'basis points'],
  ['basis', 'basis points'],
  ['percentage', 'percentage points'],
  ['points', 'points'],
  ['times', 'times'],
  ['patents', 'patents'],
  ['products', 'products'],
  ['holes', 'holes']
])
