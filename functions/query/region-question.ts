/** Where a name is that of several regions a person is asked which one is meant; programs get the problem document. */
import type { Context } from 'hono';
import { type Choice, choicePage } from '../../shared/output/page/choice.ts';
import type { Voice } from '../../shared/output/page/types.ts';
import { REGION_QUESTION } from '../../shared/output/words/problems.ts';
import type { AppEnv } from './operation.ts';
import { wholeName } from './region-names.ts';

/** @param codes of the regions that are called so */
export function regionQuestion(codes: readonly string[], context: Context<AppEnv>, voice: Voice): string {
  const { say } = voice;
  const choices = codes.map((code): Choice => {
    const name = wholeName(code);
    return { name: say({ zh: name, en: name }), ...asked(context, code) };
  });
  return choicePage(voice, { title: say(REGION_QUESTION.title), text: say(REGION_QUESTION.text), choices });
}

/** The request with the code of a region in the place of its name, be that in the form, the query or the path. */
function asked({ req, get }: Context<AppEnv>, code: string): Pick<Choice, 'to' | 'form'> {
  const form = get('form') ?? null;
  const url = new URL(req.url);
  if (form !== null) return { to: url.pathname + url.search, form: { ...form, region: code } };
  const named = req.param('region');
  if (named === undefined) url.searchParams.set('region', code);
  const path = url.pathname.split('/').map((part) => (decodeURIComponent(part) === named ? code : part));
  return { to: path.join('/') + url.search, form };
}
