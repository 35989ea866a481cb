import { QUERY_WORDS } from '#contract/search'
import { searchState } from '../state/search/search'

const SIGNS: readonly (readonly [string, string])[] = [
  ['going concern', 'both words, anywhere in a passage'],
  ['"going concern"', 'the words one after the other'],
  ['endpoint -secondary', 'without a word'],
  ['cash OR debt', 'either word; brackets join: (cash OR debt) covenant'],
  ['doubt NEAR/5 concern', 'at most five words apart'],
  ['restat*', 'all words that begin so'],
  ['$3.2  12%  p<0.05', 'numbers as they are written']
]

/** Values by which the query words are explained. */
const EXAMPLES: Readonly<Record<keyof typeof QUERY_WORDS, string>> = {
  tag: 'tag:"key claim"',
  note: 'note:covenant',
  status: 'status:open',
  section: 'section:"risk factors"',
  company: 'company:harrow',
  form: 'form:8-K',
  before: 'before:2007-03',
  after: 'after:2006',
  risk: 'risk:competition',
  kind: 'kind:finding',
  folder: 'folder:"deal a"'
}

const Example = ({ words, hint }: { readonly words: string; readonly hint: string }) => (
  <>
    <dt>
      <button type="button" onClick={() => {
        searchState.setQuery(`${words} `)
        searchState.focus()
      }}>
        {words}
      </button>
    </dt>
    <dd>{hint}</dd>
  </>
)

/** What can be written in the box, while it is empty; a click tries it. */
export const SearchHelp = () => (
  <div className="search-help">
    <section>
      <h2>Words</h2>
      <dl>{SIGNS.map(([words, hint]) => <Example key={words} words={words} hint={hint} />)}</dl>
    </section>
    <section>
      <h2>Query words</h2>
      <dl>
        {(Object.keys(EXAMPLES) as (keyof typeof QUERY_WORDS)[]).map((word) => (
          <Example key={word} words={EXAMPLES[word]} hint={QUERY_WORDS[word]} />
        ))}
      </dl>
    </section>
  </div>
)
