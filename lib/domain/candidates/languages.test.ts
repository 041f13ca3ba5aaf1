import { describe, expect, test } from 'vitest'
import { layOut } from '../text/blocks'
import { candidatesOf } from './candidates'

const foundIn = (language: string, text: string) => {
  const { blocks } = layOut([{ kind: 'paragraph', text }])
  return candidatesOf(text, blocks, language).map(
    ({ type, start, end }) => `${type}: ${text.slice(start, end)}`,
  )
}

describe.each([
  [
    'de',
    [
      ['Es kamen 1.014 Menschen.', 'number: 1.014 Menschen'],
      ['Die Quote stieg um 3,5 Prozent.', 'number: 3,5 Prozent'],
      ['Am 3. Mai lief sie aus.', 'date_or_time: 3. Mai'],
      ['Am 3. Mai 2017 lief sie aus.', 'date_or_time: 3. Mai 2017'],
      ['Sie kostet 2,5 Milliarden Euro.', 'money: 2,5 Milliarden Euro'],
      ['Er sagte: „Alles ist bezahlt.“', 'quote: Alles ist bezahlt'],
      ['Die Ministerin sagte, dass die Fähre zu spät kam.', 'paraphrase: die Fähre zu spät kam'],
      ['Die Fähre kam zu spät, sagte die Ministerin.', 'paraphrase: Die Fähre kam zu spät'],
      ['Laut Polizei kam die Fähre zu spät.', 'paraphrase: Laut Polizei kam die Fähre zu spät'],
    ],
  ],
  [
    'fr',
    [
      ['Il y avait 1 014 personnes.', 'number: 1 014 personnes'],
      ['Le taux a augmenté de 3,5 %.', 'number: 3,5 %'],
      ['Il est parti le 3 mai.', 'date_or_time: 3 mai'],
      ['Il est parti le 1er mai 2017.', 'date_or_time: 1er mai 2017'],
      ['Il coûte 2,5 milliards d’euros.', 'money: 2,5 milliards d’euros'],
      ['Il a dit : « Tout est payé. »', 'quote: Tout est payé'],
      ['La ministre a déclaré que le bac avait du retard.', 'paraphrase: le bac avait du retard'],
      [
        'Selon la police, le bac avait du retard.',
        'paraphrase: Selon la police, le bac avait du retard',
      ],
    ],
  ],
  [
    'es',
    [
      ['Vinieron 1.014 personas.', 'number: 1.014 personas'],
      ['La tasa subió un 3,5 por ciento.', 'number: 3,5 por ciento'],
      ['Salió el 3 de mayo.', 'date_or_time: 3 de mayo'],
      ['Salió el 3 de mayo de 2017.', 'date_or_time: 3 de mayo de 2017'],
      ['Cuesta 2,5 millones de euros.', 'money: 2,5 millones de euros'],
      ['Dijo: «Todo está pagado».', 'quote: Todo está pagado'],
      ['La ministra dijo que el barco llegó tarde.', 'paraphrase: el barco llegó tarde'],
      [
        'Según la policía, el barco llegó tarde.',
        'paraphrase: Según la policía, el barco llegó tarde',
      ],
    ],
  ],
  [
    'tr',
    [
      ['Oraya 1.014 kişi geldi.', 'number: 1.014 kişi'],
      ['Oran yüzde 3,5 arttı.', 'number: yüzde 3,5'],
      ['Gemi 3 Mayıs’ta ayrıldı.', 'date_or_time: 3 Mayıs'],
      ['Gemi 3 Mayıs 2017’de ayrıldı.', 'date_or_time: 3 Mayıs 2017'],
      ['Bedeli 2,5 milyar dolar oldu.', 'money: 2,5 milyar dolar'],
      ['Bakan “Her şey ödendi” dedi.', 'quote: Her şey ödendi'],
      ['Polise göre vapur geç kaldı.', 'paraphrase: vapur geç kaldı'],
      ['Bakan, vapurun geç kaldığını söyledi.', 'paraphrase: vapurun geç kaldığını'],
    ],
  ],
  [
    'ru',
    [
      ['Пришли 1014 человек.', 'number: 1014 человек'],
      ['Доля выросла на 3,5 процента.', 'number: 3,5 процента'],
      ['Паром ушёл 3 мая.', 'date_or_time: 3 мая'],
      ['Паром ушёл 3 мая 2017 года.', 'date_or_time: 3 мая 2017'],
      ['Он стоит 2,5 млрд рублей.', 'money: 2,5 млрд рублей'],
      ['Он сказал: «Всё оплачено».', 'quote: Всё оплачено'],
      ['Министр сказала, что паром опоздал.', 'paraphrase: паром опоздал'],
      ['По данным полиции, паром опоздал.', 'paraphrase: По данным полиции, паром опоздал'],
    ],
  ],
  [
    'ar',
    [
      ['وصل 1014 شخصا.', 'number: 1014 شخصا'],
      ['ارتفعت النسبة 3.5 في المئة.', 'number: 3.5 في المئة'],
      ['غادرت السفينة في ٣ مايو.', 'date_or_time: ٣ مايو'],
      ['غادرت السفينة في 3 مايو 2017.', 'date_or_time: 3 مايو 2017'],
      ['تبلغ قيمته 2.5 مليار دولار.', 'money: 2.5 مليار دولار'],
      ['قال: «تم دفع كل شيء».', 'quote: تم دفع كل شيء'],
      ['قالت الوزيرة إن السفينة تأخرت كثيرا.', 'paraphrase: السفينة تأخرت كثيرا'],
      ['بحسب الشرطة تأخرت السفينة.', 'paraphrase: بحسب الشرطة تأخرت السفينة'],
    ],
  ],
])('in %s', (language, table) => {
  test.each(table)('“%s”', (text, found) => {
    expect(foundIn(language, text)).toContain(found)
  })
})

test.each([
  ['de', 'Er laut und leise.'],
  ['fr', 'Il pleut au port.'],
  ['es', 'Llueve en el puerto.'],
  ['tr', 'Limanda yağmur yağıyor.'],
  ['ru', 'В порту идёт дождь.'],
  ['ar', 'السماء تمطر في الميناء.'],
])('in %s, nothing is proposed in “%s”', (language, text) => {
  expect(foundIn(language, text)).toEqual([])
})
