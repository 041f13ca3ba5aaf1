import { vocabulary } from './vocabulary'

/** Turkish: a milyar is a thousand milyon. What softens a figure stands behind it as often as before. */
export const TURKISH = vocabulary({
  decimal: ',',
  numbers:
    'sıfır 0, iki 2, üç 3, dört 4, beş 5, altı 6, yedi 7, sekiz 8, dokuz 9, on 10, yirmi 20, otuz 30, kırk 40, elli 50, altmış 60, yetmiş 70, seksen 80, doksan 90, yüz 100',
  ones: '',
  articles: 'bir',
  scales: 'bin 1000, milyon 1000000, milyar 1000000000, trilyon 1000000000000',
  joiners: '',
  parts: '',
  multiples: 'ikiye 2',
  times: / kat(?:ı|ına|ından)?(?!\p{L})/iuy,
  months: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  hedges: {
    about: 'yaklaşık|aşağı yukarı|ortalama',
    nearly: 'neredeyse|hemen hemen',
    over: 'fazla',
    'at least': 'en az|asgari',
    under: 'az',
    'at most': 'en fazla|azami|en çok',
  },
  beforeYear: 'yılı|yıl',
  between: '(?!)',
  and: 've|ile',
  to: 'ile|ila',
  changes: 'arttı|artarak|düştü|yükseldi|çıktı',
  ageAfter: / yaşında(?:ki)?(?!\p{L})/iuy,
  ageBefore: '(?!)',
  empty:
    've veya ile bir bu şu o için de da ki mi daha çok az en kadar gibi ise olan olarak var yok dedi her fazla yılında',
})
