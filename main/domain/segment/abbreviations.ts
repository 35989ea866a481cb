/** Abbreviations that never end a sentence, without their last full stop, lower-case. */
export const NEVER_END: ReadonlySet<string> = new Set([
  'mr', 'mrs', 'ms', 'messrs', 'dr', 'prof', 'hon', 'v', 'vs', 'nos', 'sec', 'reg', 'fig', 'figs', 'art', 'para', 'paras', 'p', 'pp',
  'approx', 'est', 'e.g', 'i.e', 'cf', 'et', 'mg', 'kg', 'st', 'mt', 'ft', 'gen', 'rev', 'sen', 'rep', 'gov', 'capt', 'col', 'lt', 'sgt', 'pres',
  'viz', 'incl', 'excl', 'dept', 'univ', 'assn', 'bros', 'intl', 'natl', 'tel', 'ext', 'attn', 'vol', 'ed', 'eds', 'ch', 'ref', 'ca'
])

/** Abbreviations that may end a sentence: they do so only before a word that starts sentences. Lower-case, without the last stop. */
export const MAY_END: ReadonlySet<string> = new Set([
  'inc', 'corp', 'co', 'cos', 'ltd', 'l.p', 'l.l.c', 'l.l.p', 'p.l.c', 'n.v', 'b.v', 's.a', 'a.g', 'n.a', 's.p.a', 'u.s', 'u.s.a', 'u.k', 'u.n', 'e.u',
  'n.j', 'n.y', 'd.c', 'p.c', 'n.w', 'n.e', 's.w', 's.e', 'etc', 'jr', 'sr', 'esq', 'm.d', 'ph.d', 'd.v.m', 'pharm.d', 'b.s', 'm.s', 'b.a', 'm.a', 'm.b.a', 'j.d', 'c.p.a', 'cpa',
  'a.m', 'p.m', 'a.d', 'b.c', 'al', 'ave', 'blvd', 'rd', 'ste', 'calif', 'mass', 'conn', 'fla', 'ill', 'mich', 'minn', 'penn', 'tex', 'wash', 'ariz', 'colo', 'va', 'md', 'ga', 'pa',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec', 'ann', 'int', 'mfg', 'hldgs', 'sys', 'tech', 'grp', 'assoc', 'symbol'
])

/** Months cut short: no boundary before a digit. */
export const MONTHS: ReadonlySet<string> = new Set(['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec'])

/** Words that begin sentences more often than they go on behind an abbreviation. */
export const STARTERS: ReadonlySet<string> = new Set((
  'The This These Those That There We Our It Its In On At As A An However He She They His Her Their If For To Such Under During Based While When Where With Although Additionally '
  + 'Also Following Since After Before Mr Mrs Ms Dr You Your All Any Each Both Certain Moreover Furthermore But And Or So Because From By Prior Upon Until Through Further Finally '
  + 'Factors Actual Except Forward-looking Investors Shareholders Stockholders Management Net Total Revenue Revenues Sales Patients Results About Approximately Among Between Today Additional '
  + 'No Not Other Some Many Most Several Please Potential Included Including Words Statements Participants Headquartered Founded I'
).split(' '))

/** Time zones and the like that may follow "a.m." and "p.m.". */
export const TIME_ZONE = /^(?:E[SD]?T|C[SDE]?T|M[SD]?T|P[SD]?T|GMT|UTC|CEST|BST|Eastern|Central|Mountain|Pacific|Greenwich|London|New York|Hong Kong|Israel|local)\b/
