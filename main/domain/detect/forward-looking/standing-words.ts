import { pattern } from '#model/pattern'

/** A kind of document whose standing words hold "will" and "may" and forecast nothing. */
interface Kind {
  readonly what: string
  readonly shapes: readonly RegExp[]
}

const PARTY =
  '(?:Lenders?|Borrowers?|Buyers?|Sellers?|Purchasers?|Licens(?:ee|or)s?|Tenants?|Landlords?|Lessees?|Lessors?|Executives?|Employees?|Consultants?|Trustees?|Holders?|Agents?|Guarantors?|Depositary|Servicers?|Indemnif\\w+ Part(?:y|ies)|Pledgors?|Grantees?|Optionees?|Participants?|Contractors?|Suppliers?|Distributors?|Underwriters?|Assignees?|Disclosing Part(?:y|ies)|Receiving Part(?:y|ies)|[Pp]art(?:y|ies))'

const KINDS: readonly Kind[] = [
  {
    what: 'a vote',
    shapes: [
      /\b(?:abstentions?|broker non-?votes?|withheld votes?|votes? withheld|unvoted shares|quorum)\b/i,
      /\b(?:solicit\w*|solicitation of) prox(?:y|ies)\b|\b(?:broker|bank|nominee)s? (?:may|will|can)(?: not)? (?:be able to )?vote\b/i,
      pattern('i')`
      \bprox(?:y|ies)\b[^.;]{0,80}\b(?:will|may|can|must|revok\w+|vot\w+|solicit\w+)\b
      |\b(?:will|may|can) (?:be )?(?:vot\w+|revok\w+|solicit\w*)\b[^.;]{0,60}\b(?:prox(?:y|ies)|shares?|proposals?|nominees?
      |meeting|internet|telephone)\b`,
      pattern('i')`
      \b(?:you|stockholders|shareholders|holders|members|unitholders)\b[^.;]{0,40}\b(?:may|can|will) (?:also )?
      (?:be (?:asked|entitled|able|permitted)|vote|revoke|attend|submit|change|nominate|cast|instruct)\b[^.;]{0,80}\b(?:vot\w+
      |prox\w+|meeting|shares?|proposals?|nominat\w+|questions?)\b`,
      pattern('i')`
      \b(?:annual|special|general|extraordinary) meeting\b[^.;]{0,60}\b(?:will|is to) be (?:held|convened|conducted
      |adjourned)\b|^the meeting will (?:be|begin|start|take place)\b`,
      pattern('i')`
      \b(?:nominating|governance|compensation|audit)\b[^.;]{0,40}\bcommittee\b[^.;]{0,30}\b(?:will|may) (?:also )?(?:take
      |consider|evaluate|review|recommend|identify|retain|use)\b
      |\bin (?:considering|evaluating|selecting|identifying) (?:candidates|nominees)\b`,
      /\b(?:each|the affirmative) (?:vote|proposal|nominee)\b[^.;]{0,60}\bwill (?:be|require|have|hold|serve)\b/i
    ]
  },
  {
    what: 'a fund',
    shapes: [
      /\b(?:this|the) (?:expense )?example (?:is intended|assumes?|does not|also assumes|shows)\b/i,
      /\byour (?:actual )?(?:costs?|expenses|returns?|investment|shares)\b[^.;]{0,40}\b(?:may|might|could|would|will) be\b/i,
      /\b(?:past performance|investment return and principal value)\b/i,
      pattern('i')`
      \byou (?:may|might|could|will) (?:also )?(?:pay|lose|qualify|be (?:charged|required|subject)|redeem|exchange|purchase
      |buy|sell|incur|receive)\b`,
      pattern()`
      \b(?:[Tt]he|[Ee]ach|[Aa]|[Tt]his) (?:\w+ )?(?:Fund|Portfolio)(?:['’]s)?\b[^.;]{0,40}\b(?:may|will|can|might|could)
      (?: \w+){0,2} (?:invest|hold|borrow|lend|concentrate|purchase|buy|sell|fluctuate|lose|perform|pay|engage|use|redeem
      |distribute|be)\b`
    ]
  },
  {
    what: 'a letter',
    shapes: [
      pattern('i')`
      \b(?:any|further|additional) questions\b[^.]{0,120}\b(?:contact|call|reach|direct|hesitate|me|undersigned)\b
      |\bplease (?:do not hesitate|contact|call|feel free|direct|promptly|inform|advise|note|confirm|see|acknowledge|provide
      |refer|send|return|sign)\b`,
      /\b(?:staff|commission) comments?\b|\bassert\b[^.;]{0,40}\bas a defense\b|\bthe undersigned\b/i,
      /\bwe (?:would|will) (?:appreciate|be (?:happy|pleased|glad) to (?:provide|discuss|answer|respond))\b|\backnowledges? that\b/i
    ]
  },
  {
    what: 'a form',
    shapes: [
      /\b(?:check|mark) (?:this|the|one) (?:appropriate )?box\b|\bby check ?mark\b|\bform \d{1,2}\b[^.;]{0,60}\bobligations\b/i,
      /\bpersons who (?:are to )?respond to the collection\b|\baffirmative defense conditions\b|\bintentional misstatements\b/i,
      pattern('i')`
      \b(?:this|the) (?:form|statement|report|schedule) (?:may|must|shall|will) be (?:filed|used|signed|submitted|manually)\b
      |\bremainder of this cover page\b|\bdeemed to be ["“]?filed\b`
    ]
  },
  {
    what: 'a contract',
    shapes: [
      new RegExp(
        `\\b(?:[Tt]he|[Ee]ach|[Aa]ny|[Ee]ither|[Nn]either|[Nn]o) (?:\\w+ ){0,1}${PARTY} (?:hereby |further )?(?:will|may|shall|must|agrees?)\\b`
      ),
      pattern('i')`
      \b(?:this|the) (?:agreement|note|lease|warrant|guaranty|indenture|deed|plan document|security agreement) (?:will|may
      |shall|can) (?:not )?(?:be|become|continue|remain|terminate|expire|survive|inure|bind|govern|constitute|end|run
      |take effect)\b`,
      pattern('i')`
      \bif any (?:provision|term|part)\b|\b(?:held|found|declared|deemed) (?:to be )?(?:void|invalid|unenforceable|illegal)\b
      |\bwill remain in (?:full )?force\b`,
      pattern('i')`
      \b(?:any|all) notices?\b[^.;]{0,60}\b(?:will|may|shall|must) be\b|\bheirs, (?:executors|successors)\b
      |\bsuccessors and (?:permitted )?assigns\b`
    ]
  }
]

/** Of what kind of document a sentence is a standing word: a vote, a fund, a letter, a form, a contract; null where it is none. */
export const standingWords = (text: string): string | null =>
  KINDS.find(({ shapes }) => shapes.some((shape) => shape.test(text)))?.what ?? null
