import { CAUSES, NO_CAUSE } from './causes.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { recheck } from '../../shared/check.ts';
for (const c of [...CAUSES, ...NO_CAUSE]) {
  const report = exampleReport({ cells: c.cells, report: { format: (c as any).format ?? '2021-30' } });
  const r = recheck({ source: {} as any, report });
  console.log('#', c.title);
  for (const m of r.mistakes.filter(m=>m.severity==='error')) console.log('   ', m.findings.length, m.message.zh, JSON.stringify(m.suspects.map(s=>`${s.cell}:${s.reported}>${s.repaired}`)));
}
