import { Command as Cmdk } from 'cmdk'
import { useMemo, useState } from 'react'
import { COMMAND_GROUPS } from '../state/commands/command'
import { commands } from '../state/commands/commands'
import { documentState } from '../state/document/document'
import { libraryState } from '../state/library/library'
import { formWords } from '../state/library/library-list'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { useDateWords } from '../ui/date-text'
import { FactsLine } from '../ui/facts-line'
import { bestFilings, FILING_VALUE, keywordsOf, paletteScore } from './palette-order'

const Commands = ({ onDone }: { readonly onDone: () => void }) => {
  const now = commands.all().filter((command) => command.when() && command.id !== 'palette' && command.id !== 'window.escape')
  return COMMAND_GROUPS.map((group) => (
    <Cmdk.Group key={group} heading={group}>
      {now.filter((command) => command.group === group).map((command) => (
        <Cmdk.Item
          key={command.id}
          value={`${group} ${command.label}`}
          className="menu-item"
          onSelect={() => {
            onDone()
            // The dialog gives the focus back first, so that a command which moves it has the last word.
            setTimeout(command.run)
          }}
        >
          <span className="menu-item-label">{command.label}</span>
          {command.keys[0] === undefined ? null : <Kbd keys={command.keys[0]} />}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  ))
}

const Choices = () => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const [typed, setTyped] = useState('')
  const { short } = useDateWords()
  const shown = useMemo(() => bestFilings(filings, typed), [filings, typed])
  return (
    <Cmdk label="All commands" className="cmdk" loop filter={paletteScore}>
      <Cmdk.Input value={typed} onValueChange={setTyped} data-autofocus="" className="cmdk-input"
        placeholder="Type a command or the name of a filing" />
      <Cmdk.List className="cmdk-list" label="Commands and filings">
        <Cmdk.Empty className="cmdk-empty">Nothing of that name.</Cmdk.Empty>
        <Commands onDone={viewState.closeDialog} />
        <Cmdk.Group heading="Filings">
          {shown.map((filing) => (
            <Cmdk.Item
              key={filing.id}
              value={`${FILING_VALUE}${filing.id}`}
              keywords={keywordsOf(filing)}
              className="menu-item"
              onSelect={() => {
                viewState.closeDialog()
                void documentState.openFiling(filing.id)
              }}
            >
              <span className="menu-item-label truncate">{filing.title}</span>
              <FactsLine className="menu-item-hint" who={filing.company} otherwise={filing.fileName}
                rest={[formWords(filing), filing.filedAt === null ? null : short(filing.filedAt)]} />
            </Cmdk.Item>
          ))}
        </Cmdk.Group>
      </Cmdk.List>
    </Cmdk>
  )
}

/** Every command that can be given now, and every filing, by typing a part of its name. */
export const CommandPalette = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  return (
    <Dialog open={dialog === 'palette'} onClose={viewState.closeDialog} title="All commands" hideTitle place="top">
      <Choices />
    </Dialog>
  )
}
