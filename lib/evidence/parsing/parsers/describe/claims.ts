import { extensionOf, type FileType, typeOfMedia, typeOfName } from './file-types'
import { refuse } from './foreign-file'

/** Refuses a file whose name, or whose sender, says that it is something else than it is. */
export function refuseLie(
  type: FileType,
  { name, mediaType }: { name: string; mediaType: string },
): void {
  const byName = typeOfName(name)
  if (byName && !fits(type, byName)) throw lie(type, `its name says that it is ${byName.what}`)
  const bySender = typeOfMedia(mediaType)
  // Windows calls a table by the name of the program that opens it.
  if (!bySender || (bySender.family === 'old office' && type.family === 'text')) return
  if (!fits(type, bySender)) throw lie(type, `it was sent as ${bySender.what}`)
}

/** Refuses a name that a computer would run, whatever is in the file. */
export function refuseProgram(name: string): void {
  if (PROGRAMS.has(extensionOf(name))) throw refuse(PROGRAM)
}

export const PROGRAM = 'This is a program. Stet keeps documents, pictures, recordings and texts.'

const PROGRAMS = new Set(
  'exe com bat cmd scr msi dll js mjs vbs ps1 sh jar apk app dmg pkg lnk hta iso deb rpm'.split(
    ' ',
  ),
)

/** Whether a file of one type may pass as another: texts are all texts, and a sound may stand in a video's format. */
function fits(type: FileType, claimed: FileType): boolean {
  if (type === claimed) return true
  const families = [type.family, claimed.family].sort().join('+')
  if (families === 'sound+video') return CONTAINERS.some((one) => [type, claimed].every(one))
  return (
    families === 'mail+text' || (families === 'text+text' && claimed.mediaType !== 'image/svg+xml')
  )
}

/** Formats that hold either, of which only the ending tells which. */
const CONTAINERS = [
  ({ mediaType }: FileType) => ['audio/mp4', 'video/mp4', 'video/quicktime'].includes(mediaType),
  ({ mediaType }: FileType) => ['audio/ogg', 'video/webm'].includes(mediaType),
]

function lie(type: FileType, says: string) {
  return refuse(
    `This is ${type.what}, but ${says}. Save it under what it is, if you trust where it comes from.`,
  )
}
