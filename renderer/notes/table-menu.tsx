import { Table2 } from 'lucide-react'
import { IconButton } from '../ui/button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import type { NoteEditorHandle } from './editor'
import { $addColumn, $addRow, $cellsOfTable, $removeColumn, $removeRow, $removeTable, $toggleHeader, $tsvOf } from './table-edits'

/** The acts on the table that the caret is in, with their keys. */
export const TableMenu = (
  { editor, onCopy }: { readonly editor: () => NoteEditorHandle | null; readonly onCopy: (tsv: string) => void }
) => {
  const act = (step: () => unknown) => (): void =>
    editor()?.act(() => {
      step()
    })
  return (
    <Menu label="Table" align="end" trigger={<IconButton icon={Table2} label="Table" size="small" />}>
      <MenuItem hint="Alt+Shift+↓" onSelect={act(() => $addRow(1))}>Row below</MenuItem>
      <MenuItem hint="Alt+Shift+↑" onSelect={act(() => $addRow(-1))}>Row above</MenuItem>
      <MenuItem hint="Alt+Shift+→" onSelect={act(() => $addColumn(1))}>Column to the right</MenuItem>
      <MenuItem hint="Alt+Shift+←" onSelect={act(() => $addColumn(-1))}>Column to the left</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={act($toggleHeader)}>First row heads the columns</MenuItem>
      <MenuItem onSelect={act(() => onCopy($tsvOf($cellsOfTable())))}>Copy table for a spreadsheet</MenuItem>
      <MenuSeparator />
      <MenuItem hint="Alt+Shift+⌫" onSelect={act($removeRow)}>Remove row</MenuItem>
      <MenuItem hint="Alt+Shift+Del" onSelect={act($removeColumn)}>Remove column</MenuItem>
      <MenuItem danger onSelect={act($removeTable)}>Remove table</MenuItem>
    </Menu>
  )
}
