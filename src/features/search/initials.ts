/**
 * Pinyin initials of Chinese names. Every browser that is served sorts Chinese by pinyin: between which letters a
 * character falls is its initial. That gives one reading; characters with several are listed here with all of them,
 * so that 行 is found by x and by h.
 */
const LETTERS = 'abcdefghjklmnopqrstwxyz';
/** The first character of each letter in pinyin order. */
const FIRST = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];

const SEVERAL: Readonly<Record<string, string>> = {
  便: 'bp',
  藏: 'cz',
  曾: 'cz',
  长: 'cz',
  朝: 'cz',
  车: 'cj',
  乘: 'cs',
  传: 'cz',
  单: 'ds',
  弹: 'dt',
  调: 'dt',
  恶: 'ew',
  给: 'gj',
  还: 'hx',
  行: 'xh',
  会: 'hk',
  降: 'jx',
  解: 'jx',
  卡: 'kq',
  乐: 'ly',
  率: 'ls',
  区: 'qo',
  厦: 'sx',
  省: 'sx',
  盛: 'sc',
  石: 'sd',
  识: 'sz',
  属: 'sz',
  提: 'td',
  万: 'wm',
  系: 'xj',
  校: 'xj',
  折: 'zs',
  重: 'zc',
  种: 'zc',
};

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const known = new Map<string, string>();

const isHan = (letter: string): boolean => /\p{Script=Han}/u.test(letter);

function readingOf(letter: string): string {
  const several = SEVERAL[letter];
  if (several !== undefined) return several;
  const after = FIRST.findIndex((first) => collator.compare(first, letter) > 0);
  const index = (after === -1 ? FIRST.length : after) - 1;
  return LETTERS[index] ?? '';
}

/** For each letter of a name the initials it may be found by; Latin letters and digits stand for themselves. */
export function initialsOf(name: string): readonly string[] {
  const found: string[] = [];
  for (const letter of name) {
    let initial = known.get(letter);
    if (initial === undefined) {
      const plain = letter.normalize('NFKC').toLowerCase();
      initial = isHan(letter) ? readingOf(letter) : /^[a-z0-9]$/.test(plain) ? plain : '';
      known.set(letter, initial);
    }
    if (initial !== '') found.push(initial);
  }
  return found;
}

/** Where the letters stand in a row among the initials; -1 = nowhere. */
export function findInitials(initials: readonly string[], letters: string): number {
  for (let start = 0; start + letters.length <= initials.length; start++) {
    let length = 0;
    while (length < letters.length && initials[start + length]?.includes(letters[length] ?? ''))
      length++;
    if (length === letters.length) return start;
  }
  return -1;
}
