/** What people are, in English: words that a printed title or affiliation is made of, parted by spaces; `_` joins two. */

export const ROLES =
  'president vice-president premier minister secretary chancellor senator congressman congresswoman governor mayor councillor councilman councilwoman alderman legislator lawmaker MP MEP MSP peer baroness ambassador envoy consul diplomat commissioner delegate whip ' +
  'judge justice magistrate prosecutor attorney lawyer solicitor barrister coroner sheriff constable detective inspector superintendent sergeant lieutenant captain colonel major general admiral commander brigadier ' +
  'executive chairman chairwoman chairperson chair director manager president head founder co-founder owner co-owner partner treasurer trustee administrator adviser advisor consultant strategist spokesman spokeswoman spokesperson ' +
  'editor publisher reporter correspondent columnist journalist presenter broadcaster producer critic photographer cartoonist ' +
  'professor lecturer dean provost rector principal headteacher headmaster headmistress teacher researcher fellow scholar scientist economist analyst historian philosopher psychologist psychiatrist sociologist biologist physicist chemist astronomer geologist epidemiologist virologist statistician engineer architect surgeon physician doctor dentist pharmacist nurse midwife librarian curator ' +
  'coach trainer captain striker midfielder defender goalkeeper quarterback pitcher referee umpire jockey ' +
  'actor actress author novelist poet playwright composer conductor pianist violinist singer guitarist drummer dancer choreographer painter sculptor designer comedian screenwriter film-maker filmmaker ' +
  'bishop archbishop cardinal vicar pastor rabbi imam chaplain ' +
  'astronaut pilot farmer fisherman carpenter electrician plumber firefighter paramedic activist campaigner organizer organiser'

/** Titles that are whole without a rank or a name beside them. */
export const WHOLE_TITLES =
  'director_general director-general secretary_general secretary-general attorney_general solicitor_general surgeon_general editor-in-chief commander-in-chief vice-chancellor chief_of_staff head_of_state poet_laureate'

/** What makes one of them a title, before it. */
export const RANKS =
  'deputy assistant associate senior junior acting interim chief executive managing artistic creative musical medical scientific technical financial commercial general honorary emeritus visiting founding shadow prime foreign home transport health education defence defense interior finance justice trade press communications news political sports features night city national regional district county staff head first lead principal vice life'

/** Other ties to a body that has a name. */
export const TIES =
  'member members leader alumnus alumna graduate student employee veteran supporter resident representative'

/** Where somebody does what they do, before the name of it. */
export const DOINGS =
  'works worked working plays played playing studied studies teaches taught lectures lectured employed serves served trained enrolled volunteers volunteered'

/** Relatives. */
export const RELATIVES_OF =
  'brother sister mother father wife husband son daughter aunt uncle niece nephew cousin grandmother grandfather grandson granddaughter grandparents stepfather stepmother stepson stepdaughter widow widower fiancé fiancée girlfriend boyfriend twin siblings parents'

/** Bodies and places whose name goes on behind “of” or “for”. */
export const BODIES =
  'University College Institute School Academy Bank Church Ministry Department Chamber Office Museum Court Council Board House Society Association Federation Republic Kingdom Isle Gulf Bay Cape Port Strait Battle Treaty Duke Duchess Earl Bishop Archbishop'

/** Places that stand before “of” and their name. */
export const PLACES =
  'village town city state county province district island port suburb region capital hamlet parish borough municipality valley coast outskirts'

/** What is so in a place, before “in”, “at”, “near” or “from”. */
export const SET_IN =
  'born raised based live lives lived living located situated moved headquartered buried died arrested held filmed grew_up took_place takes_place lies stands stood happened opened comes came hails is was are were'
