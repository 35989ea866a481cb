import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { importDropped } from '../state/library/drop'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** The whole window as a place to drop files on. */
export const DropZone = ({ children }: { readonly children: ReactNode }) => {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const leave = (): void => {
    depth.current = 0
    setOver(false)
  }
  return (
    <div
      className="app"
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) leave()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        event.dataTransfer.dropEffect = carriesFiles(event) ? 'copy' : 'none'
      }}
      onDrop={(event) => {
        event.preventDefault()
        leave()
        const files = [...event.dataTransfer.files]
        if (files.length > 0) void importDropped(files)
      }}
    >
      {children}
      {over ? <div className="drop-hint" aria-hidden="true">Drop to import</div> : null}
    </div>
  )
}
