import type { SentenceView } from '../text/sentence-view'
import { announcesResults, hasAmount } from './outcome-rule'
import { isCut } from './cut-sentence'
import { paperKind } from './paper-words'
import { tellsRecord } from './rules/financial-result'
import { primaryVerdict } from './rules/primary-endpoint'
import { hasTestStatistic } from './rules/statistics'
import { isOpenSentence } from './verdict/assertion'
import { harmOf } from './verdict/harm'
import { pattern } from '#model/pattern'

/** A kind of sentence that tells no outcome of this document, however its words look. */
interface Kind {
  readonly what: string
  /** True where an amount told before the words is a result all the same: "sales were $2 million (see note 4)". */
  readonly behindAmount?: boolean
  readonly shapes: readonly RegExp[]
}

const KINDS: readonly Kind[] = [
  {
    what: 'the cover of a report',
    shapes: [/\baggregate market value\b[^;]{0,160}\bnon-?affiliates\b/i]
  },
  {
    // Announcements of findings, opinions and plans to report are not outcomes (domain rule).
    what: 'a promise to report',
    shapes: [/\bwill be (?:disclosed|reported|announced|published|released|presented)\b/i,
      /\b(?:will|plans? to|expects? to) (?:communicate|report|announce|present|publish|release|disclose)\b/i]
  },
  {
    // A current report says that a release was issued; what it tells stands in the release.
    what: 'the issue of a release',
    shapes: [
      /\b(?:issued|released|published) (?:a|an|its|the) (?:\w+ )?(?:press |news |earnings )?(?:release|announcement)\b/i,
      /\bis (?:attached|furnished|filed)\b[^.;]{0,40}\b(?:exhibit|herewith|hereto)\b/i
    ]
  },
  {
    what: 'what may be, or how things are done',
    shapes: [/\breasonably possible that\b/i, /\b(?:is|are) associated with\b/i,
      /\b(?:shipped|sold|distributed|delivered|sourced|made|manufactured) (?:\w+ ){0,6}?(?:through|from|by) (?:our|its|the company['’]s) (?:own )?(?:distribution|fulfil?lment|stores|plants|facilities|warehouses)\b/i]
  },
  {
    what: 'the life of a person',
    shapes: [
      pattern('i')`
      \b(?:received|holds|earned|has held|graduated)\b[^.;]{0,40}\b(?:degree|master|bachelor|mba|m\.b\.a|b\.s|b\.a|ph\.?d
      |j\.?d|bsba|positions?)\b`,
      /\b(?:prior to joining|previously,? (?:served|was|worked))\b/i,
      /\bno (?:arrangements?|family relationships?)\b/i,
      pattern('i')`
      ^(?:he|she|(?:mr|ms|mrs|dr)\.? [\w.'’-]+)(?: [\w.'’-]+)? (?:was|has been|has served|served|is|began|started|spent|worked
      |managed|led|oversaw|joined|founded|co-?founded|brings|has (?:more|over|nearly))\b[^.;]{0,120}\b(?:leader|partner
      |director|officer|president|manager|analyst|member|founder|chairman|career|years|assets|funds|firm|companies|guest
      |professor|consultant)\b`
    ]
  },
  {
    what: 'a legend',
    shapes: [
      pattern('i')`
      \b(?:neither|none of|no|not) (?:the )?(?:u\.s\. )?(?:securities and exchange commission|sec|commission
      |state securities (?:commission|regulator|authorit)\w*|securities (?:commission|regulator|regulatory authority|exchange)
      |stock exchange|regulat\w+)\b[^.;]{0,120}\b(?:approv|disapprov|passed|pass|review|recommend|determin|accept|endors
      |evaluat)\w*`,
      pattern('i')`
      \b(?:commission|sec|fda|authority|authorities|exchange|regulators?|administration)\b[^.;]{0,60}\b(?:has|have) (?:not
      |neither)\b[^.;]{0,40}\b(?:approved|disapproved|passed (?:up)?on|reviewed|evaluated|endorsed|determined
      |recommended)\b[^.;]{0,80}\b(?:securities|prospectus|offering|notes|shares|units|bonds|debentures|warrants|merits
      |adequacy|accuracy|statements?|release|transaction|fairness|document)\b`,
      /\brepresentation to the contrary\b/i,
      /\bhas (?:not )?(?:been )?(?:reviewed|approved) (?:by|nor)\b[^.;]{0,60}\b(?:accepts? (?:no )?responsibility|adequacy or accuracy)\b/i,
      pattern('i')`
      \b(?:has|have) not been (?:(?:and will not be )?registered|evaluated|approved|passed upon)\b[^.;]{0,80}\b
      (?:securities act|commission|sec|food and drug|fda|state)\b`
    ]
  },
  {
    what: 'the words of a form or a consent',
    shapes: [
      /\b(?:we|i|the undersigned) (?:hereby )?consent to\b/i,
      pattern('i')`
      \b(?:filed|furnished|submitted|made|issued|registered|given) pursuant to (?:section|rule|item|regulation
      |general instruction|the (?:securities|exchange|investment))\b`,
      pattern('i')`
      \b(?:this|the) (?:registration statement|prospectus|prospectus supplement|proxy statement|form|schedule
      |offering circular) (?:relates|related|covers|covered|describes|is being|was|has been|constitutes)\b`,
      /\b(?:check|mark) (?:this|the|one) (?:appropriate )?box\b|\bindicate by check ?mark\b/i,
      /\bincorporat(?:ed|ion) (?:herein )?by reference\b/i,
      /\bselling (?:stock|share|security)holders? named\b/i
    ]
  },
  {
    what: 'the standing of a filer',
    shapes: [
      pattern('i')`
      \b(?:emerging growth compan(?:y|ies)|smaller reporting compan(?:y|ies)|(?:large )?accelerated filer
      |well-known seasoned issuer|shell company|foreign private issuer|public float|controlled company)\b`
    ]
  },
  {
    what: 'a limit, a power or a right',
    shapes: [
      /\b(?:polic(?:y|ies)|guidelines|covenants?|by-?laws|charter) (?:\w+ )?(?:requires?|permits?|limits?|states?|prohibits?|allows?)\b/i,
      pattern('i')`
      \b(?:is|are|be|was|were) (?:not )?(?:allowed|permitted|authorized|entitled|empowered|eligible|obligated|required|limited
      |prohibited|restricted)\b(?: by law)? (?:to|from)\b[^.;]{0,80}\b(?:up to|not more than|no more than|at least|maximum
      |percent|%|hold|invest|take|borrow|issue|vote|receive|pay|make|engage)\b`,
      /\b(?:may|must|shall) not (?:exceed|invest|hold|borrow|purchase|own|acquire)\b/i,
      pattern('i')`
      \b(?:is|are) not (?:charged|subject to|assessed|required|taxed)\b
      |\beligible for\b[^.;]{0,60}\b(?:deduction|credit|treatment|exemption)\b`
    ]
  },
  {
    what: 'a pointer to another document',
    behindAmount: true,
    shapes: [
      pattern('i')`
      \b(?:further|additional|more|complete|detailed) (?:information|details?|discussion|description)\b[^.;]{0,80}\b(?:is|are
      |can be|may be) (?:included|contained|found|available|set forth|provided|described|obtained)\b`,
      pattern('i')`
      \b(?:is|are) (?:included|contained|set forth|described|discussed|presented|shown) in\b[^.;]{0,80}\b
      (?:form (?:10|20|40|8|6)|10-?[kq]|annual report|quarterly report|prospectus|proxy statement|note \d|exhibit)\b`,
      pattern('i')`
      \bcompleted (?:the )?filing of (?:the company['’]s |its )?(?:\w+ ){0,3}(?:financial statements|form|annual report
      |quarterly report)\b`,
      pattern('i')`
      \b(?:financial statements|md&a)\b[^.;]{0,160}\b(?:available|filed|posted) (?:on|at|under|with)\b[^.;]{0,40}\b(?:sedar
      |edgar|website|www)\b`,
      /\b(?:should be read in conjunction|refer to|see (?:also )?(?:the )?(?:note|item|table|section|risk factors|reconciliation))\b/i,
      pattern('i')`
      \bthe following (?:table|chart|discussion|summary)\b[^.;]{0,60}\b(?:shows?|sets? forth|presents?|summari[sz]es|provides
      |reconciles|details|calculat\w+)\b`
    ]
  },
  {
    what: 'a note to a table or a measure defined',
    behindAmount: true,
    shapes: [
      /^\(?\*?(?:note|notes) ?(?:\d{1,2}|[a-z])?\)? ?[:.)-][^.;]{0,60}\b(?:in|during|for) the (?:three|six|nine|twelve) months\b/i,
      /^note \d{1,2}:/i,
      /\b(?:is|are) (?:a |an )?non-?(?:gaap|ifrs)\b/i,
      pattern('i')`
      \bnon-?(?:gaap|ifrs) (?:financial )?(?:measures?|ratios?|information)\b[^.;]{0,120}\b(?:exclud\w+|no standardi[sz]ed
      |should not|does not have|do not have|not prepared|supplement\w*|useful|in addition to|calculated)\b`,
      pattern('i')`
      \b(?:is|are) (?:calculated|computed|determined|defined|derived|measured|recognized|recorded|translated|amortized
      |depreciated|stated|carried|accrued|expensed|capitalized|reviewed|classified)\b[^.;]{0,40}\b(?:by|as|at|when|over|using
      |on|in|based|for|if|upon)\b`,
      /\b(?:uses?|used) (?:these |this |such |non-?gaap |cash costs?)[^.;]{0,120}\bto (?:manage|evaluate|assess|measure|monitor)\b/i,
      /\bmanagement has exercised judgment\b|\bin addition to disclosing\b/i
    ]
  },
  {
    what: 'a caption or the head of a table',
    shapes: [
      pattern('i')`
      ^(?:(?:figures?|tables?|photos?|photographs?|plates?|maps?) ?\d{0,2}[ :.–-]
      |(?:left|right|top|bottom) (?:photo|image|panel|figure))`,
      /\bconsolidated (?:balance sheets?|statements? of [a-z ]{4,40})[^.;]{0,60}\((?:in|amounts|unaudited|\$|u\.?s)/i,
      /(?:\$? ?\(?\d[\d,.]*\)?%? ){6}/
    ]
  },
  {
    what: 'the title of a presentation',
    shapes: [
      pattern('i')`
      \b(?:presentation|poster|abstract|paper|talk|session)\b[^.;]{0,30}\b(?:titled|entitled)\b[^;]{0,260}\b(?:delivered
      |presented|given|held|shown) (?:by|at|on|during|as)\b`,
      /\bwas (?:delivered|presented|given) by\b/i,
      /\b(?:delivered|reported|achieved|announced) the following (?:\w+ ){0,3}(?:results|highlights|figures)\b/i
    ]
  }
]

/** What would follow if something moved: a sensitivity, which reports nothing. */
const SENSITIVITY = pattern('i')`
  \b(?:an?|each|every|one|hypothetical)\b[^.;,]{0,24}(?:%|\bpercent(?:age)?\b|\bbasis\b)[^.;,]{0,24}\b(?:increases?|decreases?
  |changes?|declines?|rise|fall|movement|strengthening|weakening|appreciation|depreciation)\b[^;]{0,160}\b(?:would|could
  |might)\b`

/** Whether all the sentence tells is what would follow if something moved; an amount before that is a result. */
const isSensitivity = (text: string): boolean => {
  const at = text.search(SENSITIVITY)
  return at >= 0 && !hasAmount(text.slice(0, at))
}

/** The kind of standing text that a sentence is, which tells no outcome; null where it may tell one. */
export const standingKind = (text: string): string | null =>
  KINDS.find(({ shapes, behindAmount }) =>
    shapes.some((shape) => {
      const at = text.search(shape)
      return at >= 0 && !(behindAmount && hasAmount(text.slice(0, at)))
    })
  )?.what ?? null

/** Whether something about the sentence keeps an outcome it seems to tell from being one of this document. */
export const isNoNews = (view: SentenceView): boolean => {
  if (isOpenSentence(view.text) || standingKind(view.text) !== null || isCut(view) || paperKind(view) !== null || isSensitivity(view.text)
    || /\?["”']?\s*$/.test(view.text)) return true
  return view.zone === 'lede' && announcesResults(view.text) && !hasAmount(view.text) && !tellsRecord(view.text)
    && !hasTestStatistic(view.text) && primaryVerdict(view.text) === null && harmOf(view.text) === null
}
