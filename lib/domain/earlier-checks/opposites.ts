/** The words of a language that turn what a sentence says. */
export interface Turning {
  /** Words that deny what stands near them, parted by spaces. */
  negations: string
  /** Endings by which a verb itself says no. */
  negated?: RegExp
  /** Words and those that say the contrary, on both sides of a stroke, pairs parted by commas. */
  opposites: string
}

/** By language (ISO 639-1). */
export const TURNING: Readonly<Record<string, Turning>> = {
  en: {
    negations:
      'not no never none nobody nothing neither nor without cannot denies denied deny refuses refused refuse failed fails false falsely untrue fake hoax',
    opposites:
      'rise rises rose risen increase increased increases grow grew grown growing climbed soared up gain gained higher more doubled/fall falls fell fallen decrease decreased decreases drop dropped decline declined shrank plunged down lose lost lower fewer less halved, win wins won/lose loses lost, guilty convicted/innocent acquitted, legal lawful allowed allows allow permits permitted/illegal unlawful banned bans ban forbids forbidden prohibited, true real genuine/false fake hoax, alive/dead died dies, supports supported support backs backed favors favored/opposes opposed oppose against, approved approves accepted accepts passed/rejected rejects vetoed vetoes blocked, opened opens open/closed closes shut, first/last, begins began started starts/ends ended stopped stops, safe harmless/dangerous unsafe harmful deadly, causes caused/prevents prevented cures cured, always/never, most highest largest biggest richest best/least lowest smallest poorest worst fewest, raised raises/cut cuts lowered lowers, joined joins/left leaves quit, hired hires appointed/fired dismissed sacked, before/after, present attended/absent missed, with/without, export exports exported/import imports imported, cheaper/dearer costlier, faster/slower, older/younger, majority/minority',
  },
  de: {
    negations:
      'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder bestreitet bestritt falsch gefalscht',
    opposites:
      'stieg steigt gestiegen wuchs gewachsen mehr hoher erhoht verdoppelt/sank sinkt gesunken fiel fallt gefallen weniger niedriger verringert halbiert, gewann gewinnt gewonnen/verlor verliert verloren, schuldig verurteilt/unschuldig freigesprochen, legal erlaubt/illegal verboten, wahr echt/falsch gefalscht, lebt/tot gestorben starb, unterstutzt dafur/ablehnt dagegen, genehmigt angenommen/abgelehnt, offnet geoffnet offen/schliesst geschlossen, erste ersten erster/letzte letzten letzter, begann beginnt/endete endet, sicher/gefahrlich, immer/nie, grosste hochste meisten/kleinste niedrigste wenigsten, vor/nach, mit/ohne',
  },
  fr: {
    negations: 'pas jamais aucun aucune rien personne sans non ni faux fausse dement nie refuse',
    opposites:
      'augmente augmenté hausse monté plus/baisse baissé diminué recul moins, gagne gagné/perd perdu, coupable condamné/innocent acquitté, légal autorisé/illégal interdit, vrai/faux, vivant/mort, soutient pour/oppose contre, approuvé adopté/rejeté refusé, ouvert ouvre/fermé ferme, premier première/dernier dernière, commence commencé/finit terminé, sûr/dangereux, toujours/jamais, avant/après, avec/sans',
  },
  es: {
    negations:
      'no nunca jamás ningún ninguna ninguno nadie nada sin ni tampoco falso falsa niega negó',
    opposites:
      'subió sube aumentó aumenta creció crece más mayor/bajó baja disminuyó cayó cae menos menor, ganó gana/perdió pierde, culpable condenado/inocente absuelto, legal permitido/ilegal prohibido, verdadero/falso, vivo/muerto murió, apoya favor/opone contra, aprobó aprobado/rechazó rechazado, abrió abierto/cerró cerrado, primer primera primero/último última, empezó comenzó/terminó acabó, seguro/peligroso, siempre/nunca, antes/después, con/sin',
  },
  tr: {
    negations: 'değil yok hiç hiçbir asla kimse olmadan yalan sahte yanlış reddetti yalanladı',
    negated: /(?:m[ae](?:di|mis|yacak|yecek|z)|miyor|muyor)(?:lar|ler|dir)?$/,
    opposites:
      'arttı artıyor yükseldi büyüdü fazla/azaldı azalıyor düştü geriledi küçüldü az, kazandı/kaybetti, suçlu/suçsuz masum, yasal serbest/yasadışı yasak, doğru gerçek/yanlış sahte, sağ/öldü ölü, destekledi/karşı, kabul onayladı/reddetti ret, açtı açıldı açık/kapattı kapandı kapalı, ilk/son, başladı/bitti, güvenli/tehlikeli, önce/sonra, en_çok/en_az',
  },
  ru: {
    negations: 'не нет никогда никто ничего без ни нельзя опроверг отрицает ложь фейк',
    opposites:
      'вырос выросла выросло выросли растет увеличился увеличилось повысился больше выше/снизился снизилась снизилось снизились упал упала упали уменьшился сократился меньше ниже, выиграл победил/проиграл, виновен осужден/невиновен оправдан, законно разрешено/незаконно запрещено, правда/ложь, жив/умер мертв, за поддержал/против, одобрил принял/отклонил отверг, открыл открыт/закрыл закрыт, первый первая/последний последняя, начался/закончился, до/после, с/без',
  },
  ar: {
    negations: 'لا لم لن ليس ليست ليسوا ما غير بدون دون نفى نفت ينفي كاذب مزيف',
    opposites:
      'ارتفع ارتفعت زاد زادت أكثر/انخفض انخفضت تراجع تراجعت أقل, فاز فازت/خسر خسرت, مذنب/بريء, صحيح حقيقي/خاطئ كاذب مزيف, قبل/بعد, وافق/رفض, فتح/أغلق, الأول الأولى/الأخير الأخيرة',
  },
}
