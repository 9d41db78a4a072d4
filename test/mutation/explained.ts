/** Why a survivor makes no difference: by file, and by what the mutant does. */
const EXPLAINED: readonly { file: RegExp; what: RegExp; why: string }[] = [
  { file: /./, what: /agency \?\? '' → /, why: 'a pattern that does not match the word null' },
  { file: /./, what: /&& text\.includes\(.*agency\)/, why: 'the word null stands in no report' },
  {
    file: /t4\.cases/,
    what: /^hint && /,
    why: 'a hint that is null and one that is absent are the same in the finding',
  },
  {
    file: /t4\.role|t2\.fee-unit/,
    what: /cells\[\w+\] \?\? 0 → /,
    why: 'a comparison with undefined is false as well; TypeScript wants the number',
  },
  {
    file: /t3\.odd/,
    what: /typeof \w+ === 'number' && |&& typeof \w+ === 'number'/,
    why: 'undefined and null are not above the limit either; TypeScript wants the number',
  },
  {
    file: /cause/,
    what: /faults\.length === 0/,
    why: 'only for speed: without a fault there is nothing to hang a hint on',
  },
  { file: /cause/, what: /^hint \? /, why: 'a hint that is null and one that is absent are the same in the finding' },
  { file: /cause/, what: /\?\? \[\] → /, why: 'the row comes from the table; TypeScript wants the check' },
  {
    file: /cause/,
    what: /row === undefined|column === undefined/,
    why: 'without a wrong row or column no cell mends anything, which is asked below; TypeScript wants the check',
  },
  { file: /cause/, what: /^0 → \(1\)$/, why: 'where every column is explained, rows can only be wrong in pairs' },
  { file: /distance/, what: /^1 → \(2\)$/, why: 'a place more at the end of the first row is never read' },
  { file: /t3\.result-sum/, what: /cell === undefined/, why: 'where there is no cell there is no number' },
  { file: /str\.order/, what: /numeral \?\? 0 → \(numeral\)/, why: 'null counts as 0 in a comparison' },
  {
    file: /tbl\.blank/,
    what: /cell\.value === null/,
    why: 'a cell with a number prints something; asked first for speed',
  },
  { file: /tbl\.header/, what: /^best && /, why: 'every table has official headers; TypeScript wants the check' },
  { file: /tbl\.nonnum/, what: /^cell \? /, why: 'the cells asked for were read; TypeScript wants the check' },
  { file: /tbl\.nonnum/, what: /COUNT\.test/, why: 'only for speed: plain digits pass the tests below as well' },
  { file: /cause/, what: /other === one/, why: 'only for speed: equal numbers exchanged mend nothing' },
  {
    file: /narrative\/compare/,
    what: /tolerance \+ ROUNDING\)\)$/,
    why: 'no printed number differs by the allowance to the last binary digit',
  },
  { file: /narrative\/compare/, what: /likeliest\?\.sum/, why: 'what differs has a sum; TypeScript wants the check' },
  { file: /nar\.percent/, what: /whole !== null/, why: 'a share of null is infinite, which no text says' },
  {
    file: /nar\.percent/,
    what: /\) <= \(room\)/,
    why: 'no printed share is off by the allowance to the last binary digit',
  },
  {
    file: /nar\.sum/,
    what: /\?\? total\.value → \(numberAt/,
    why: 'the total itself is tried as well; undefined adds up to nothing',
  },
  { file: /nar\.sum/, what: /^sum > total\.value → /, why: 'an equal sum adds up, which was asked before' },
  {
    file: /nar\.term/,
    what: /report\.year|^0 → \(1\)$/,
    why: 'null counts as 0, and no term is wrong from the year 1 on',
  },
  {
    file: /nar\.term/,
    what: /match\(SELF_NAMES\) \?\? /,
    why: 'the sentence was found by these words; TypeScript wants the check',
  },
  { file: /narrative\/words/, what: /RangeError/, why: 'without a first cell the next line throws as well' },
  { file: /narrative\/words/, what: /^3 → \(4\)$/, why: 'no claim is held against a sum of just four cells' },
  { file: /metadata\/deadline/, what: /signedOn !== null/, why: 'null is not after any date' },
  { file: /deadline-town/, what: /publishedOn !== null/, why: 'without a year or a date both ways end undecided' },
  { file: /deadline-town/, what: /agency !== null/, why: 'a pattern that does not match the word null' },
  { file: /meta\.period/, what: /\) >= \(whole\.from\)/, why: 'a period that starts with the year is right already' },
  { file: /meta\.year/, what: /^title \?\? '' → \(title\)/, why: 'a pattern that does not match the word null' },
  {
    file: /meta\.year/,
    what: /^!first \|\| /,
    why: 'where no sentence opens with a year there are too few of them as well',
  },
  { file: /prv\.id/, what: /groups\?\.number/, why: 'the pattern names this group; TypeScript wants the check' },
  { file: /prv\.id/, what: /^total \+ .*\(total\) - /, why: 'a sum and its negative are multiples of 10 together' },
  { file: /pairs/, what: /search\(MARKS\) < 0/, why: 'only for speed: a line without marks counts for nothing' },
  { file: /txt\.typo/, what: /length/, why: 'only for speed: all sentences are searched for what is present' },
  { file: /\/profile/, what: /^fault\.code === undefined \? /, why: 'no profile names a sub-code called undefined' },
  { file: /\/profile/, what: /^fault\.code !== undefined && /, why: 'no rule hides a sub-code called undefined' },
  { file: /validate/, what: /severity === 'off'/, why: 'what is off has no place in the order of severities' },
  { file: /validate/, what: /lines\.has/, why: 'only for speed: the same line is made again' },
  { file: /validate/, what: /place\.page \?\? ''/, why: 'the word undefined tells pages apart as well' },
];

export function explanationOf(file: string, what: string): string | null {
  return EXPLAINED.find((entry) => entry.file.test(file) && entry.what.test(what))?.why ?? null;
}
