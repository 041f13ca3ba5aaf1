import { MONTHS } from '../../text/english'

/**
 * The words that tell how much an English sentence calls for a check, by what they have in common: in
 * lower case, two words joined by `_`, and `^` for a sentence’s first word.
 */
export const LEXICON = {
  numberWord:
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety',
  largeNumber:
    'dozen dozens hundred hundreds thousand thousands million millions billion billions trillion',
  percent: 'percent per_cent percentage',
  share: 'half third quarter double twice triple majority average out_of times_as',
  rate: 'per annual annually rate rates ratio level levels amount number times',
  growth:
    'increase increased increases increasing rose risen raised raise rise grew grown doubled doubling tripled quadrupled expanded up_to up_by gone_up',
  decline:
    'decrease decreased fell fallen dropped declined reduced cut cuts lost loss losing shrunk slashed eliminated closed',
  comparison: 'more less fewer higher lower larger greater than compared as_many as_much',
  betterOrWorse: 'better worse bigger',
  superlative:
    'highest lowest largest biggest fastest slowest oldest longest fewest richest poorest smallest',
  mildSuperlative: 'most least greatest best worst',
  firstOrOnly: 'first only single ever history unprecedented record the_last',
  many: 'many several countless even hundreds_of thousands_of millions_of',
  neverOrEvery: 'never every always nobody none no_one',
  all: 'all any everything everybody entire',
  was: "was were wasn't weren't",
  has: "has had have been hasn't hadn't haven't they've we've",
  is: "is are isn't aren't it's that's they're",
  be: 'be',
  said: 'said says saying told tells called stated claimed claim claims reported wrote announced testified denied admitted according_to quoted named concluded',
  voted:
    'voted vetoed opposed supported supports endorsed proposed promised pledged against sponsored backed favored in_favor',
  enacted:
    'signed passed enacted negotiated approved repealed appointed elected ratified introduced nominated withdrew',
  did: "did didn't took taken gave made went gone came won ended started began brought built sold bought left sent put got ran kept held found received led stood saw became created used inherited borrowed invested settled",
  harmed:
    'killed died dead murdered attacked destroyed bombed shot invaded murder murders deaths attack attacks stolen stole hacked',
  happens:
    'pay pays spends cost costs costing gets takes makes gives goes owns runs sends leaving coming pouring moving',
  heOrShe: "he she his her him he's she's",
  they: "they them their they're they've",
  it: 'it its',
  i: "i me my mine i'm i've",
  we: "we us our we're we've",
  you: "you your you're you've",
  will: "will shall going_to won't gonna next",
  would: "would could may might wouldn't couldn't",
  should: "should must need needs have_to ought got_to shouldn't",
  can: "can can't cannot",
  opinion: 'think believe feel guess suppose know agree mean understand sure',
  wish: 'want like love try trying hope wish wanted',
  theyWant: 'wants plans refuses refused intends wants_to they_want plan_to her_plan his_plan',
  abstract:
    'way opportunity future freedom values dream vision leadership character challenge challenges question questions issue issues respect responsibility together kind work peace faith spirit decision',
  thanks:
    'thank thanks please welcome god bless congratulations sorry applause laughter good_evening goodnight',
  address: "let let's look listen remember imagine tell ask",
  questionWord:
    '^what ^why ^how ^who ^do ^does ^did ^are ^is ^can ^would ^will ^where ^should ^could ^have',
  openingConjunction: '^and ^but ^so ^because ^or',
  openingFiller: '^well ^now ^look ^yes ^no ^ok ^okay ^oh ^right',
  openingI: "^i ^i'm ^i'll ^i'd ^i've",
  openingWe: "^we ^we're ^we've ^we'll",
  openingThis: "^this ^that ^that's ^these ^it ^it's ^there",
  openingThey: "^he ^she ^they ^he's ^she's ^they're",
  if: 'if unless whether',
  because: 'because since therefore caused result due_to led_to leads_to responsible',
  hedge:
    'maybe perhaps probably kind_of sort_of some something things thing really very again another here how',
  intensifier: 'massive totally completely huge hugely largely absolutely',
  praiseOrBlame:
    'great good bad terrible wonderful important wrong right tough strong beautiful tremendous horrible incredible proud amazing',
  publicMatter:
    'taxes taxed jobs unemployment deficit debt wages income medicare medicaid welfare poverty energy oil gas manufacturing imports exports premiums inflation workers crime guns gun drugs immigrants refugees budgets loans turnout social_security prices',
  policy:
    'economy tax budget trade job insurance growth immigration border borders schools education spending system',
  health: 'health healthcare drug doctors hospitals patients care abortion',
  state:
    'federal government congress senate house administration department party republican republicans democrats democratic campaign court supreme bill law laws program',
  office: 'president senator governor secretary mayor judge general',
  opponent: 'opponent opponents',
  force:
    'war troops military army weapons nuclear terrorist terrorists terrorism missile missiles soldiers police fighting',
  nations:
    'country countries nation nations world states american americans america united foreign',
  moneyWord:
    'dollar dollars money cents billionaire fund funds funding company companies business businesses corporations banks',
  pastTime: 'ago last year years month months week weeks decade decades yesterday days',
  during: 'under during since when before after until',
  /** May is a verb more often. */
  date: `${MONTHS.filter((month) => month !== 'May')
    .join(' ')
    .toLowerCase()} monday tuesday wednesday thursday friday saturday sunday`,
  now: 'today now currently right_now this_year still already',
  law: 'illegal illegally guilty convicted indicted arrested investigation lawsuit sued charged fbi treaty deal agreement contract amendment',
  people:
    'people families family children women men kids voters students seniors veterans citizens',
  record:
    'study report poll polls statistics evidence data numbers fact records documents analysis',
  theySaid:
    'he_said she_said they_said he_says she_says he_voted she_voted they_voted he_wants she_wants he_called she_called he_supported she_supported',
  iDid: 'i_was i_had i_did i_said i_voted i_took i_made i_won i_got i_built i_passed i_signed i_led',
  thereIs: "there's there_is there_are there_was there_were",
  intention: "we_will we'll we_need we_must we_should i_will i'll i_want i_would let's gonna",
  floor: 'respond answer rebuttal moderator debate minute minutes seconds',
  ever: 'ever in_history all_time in_years',
  untruth: 'lie lied false true debunked untrue never_said',
} as const
