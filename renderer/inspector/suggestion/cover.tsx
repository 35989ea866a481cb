import { Link2, ShieldAlert } from 'lucide-react'
import type { SafeHarborItem } from '#contract/finding'
import { corrections } from '../../state/marks/corrections'
import { documentState } from '../../state/document/document'
import type { ForwardSuggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { Icon } from '../../ui/icon'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu'
import { countWords } from '#model/words'

const NO_FACTORS: readonly SafeHarborItem[] = []

/** How much of a caution the menu shows, in code units. */
const MOST_SHOWN = 90

/** The menu that links a statement to risk factors of the filing, and takes links away. */
const LinkMenu = ({ suggestion, factors }: { readonly suggestion: ForwardSuggestion; readonly factors: readonly SafeHarborItem[] }) => (
  factors.length === 0
    ? null
    : (
      <Menu label="Cautions" trigger={<button type="button" className="risk-edit cover-edit">Correct the cautions</button>}>
        <MenuLabel>Cautions that speak of this statement</MenuLabel>
        {factors.map((factor) => (
          <MenuChoice key={factor.id} checked={suggestion.coveredBy.includes(factor.id)}
            onSelect={() => void corrections.toggleLink(suggestion, factor)}
          >
            <span className="cover-choice">{factor.text.length > MOST_SHOWN ? `${factor.text.slice(0, MOST_SHOWN)}…` : factor.text}</span>
          </MenuChoice>
        ))}
        {suggestion.decision?.links
          ? (
            <>
              <MenuSeparator />
              <MenuItem onSelect={() => void corrections.resetLinks(suggestion)}>As suggested</MenuItem>
            </>
          )
          : null}
      </Menu>
    )
)

const Linked = ({ suggestion, factors }: { readonly suggestion: ForwardSuggestion; readonly factors: readonly SafeHarborItem[] }) => (
  <ul className="cover-list" aria-label="Linked cautions">
    {factors.map((factor) => {
      const suggested = (suggestion.forward.links ?? []).find((link) => link.riskFactor === factor.id)
      return (
        <li key={factor.id}>
          <button type="button" className="cover-factor" title="Go to this caution"
            onClick={() => documentState.reveal({ start: factor.start, end: factor.end })}
          >
            <Icon of={Link2} size={13} />
            <span>{factor.text}</span>
          </button>
          {suggestion.decision?.links && !suggestion.forward.coveredBy.includes(factor.id)
            ? <p className="cover-words">linked by you</p>
            : suggested && suggested.words.length > 0
            ? <p className="cover-words">linked by {suggested.words.map((word) => `“${word}”`).join(', ')}</p>
            : null}
        </li>
      )
    })}
    {suggestion.lostLinks.map((link) => (
      <li key={link.exact} className="cover-lost">
        <span>{link.exact}</span>
        <p className="cover-words">linked by you; these words stand in no caution of this document now</p>
      </li>
    ))}
  </ul>
)

/** Which cautions of the filing stand behind a statement, and the words that made the link. Never "protected": that is for counsel to say. */
export const Cover = ({ suggestion, open }: { readonly suggestion: ForwardSuggestion; readonly open: boolean }) => {
  const factors = useStore(documentState, (state) => state.content?.safeHarbor?.riskFactors ?? NO_FACTORS)
  const { coveredBy, lostLinks } = suggestion
  if (suggestion.forward.class === 'boilerplate') return null
  const count = coveredBy.length + lostLinks.length
  const line = count === 0
    ? (
      <p className="cover cover-none">
        <Icon of={ShieldAlert} size={13} />No linked caution
      </p>
    )
    : (
      <p className="cover">
        <Icon of={Link2} size={13} />
        {countWords(count, 'linked caution')}
      </p>
    )
  if (!open) return line
  return (
    <>
      {count === 0 ? line : <Linked suggestion={suggestion} factors={factors.filter(({ id }) => coveredBy.includes(id))} />}
      <LinkMenu suggestion={suggestion} factors={factors} />
    </>
  )
}
