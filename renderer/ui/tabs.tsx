import type { ReactNode } from 'react'
import { Tabs as Radix } from 'radix-ui'

/** One tab: what it is called, an optional count, and what it shows. */
export interface Tab<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

/** What a row of tabs takes; `label` names the row to a screen reader. */
export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** Anything set at the end of the row, such as a button that closes the pane. */
  readonly end?: ReactNode
}

/** Panels under a row of tabs; arrows move between tabs, the chosen panel alone is drawn. */
export const Tabs = <T extends string>({ label, tabs, value, onChange, end }: TabsProps<T>) => (
  <Radix.Root
    className="tabs"
    value={value}
    onValueChange={(next) => {
      const chosen = tabs.find((tab) => tab.id === next)
      if (chosen) onChange(chosen.id)
    }}
  >
    <div className="tabs-list">
      <Radix.List aria-label={label} className="tabs-row">
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className="tab">
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : <span className="badge">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {end}
    </div>
    {tabs.map((tab) => <Radix.Content key={tab.id} value={tab.id} className="tab-panel">{tab.content}</Radix.Content>)}
  </Radix.Root>
)
