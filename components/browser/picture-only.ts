/** Whether a paste holds a picture and no words, as a copied image does; of a web page the image's markup comes along. */
export function isPictureOnly(data: DataTransfer): boolean {
  if (![...data.files].some(({ type }) => type.startsWith('image/'))) return false
  if (data.getData('text/plain').trim()) return false
  const page = new DOMParser().parseFromString(data.getData('text/html'), 'text/html')
  return !page.body.textContent?.trim()
}
