import { type Group, nameOf } from './group-tree'

/**
 * Whether a group holds nothing that is text or hangs on it: what the document is made with, what a program remembers,
 * and what readers may leave out that do not know it (Rich Text Format 1.9.1, “Destinations”).
 */
export function isAside(group: Group): boolean {
  const { name, isOptional } = nameOf(group)
  return ASIDE.has(name) || (isOptional && !READ.has(name))
}

const ASIDE = new Set(
  `fonttbl colortbl stylesheet listtable listoverridetable listpicture revtbl rsidtbl info generator filetbl
  xmlnstbl pgptbl mmathPr userprops docvar template operator bkmkstart bkmkend xe tc tcn rxe pn pnseclvl
  nonesttables nonshppict mmathPict shprslt objdata objclass objname objalias objsect picprop blipuid datafield
  formfield ffname fldtype background ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn panose falt fname themedata
  colorschememapping latentstyles datastore defchp defpap ebcstart ebcend protusertbl`.split(/\s+/),
)

/** What may be left out by others and is read here. */
const READ = new Set(
  `cs ds ts rtlch ltrch loch hich dbch annotation atnid atnauthor atrfstart atrfend atnref atndate atnparent
  fldinst footnote moMath moMathPara nesttableprops shpinst shptxt shppict ud`.split(/\s+/),
)

export const isHead = (name: string) => /^(?:header|footer)[lrf]?$/.test(name)
