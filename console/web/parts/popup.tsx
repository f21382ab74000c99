// A button and what comes up beneath it; a press elsewhere or Escape puts it away. In: a name, the inside. Out: a popover, which
// the browser itself keeps above all else and gives back the focus from.
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'

const GAP = 4
const MARGIN = 8

export function Popup(props: { name: string; children: (close: () => void) => ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const close = (): void => box.current?.hidePopover()
  // Its width is known once its inside is there.
  useLayoutEffect(() => {
    if (!open) return
    const [from, it] = [button.current?.getBoundingClientRect(), box.current]
    if (from === undefined || it === null) return
    it.style.top = `${from.bottom + GAP}px`
    it.style.left = `${Math.max(MARGIN, Math.min(from.left, window.innerWidth - it.offsetWidth - MARGIN))}px`
    it.style.maxHeight = `${window.innerHeight - from.bottom - GAP - MARGIN}px`
  }, [open])
  return (
    <>
      <button ref={button} type="button" className="plain" popoverTarget={id} aria-expanded={open}>
        {props.name}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="popup"
        role="dialog"
        aria-label={props.name}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && props.children(close)}
      </div>
    </>
  )
}
