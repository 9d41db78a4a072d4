import { expect, test } from 'vitest';
import { sharesIn } from '../../shared/claims/percentages.ts';
import { exampleReport } from '../../shared/rules/example.ts';

/** `part: percentage, decimals, of any of`. */
test.each([
  ['收到政府信息公开申请12件，予以公开6件，占50%。', ['6: 50 0 12,6']],
  ['收到政府信息公开申请12件，予以公开5件（占41.67%）。', ['5: 41.67 2 12,5']],
  ['收到政府信息公开申请12件，予以公开6件，占50%，另受理信访3件。', ['6: 50 0 12,6,3']],
  ['收到政府信息公开申请12件，予以公开6件，约占50%。', []],
  ['收到政府信息公开申请12件，予以公开近6件，占50%。', []],
  ['办理行政许可12件，其中变更6件，占50%。', []],
  ['通过网络收到政府信息公开申请12件，予以公开6件，占50%。', []],
  ['予以公开6件，占50%，不予公开6件。', ['6: 50 0 6,6']],
  ['予以公开6件，占50%。', []],
])('%s', (sentence, shares) => {
  const report = exampleReport({ text: { overview: [sentence], disputes: [] } });
  const read = sharesIn(report).map(
    ({ part, percent, decimals, others }) => `${part}: ${percent} ${decimals} ${others.join()}`,
  );
  expect(read).toEqual(shares);
});
