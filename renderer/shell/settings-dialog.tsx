import { type ReactNode, useState } from 'react'
import { DATE_FORMS, FONTS, THEMES } from '../state/window/themes'
import type { CitationStyle } from '../state/notes/citation'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { workspaceState } from '../state/window/workspace'
import { Dialog } from '../ui/dialog'
import { Segments, Select, Switch, TextField } from '../ui/fields'
import { Tabs } from '../ui/tabs'
import { KeySettings } from './key-settings'
import { LibrarySettings } from './library-settings'
import { RiskSettings } from './risk-settings'
import { SuggestionSettings } from './suggestion-settings'
import { TagSettings } from './tag-settings'

const Line = ({ label, about, children }: { readonly label: string; readonly about?: string; readonly children: ReactNode }) => (
  <div className="setting">
    <div>
      <p className="setting-label">{label}</p>
      {about === undefined ? null : <p className="setting-about">{about}</p>}
    </div>
    <div className="setting-control">{children}</div>
  </div>
)

const Slider = ({ label, value, least, most, step, unit, onChange }: {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly unit: string
  readonly onChange: (value: number) => void
}) => (
  <span className="slider">
    <input type="range" aria-label={label} min={least} max={most} step={step} value={value}
      onChange={(event) => onChange(Number(event.target.value))} />
    <span className="numeric slider-value">{value}{unit}</span>
  </span>
)

const Reading = () => {
  const { theme, fontSize, measure, lineHeight, font = 'serif', dates = 'words', author, citation = 'people', goOn = true } = useStore(
    workspaceState,
    workspaceState.select.settings
  )
  const minimap = useStore(viewState, viewState.select.minimap)
  const set = workspaceState.setSettings
  return (
    <>
      <Line label="Theme">
        <Segments label="Theme" value={theme} options={THEMES} onChange={(value) => void set({ theme: value })} />
      </Line>
      <Line label="Text font" about="For running text; tables keep their own">
        <Select label="Text font" value={font} options={FONTS} onChange={(value) => void set({ font: value })} />
      </Line>
      <Line label="Text size">
        <Slider label="Text size" value={fontSize} least={12} most={32} step={1} unit=" px"
          onChange={(value) => void set({ fontSize: value })} />
      </Line>
      <Line label="Line length" about="In characters">
        <Slider label="Line length" value={measure} least={45} most={110} step={1} unit=""
          onChange={(value) => void set({ measure: value })} />
      </Line>
      <Line label="Line spacing">
        <Slider label="Line spacing" value={lineHeight} least={1.2} most={2.2} step={0.1} unit=""
          onChange={(value) => void set({ lineHeight: value })} />
      </Line>
      <Line label="Marks beside the scroll bar" about="A strip that shows where the marks are">
        <Switch label="Shown" checked={minimap} onChange={viewState.toggleMinimap} />
      </Line>
      <Line label="Dates" about="Everywhere in the window">
        <Segments label="Dates" value={dates} options={DATE_FORMS} onChange={(value) => void set({ dates: value })} />
      </Line>
      <Line label="Citations of copied passages" about={CITATIONS[citation].about}>
        <Select label="Citations of copied passages" value={citation} onChange={(value) => void set({ citation: value })}
          options={CITATION_STYLES} />
      </Line>
      <Line label="After accept or reject by key" about="To the next suggestion that is undecided; the last one stays">
        <Switch label="Go on" checked={goOn} onChange={() => void set({ goOn: !goOn })} />
      </Line>
      <Line label="Your name" about="Printed on exports">
        <TextField label="Your name" defaultValue={author} onBlur={(event) => void set({ author: event.target.value.trim() })} />
      </Line>
    </>
  )
}

/** The styles of citations, each with what it tells. */
const CITATIONS: Readonly<Record<CitationStyle, { readonly label: string; readonly about: string }>> = {
  people: { label: 'For people', about: 'Company, paper, date, section and printed page' },
  short: { label: 'Short', about: 'Company in short, form, exhibit, date, section and printed page' },
  bluebook: { label: 'Bluebook', about: 'Company, title and form of the paper, exhibit, page, date as the Bluebook writes it' },
  accession: { label: 'Accession number', about: 'For people, with the accession number and the address in the archive' },
  evidence: { label: 'As evidence', about: 'Also accession number, file, hash and place in the file' }
}

const CITATION_STYLES = (['people', 'short', 'bluebook', 'accession', 'evidence'] as const).map((value) => ({ value,
  label: CITATIONS[value].label })
)

const Panel = ({ children }: { readonly children: ReactNode }) => <div className="settings-panel">{children}</div>

type Section = 'reading' | 'tags' | 'risks' | 'suggestions' | 'keys' | 'library'

/** The settings of the window; each takes effect at once. */
export const SettingsDialog = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  const [section, setSection] = useState<Section>('reading')
  return (
    <Dialog open={dialog === 'settings'} onClose={viewState.closeDialog} title="Settings" width="wide">
      <Tabs
        label="Settings"
        value={section}
        onChange={setSection}
        tabs={[
          { id: 'reading', label: 'Reading', content: (
            <Panel>
              <Reading />
            </Panel>
          ) },
          { id: 'tags', label: 'Tags', content: (
            <Panel>
              <TagSettings />
            </Panel>
          ) },
          { id: 'risks', label: 'Risk tags', content: (
            <Panel>
              <RiskSettings />
            </Panel>
          ) },
          { id: 'suggestions', label: 'Suggestions', content: (
            <Panel>
              <SuggestionSettings />
            </Panel>
          ) },
          { id: 'keys', label: 'Shortcuts', content: (
            <Panel>
              <KeySettings />
            </Panel>
          ) },
          { id: 'library', label: 'Library', content: (
            <Panel>
              <LibrarySettings />
            </Panel>
          ) }
        ]}
      />
    </Dialog>
  )
}
