'use client'

import { useEffect } from 'react'
import { isPictureOnly } from '../browser/picture-only'
import { toast } from './toast'

/**
 * Keeps a file that is dropped where none is taken from leaving the page, as a browser would open it there, and says
 * of a picture that is pasted into words that it was not.
 */
export function StrayFiles() {
  useEffect(() => {
    const heard = [
      ['dragover', over],
      ['drop', drop],
      ['paste', paste],
    ] as const
    // Last of all: whatever takes a file on this page has had its turn.
    for (const [event, hear] of heard) window.addEventListener(event, hear as EventListener)
    return () => {
      for (const [event, hear] of heard) window.removeEventListener(event, hear as EventListener)
    }
  }, [])
  return null
}

function over(event: DragEvent): void {
  if (isStray(event)) event.preventDefault()
}

function drop(event: DragEvent): void {
  if (!isStray(event)) return
  event.preventDefault()
  toast(
    document.querySelector('[data-takes-files]')
      ? 'The file was dropped beside the box for the text, so it was not opened. Drop it on the box.'
      : 'Nothing here takes a file, so it was not opened.',
  )
}

function paste(event: ClipboardEvent): void {
  const { clipboardData, defaultPrevented } = event
  if (defaultPrevented || !clipboardData || !isPictureOnly(clipboardData)) return
  toast('A picture cannot be pasted here: this takes words.')
}

function isStray({ dataTransfer, defaultPrevented, target }: DragEvent): boolean {
  const isFile = dataTransfer?.types.includes('Files') ?? false
  const isFileField = target instanceof HTMLInputElement && target.type === 'file'
  return isFile && !isFileField && !defaultPrevented
}
