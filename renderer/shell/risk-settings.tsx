import { Eye, EyeOff, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { RiskGroup, RiskTag } from '#contract/finding'
import { risksByGroup, risksState } from '../state/marks/risks'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button, IconButton } from '../ui/button'
import { TextField } from '../ui/fields'

const blurOnEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key === 'Enter') event.currentTarget.blur()
}

const RiskRow = ({ risk }: { readonly risk: RiskTag }) => {
  const hidden = risk.hidden === true
  return (
    <li className="risk-row" data-hidden-tag={hidden}>
      <TextField
        key={risk.label}
        label={`Name of ${risk.label}`}
        defaultValue={risk.label}
        maxLength={80}
        title={risk.scope === '' ? undefined : risk.scope}
        onKeyDown={blurOnEnter}
        onBlur={(event) => {
          const field = event.currentTarget
          void risksState.rename(risk, field.value).then((done) => {
            if (!done) field.value = risk.label
          })
        }}
      />
      {risk.own === true ? <span className="risk-own">Yours</span> : null}
      <IconButton size="small" icon={hidden ? EyeOff : Eye} label={hidden ? `Offer ${risk.label} again` : `Hide ${risk.label}`}
        aria-pressed={hidden} onClick={() => void risksState.hide(risk, !hidden)} />
    </li>
  )
}

const AddRisk = ({ group, label }: { readonly group: RiskGroup; readonly label: string }) => {
  const [words, setWords] = useState('')
  const add = (): void =>
    void risksState.add(group, words).then((done) => {
      if (done) setWords('')
    })
  return (
    <form className="risk-row" onSubmit={(event) => {
      event.preventDefault()
      add()
    }}>
      <TextField label={`New tag in ${label}`} placeholder="New tag" value={words} maxLength={80}
        onChange={(event) => setWords(event.target.value)} />
      <Button size="small" tone="plain" icon={Plus} type="submit" disabled={words.trim() === ''}>Add</Button>
    </form>
  )
}

/** The risk taxonomy in its two levels: tags are named anew, hidden, and added to a group. */
export const RiskSettings = () => {
  const risks = useStore(workspaceState, workspaceState.select.risks)
  return (
    <section className="risk-settings" aria-labelledby="risk-settings-title">
      <h3 id="risk-settings-title" className="setting-label">Risk tags</h3>
      <p className="setting-about">
        For corrections of forward-looking statements. Redwell suggests only the tags it came with; hidden ones are no longer offered.
      </p>
      {risksByGroup(risks).map(({ group, label, risks: members }) => (
        <fieldset key={group} className="risk-group">
          <legend>{label}</legend>
          <ul>{members.map((risk) => <RiskRow key={risk.id} risk={risk} />)}</ul>
          <AddRisk group={group} label={label} />
        </fieldset>
      ))}
    </section>
  )
}
