// Puts text where it can be pasted. In: text. Out: whether the browser took it.

/** Outside a secure context (a console that others reach without TLS) only the old way is left. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  }
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  const taken = document.execCommand('copy')
  field.remove()
  return taken
}
